// A hook that nobody would hear.
using System.Threading;
using System.Threading.Tasks;

namespace Mistakes.GCG0095;

[Resource("votes")]
[PrimaryKey("TENANT#{TenantId}", "VOTE#{Id}")]
public partial record Vote;

public class CountingVoteService(ServiceEnvironment environment) : VoteService(environment)
{
    protected override ValueTask OnChangeAsync(StreamChange<Vote> change, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
