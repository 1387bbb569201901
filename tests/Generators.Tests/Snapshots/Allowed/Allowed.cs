using System.Collections.Immutable;

namespace Shop;

[Resource("rooms")]
[PrimaryKey("TENANT#{TenantId}", "ROOM#{Id}")]
[Allow(Operation.Create, Roles = "keeper")]
[Allow(Operation.Read, Anyone = true)]
[Allow(Operation.Update, Anyone = true)]
[Allow(Operation.Delete, Owner = nameof(KeeperId), Members = nameof(Heirs))]
[Allow(Operation.Restore, Members = nameof(Guests))]
[Changes(Direct = true)]
public partial record Room
{
    public required string Name { get; init; }
    [SetByServer(ServerValue.UserId)] public string KeeperId { get; init; } = "";
    [SetByServer(ServerValue.Now)] public DateTimeOffset OpenedAt { get; init; }
    [SetByServer(ServerValue.Now)] public DateTime SeenAt { get; init; }
    public ImmutableArray<string> Heirs { get; init; } = [];
    public IReadOnlyList<string>? Guests { get; init; }
    public HashSet<char> Letters { get; init; } = [];
    public HashSet<Guid> Codes { get; init; } = [];
    public HashSet<DateOnly> Days { get; init; } = [];
    public HashSet<TimeOnly> Hours { get; init; } = [];
    public HashSet<byte[]> Hashes { get; init; } = [];
    public HashSet<decimal> Prices { get; init; } = [];
    public HashSet<short> Shorts { get; init; } = [];
    public HashSet<int> Ints { get; init; } = [];
    public HashSet<long> Longs { get; init; } = [];
    public HashSet<ushort> UShorts { get; init; } = [];
    public HashSet<uint> UInts { get; init; } = [];
    public HashSet<ulong> ULongs { get; init; } = [];
    public HashSet<byte> Bytes { get; init; } = [];
    public HashSet<sbyte> SBytes { get; init; } = [];
    public HashSet<double> Doubles { get; init; } = [];
    [MaxLength(3)] public List<string> Short { get; init; } = [];
    [MaxLength(3)] public HashSet<string> Few { get; init; } = [];
    [MaxLength(3)] public Dictionary<string, int> Counted { get; init; } = new();
    public Spot Spot { get; init; }
    public Spot? Second { get; init; }
}

public readonly partial record struct Spot(int X);

[ProjectionOf<Room>]
public partial record RoomName(string Name);

[Resource("halls")]
[PrimaryKey("TENANT#{TenantId}", "HALL#{Id}")]
[Allow(Operation.Read, Members = nameof(Guests), Roles = "keeper")]
[Allow(Operation.Update, Anyone = true)]
[Changes(Direct = true)]
public partial record Hall { public List<string> Guests { get; init; } = []; public string? Name { get; init; } }

[ProjectionOf<Hall>]
public partial record HallName { public string? Name { get; init; } }

[Resource("yards")]
[PrimaryKey("TENANT#{TenantId}", "YARD#{Id}")]
[Allow(Operation.Read, Anyone = true)]
[Changes(Direct = true)]
public partial record Yard { public string? Name { get; init; } }

[Resource("cellars")]
[PrimaryKey("TENANT#{TenantId}", "CELLAR#{Id}")]
[Allow(Operation.Read, Owner = nameof(KeeperId))]
[Changes(Direct = true)]
public partial record Cellar { [SetByServer(ServerValue.UserId)] public string KeeperId { get; init; } = ""; }
