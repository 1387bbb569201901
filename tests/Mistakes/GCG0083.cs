// A parameter that has no text.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0083;

[Resource("crates")]
[PrimaryKey("TENANT#{TenantId}", "CRATE#{Id}")]
public partial record Crate;

public partial class CrateService
{
    [HttpOperation("GET", "/crates/near")]
    public Task<ServiceResult<Crate>> NearAsync(Caller caller, object place) => throw new NotSupportedException();
}
