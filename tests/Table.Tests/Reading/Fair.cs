namespace GeekCafe.Table.Tests.Reading;

/// <summary>A resource with a member of each kind that can be asked about, and lists of several orders.</summary>
[Resource("reading-fairs")]
[PrimaryKey("TENANT#{TenantId}", "READING-FAIR#{Id}")]
[SecondaryIndex("ByOwner", "TENANT#{TenantId}#READING-USER#{OwnerId}", "ts#{StartsAt}#{Id}", Index = "gsi3")]
[SecondaryIndex("ByShelf", "TENANT#{TenantId}#READING-SHELF", "{Category}#{Price}#{Count}", Index = "gsi4")]
[SecondaryIndex("ByDay", "TENANT#{TenantId}#READING-DAY", "{StartsAt:yyyy-MM-dd}", Index = "gsi5")]
[Allow(Operation.Read, Owner = nameof(OwnerId), Roles = "clerk")]
[Conditions]
public partial record Fair
{
    [SetByServer(ServerValue.UserId)] public string OwnerId { get; init; } = "";
    public required string Category { get; init; }
    public required decimal Price { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public int Count { get; init; }
    public int? Seats { get; init; }
    public int? Limit { get; init; } = 10;
    public string? Note { get; init; }
    public DateOnly? Day { get; init; }
    public bool IsOpen { get; init; }
    public FairKind Kind { get; init; }
    public Guid? Code { get; init; }
    public HashSet<string> Tags { get; init; } = [];
    public List<int> Scores { get; init; } = [];
    public Place? Place { get; init; }
}

public enum FairKind { Book, Toy, FleaMarket }

public partial record Place
{
    public string City { get; init; } = "";
    public int Hall { get; init; }
    public Place? Annex { get; init; }
}
