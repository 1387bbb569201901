// An answer that is none.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0084;

[Resource("barrels")]
[PrimaryKey("TENANT#{TenantId}", "BARREL#{Id}")]
public partial record Barrel;

public partial class BarrelService
{
    [HttpOperation("GET", "/barrels/count")]
    public Task<int> CountAsync(Caller caller) => throw new NotSupportedException();
}
