// A member that may be missing.
namespace Mistakes.GCG0077;

[Resource("orders")]
[PrimaryKey("TENANT#{TenantId}#ORDER#{Number}", "ORDER")]
public partial record Order
{
    public required int Number { get; init; }
}

[Resource("lines")]
[PrimaryKey("TENANT#{TenantId}#ORDER#{Number}", "LINE#{Id}")]
public partial record Line
{
    public required int Number { get; init; }
}

[ItemCollection]
public partial record OrderDetails
{
    public Order Order { get; init; } = null!;
    public IReadOnlyList<Line> Lines { get; init; } = [];
}
