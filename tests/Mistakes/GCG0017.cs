// Two members of one attribute.
namespace Mistakes.GCG0017;

[Resource("tables")]
[PrimaryKey("TENANT#{TenantId}", "TABLE#{Id}")]
public partial record Table
{
    public string LegCount { get; init; } = "";
    public string Leg_Count { get; init; } = "";
}
