namespace Shop.Sales;

[Resource("orders")]
[PrimaryKey("TENANT#{TenantId}#ORDER#{Number}", "ORDER#HEAD")]
public partial record Order { public required string Number { get; init; } }

[Resource("lines")]
[PrimaryKey("TENANT#{TenantId}#ORDER#{OrderNumber}", "ORDER#LINE#{Position}")]
public partial record OrderLine
{
    public required string OrderNumber { get; init; }
    public required int Position { get; init; }
}

[ItemCollection]
public partial record OrderDetails
{
    public Order? Order { get; init; }
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];
}
