// A scan for a person.
using System.Threading;
using GeekCafe.DynamoDb;

namespace Mistakes.GCG0115;

[Resource("weeds")]
[PrimaryKey("TENANT#{TenantId}", "WEED#{Id}")]
public partial record Weed;

public partial class WeedService
{
    public IAsyncEnumerable<Weed> All(Caller caller, CancellationToken cancellationToken) =>
        new TableScan(Environment).ReadAsync<Weed>(caller, null, cancellationToken);
}
