// One name for two resources.
namespace Mistakes.GCG0006;

[Resource("kiwis")]
[PrimaryKey("TENANT#{TenantId}", "KIWI#{Id}")]
public partial record Kiwi;

[Resource("kiwis")]
[PrimaryKey("TENANT#{TenantId}", "KIWIFRUIT#{Id}")]
public partial record Kiwifruit;
