using System.Collections.Immutable;

[Resource("boards")]
[PrimaryKey("TENANT#{TenantId}", "BOARD#{Id}")]
[SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{Owner}", "{Id}")]
[Allow(Operation.Read, Roles = "reader, editor")]
[Changes(Direct = true)]
public partial record Board
{
    [StringLength(20), Required] public required string Title { get; init; }
    public string? Owner { get; init; }
    [RegularExpression("[a-z]*")] public string Code { get; init; } = "";
    public int Seats { get; init; }
    public double Share { get; init; }
    public ImmutableArray<int> Marks { get; init; } = [];
    public ImmutableSortedSet<long> Days { get; init; } = [];
    public HashSet<byte[]>? Hashes { get; init; }
    public ImmutableDictionary<string, int?> Points { get; init; } = ImmutableDictionary<string, int?>.Empty;
    public Dot? Dot { get; init; }
    public Corner? Corner { get; init; }
}

public partial record Corner { public long Height { get; init; } public System.Collections.ObjectModel.ReadOnlyCollection<string>? Names { get; init; } }

public readonly partial record struct Dot(int X);
