// One shard.
namespace Mistakes.GCG0070;

[Resource("clicks")]
[PrimaryKey("TENANT#{TenantId}", "CLICK#{Id}", Shards = 1)]
public partial record Click;
