namespace Shop.Orders;

[Resource("orders")]
[PrimaryKey("TENANT#{TenantId}", "ORDER#{Id}")]
[SecondaryIndex("ByCustomer", "TENANT#{TenantId}#CUSTOMER#{CustomerId}", "{PlacedAt:yyyy-MM-dd}#{Id}", Route = "/customers/{customerId}/orders")]
[SecondaryIndex("ByStatus", "TENANT#{TenantId}", "STATUS#{Status}#{ShippedAt}")]
[Allow(Operation.Update | Operation.Delete, Owner = nameof(CustomerId), Roles = "admin, clerk")]
[Allow(Operation.Restore, Roles = "admin")]
public partial record Order
{
    [StringLength(200, MinimumLength = 1)] public required string Title { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public DateOnly? ShippedAt { get; init; }
    [Range(1, 100)] public int? Limit { get; init; } = 10;
    public Status Status { get; init; } = Status.New;
    public Address? Address { get; init; }
    public required IReadOnlyList<Line> Lines { get; init; }
    public Dictionary<string, decimal> Fees { get; init; } = new();
    public HashSet<string> Tags { get; init; } = [];
    [SetByServer(ServerValue.UserId)] public string CustomerId { get; init; } = "";
    public bool IsSent => ShippedAt is not null;
}

public enum Status { New, Sent, Cancelled }

public partial record Address
{
    public required string City { get; init; }
    [RegularExpression("[A-Z]{2}")] public string? Country { get; init; }
}

public partial record Line(string Product, int Count = 1);
