// A result that nobody looks at.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0110;

[Resource("trees")]
[PrimaryKey("TENANT#{TenantId}", "TREE#{Id}")]
public partial record Tree;

public partial class TreeService
{
    public async Task FellAsync(Caller caller, TreeKey key, CancellationToken cancellationToken)
    {
        await DeleteAsync(caller, key, cancellationToken: cancellationToken);
    }
}
