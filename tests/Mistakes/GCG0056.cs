// A member that cannot be unique.
namespace Mistakes.GCG0056;

[Resource("teams")]
[PrimaryKey("TENANT#{TenantId}", "TEAM#{Id}")]
public partial record Team
{
    [Unique] public double Score { get; init; }
}
