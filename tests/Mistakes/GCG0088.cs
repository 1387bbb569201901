// A schedule that is none.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0088;

[Resource("plates")]
[PrimaryKey("TENANT#{TenantId}", "PLATE#{Id}")]
public partial record Plate;

public partial class PlateService
{
    [Job("wash", Schedule = "every hour")]
    public Task<ServiceResult<NoContent>> WashAsync(Caller caller) => throw new NotSupportedException();
}
