// A type that cannot be stored.
namespace Mistakes.GCG0005;

[Resource("grapes")]
[PrimaryKey("TENANT#{TenantId}", "GRAPE#{Id}")]
public partial record Grape
{
    public System.IO.Stream? Photo { get; init; }
}
