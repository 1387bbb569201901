// An index without the tenant.
namespace Mistakes.GCG0003;

[Resource("plums")]
[PrimaryKey("TENANT#{TenantId}", "PLUM#{Id}")]
[SecondaryIndex("ByColor", "COLOR#{Color}", "PLUM#{Id}")]
public partial record Plum
{
    public string Color { get; init; } = "";
}
