// A name that is none.
namespace Mistakes.GCG0040;

[Resource("ships")]
[PrimaryKey("TENANT#{TenantId}", "SHIP#{Id}")]
public partial record Ship
{
    [AttributeName("")] public string Flag { get; init; } = "";
}
