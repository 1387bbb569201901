// A member that hides another.
namespace Mistakes.GCG0035;

public record Named
{
    public string Name { get; init; } = "";
}

[Resource("towers")]
[PrimaryKey("TENANT#{TenantId}", "TOWER#{Id}")]
public partial record Tower : Named
{
    public new string Name { get; init; } = "";
}
