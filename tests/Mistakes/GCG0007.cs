// Values that touch in a key.
namespace Mistakes.GCG0007;

[Resource("limes")]
[PrimaryKey("TENANT#{TenantId}", "LIME#{Row}{Tree}")]
public partial record Lime
{
    public required int Row { get; init; }
    public required int Tree { get; init; }
}
