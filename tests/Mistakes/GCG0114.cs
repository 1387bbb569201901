// A token that is not handed on.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0114;

[Resource("bushes")]
[PrimaryKey("TENANT#{TenantId}", "BUSH#{Id}")]
public partial record Bush;

public partial class BushService
{
    public Task<ServiceResult<Bush>> FindAsync(Caller caller, BushKey key, CancellationToken cancellationToken) => GetAsync(caller, key);
}
