// An older version that nobody reads.
namespace Mistakes.GCG0043;

[Resource("planes")]
[PrimaryKey("TENANT#{TenantId}", "PLANE#{Id}")]
[SchemaVersion(2)]
public partial record Plane;
