// An owner that is no member.
namespace Mistakes.GCG0014;

[Resource("desks")]
[PrimaryKey("TENANT#{TenantId}", "DESK#{Id}")]
[Allow(Operation.Update, Owner = "OwnrId")]
public partial record Desk
{
    public string OwnerId { get; init; } = "";
}
