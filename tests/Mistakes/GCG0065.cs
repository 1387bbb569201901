// A direct change that is never made.
namespace Mistakes.GCG0065;

[Resource("wages")]
[PrimaryKey("TENANT#{TenantId}", "WAGE#{Id}")]
[Audited]
[Changes(Direct = true)]
public partial record Wage
{
    public int Amount { get; init; }
}
