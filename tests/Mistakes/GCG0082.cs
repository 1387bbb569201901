// A route that nobody takes.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0082;

[Resource("boxes")]
[PrimaryKey("TENANT#{TenantId}", "BOX#{Id}")]
public partial record Box;

public partial class BoxService
{
    [HttpOperation("GET", "/boxes/of/{sender}")]
    public Task<ServiceResult<Box>> OfAsync(Caller caller) => throw new NotSupportedException();
}
