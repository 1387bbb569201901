// A key that changes by itself.
namespace Mistakes.GCG0116;

[Resource("moths")]
[PrimaryKey("TENANT#{TenantId}", "MOTH#{Id}")]
[SecondaryIndex("ByDay", "TENANT#{TenantId}#DAYS", "MOTH#{Day}#{Id}", Index = "moths")]
public partial record Moth
{
    public string Day => DateTimeOffset.UtcNow.ToString("yyyy-MM-dd");
}
