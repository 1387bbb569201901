// A member by hand that cannot take its place.
namespace Mistakes.GCG0130;

[Resource("wells")]
[PrimaryKey("TENANT#{TenantId}", "WELL#{Id}")]
public partial record Well
{
    public string ToAttributeMap() => Id;
}
