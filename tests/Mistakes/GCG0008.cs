// Sort keys that begin alike.
namespace Mistakes.GCG0008;

[Resource("melons")]
[PrimaryKey("TENANT#{TenantId}", "MELON#{Id}")]
public partial record Melon;

[Resource("melon-seeds")]
[PrimaryKey("TENANT#{TenantId}", "MELON#SEED#{Id}")]
public partial record MelonSeed;
