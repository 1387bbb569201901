// A check that nobody makes.
namespace Mistakes.GCG0012;

[Resource("cards")]
[PrimaryKey("TENANT#{TenantId}", "CARD#{Id}")]
public partial record Card
{
    [CreditCard] public string? Number { get; init; }
}
