// Two operations of one name.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0087;

[Resource("cups")]
[PrimaryKey("TENANT#{TenantId}", "CUP#{Id}")]
public partial record Cup;

public partial class CupService
{
    [HttpOperation("GET", "/cups/first", Name = "find")]
    public Task<ServiceResult<Cup>> FirstAsync(Caller caller) => throw new NotSupportedException();

    [HttpOperation("GET", "/cups/last", Name = "find")]
    public Task<ServiceResult<Cup>> LastAsync(Caller caller) => throw new NotSupportedException();
}
