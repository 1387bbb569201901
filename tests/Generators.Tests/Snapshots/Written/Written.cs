namespace Shop;

[Resource("accounts", PurgeAfterDays = 30)]
[PrimaryKey("TENANT#{TenantId}", "ACCOUNT#{Id}")]
[Changes]
[Audited(NameOnly = [nameof(Phone)])]
public partial record Account
{
    [Unique(IgnoreCase = true)] public required string Email { get; init; }
    [Unique(Within = [nameof(Kind), nameof(TenantId)])] public int? Number { get; init; }
    public Kind Kind { get; init; }
    public string? Phone { get; init; }
    public Home? Home { get; init; }
    [TimeToLive] public DateTime? ClosesAt { get; init; }
    [Counter] public int Logins { get; init; }
    [Counter(Shards = 10)] public long Visits { get; init; }
    [SetByServer] public string Hidden { get; private set; } = "";
}

public enum Kind { Free, Paid }

public partial record Home(string City)
{
    public IReadOnlyList<int> Rooms { get; init; } = [];
    public Dictionary<string, string> Labels { get; init; } = new();
    public Home? Neighbour { get; init; }
}
