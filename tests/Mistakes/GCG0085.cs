// An operation that does not know who calls.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0085;

[Resource("bottles")]
[PrimaryKey("TENANT#{TenantId}", "BOTTLE#{Id}")]
public partial record Bottle;

public partial class BottleService
{
    [HttpOperation("GET", "/bottles/latest")]
    public Task<ServiceResult<Bottle>> LatestAsync() => throw new NotSupportedException();
}
