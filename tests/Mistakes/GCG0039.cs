// A base that needs arguments.
namespace Mistakes.GCG0039;

public record Owned(string Owner);

[Resource("boats")]
[PrimaryKey("TENANT#{TenantId}", "BOAT#{Id}")]
public partial record Boat : Owned
{
    public Boat(string owner) : base(owner)
    {
    }
}
