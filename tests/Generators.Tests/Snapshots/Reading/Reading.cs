[Resource("tools")]
[PrimaryKey("TENANT#{TenantId}", "TOOL#{Id}")]
[SecondaryIndex("ByShelf", "TENANT#{TenantId}#SHELF#{Shelf}", "{Category}#{Price}#{Kind}#{Day:dd.MM}")]
[Allow(Operation.Read, Owner = nameof(OwnerId), Roles = "clerk")]
[Conditions]
public partial record Tool
{
    public required int Shelf { get; init; }
    public required string Category { get; init; }
    public decimal Price { get; init; }
    public ToolKind Kind { get; init; }
    public DateOnly? Day { get; init; }
    public DateTimeOffset At { get; init; }
    public int? Limit { get; init; } = 10;
    public string OwnerId { get; init; } = "";
    public List<string> Tags { get; init; } = [];
    public Origin? Origin { get; init; }
}

public enum ToolKind { Hand, Power }

public partial record Origin
{
    public required string Country { get; init; }
    public int Path { get; init; }
}

[ProjectionOf<Tool>]
public partial record ToolCard
{
    public required string Id { get; init; }
    public Origin? Origin { get; init; }
    public ToolKind Kind { get; init; }
}
