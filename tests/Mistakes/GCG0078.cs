// A collection of two partitions.
namespace Mistakes.GCG0078;

[Resource("carts")]
[PrimaryKey("TENANT#{TenantId}#CART#{Number}", "CART")]
public partial record Cart
{
    public required int Number { get; init; }
}

[Resource("entrys")]
[PrimaryKey("TENANT#{TenantId}#ENTRY#{Number}", "ENTRY#{Id}")]
public partial record Entry
{
    public required int Number { get; init; }
}

[ItemCollection]
public partial record CartDetails
{
    public Cart? Cart { get; init; }
    public IReadOnlyList<Entry> Entries { get; init; } = [];
}
