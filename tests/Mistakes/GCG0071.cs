// Shards of one item.
namespace Mistakes.GCG0071;

[Resource("sites")]
[PrimaryKey("TENANT#{TenantId}#SITE#{Id}", "SITE", Shards = 8)]
public partial record Site;
