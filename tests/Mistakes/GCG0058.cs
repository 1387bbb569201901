// A counter that does not count.
namespace Mistakes.GCG0058;

[Resource("visits")]
[PrimaryKey("TENANT#{TenantId}", "VISIT#{Id}")]
public partial record Visit
{
    [Counter] public string Count { get; init; } = "";
}
