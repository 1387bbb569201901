// A member that is lost.
namespace Mistakes.GCG0020;

[Resource("walls")]
[PrimaryKey("TENANT#{TenantId}", "WALL#{Id}")]
public partial record Wall
{
    public int Height { get; }
}
