// An operation that cannot be called.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0086;

[Resource("glasses")]
[PrimaryKey("TENANT#{TenantId}", "GLASS#{Id}")]
public partial record Glass;

public partial class GlassService
{
    [HttpOperation("GET", "/glasses/latest")]
    private Task<ServiceResult<Glass>> LatestAsync(Caller caller) => throw new NotSupportedException();
}
