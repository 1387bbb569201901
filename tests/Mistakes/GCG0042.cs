// An attribute that does not fit.
namespace Mistakes.GCG0042;

[Resource("bikes")]
[PrimaryKey("TENANT#{TenantId}", "BIKE#{Id}")]
public partial record Bike
{
    [NotStored] public string Cache { get; init; }
}
