// A key without [Resource].
namespace Mistakes.GCG0023;

[PrimaryKey("TENANT#{TenantId}", "STAIR#{Id}")]
public partial record Stair;
