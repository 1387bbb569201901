// A record that is not partial.
namespace Mistakes.GCG0001;

[Resource("apples")]
[PrimaryKey("TENANT#{TenantId}", "APPLE#{Id}")]
public record Apple;
