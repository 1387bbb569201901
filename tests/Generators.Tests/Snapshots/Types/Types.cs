using System.Collections.Frozen;
using System.Collections.Immutable;
namespace Shop;

[Resource("samples")]
[PrimaryKey("TENANT#{TenantId}", "SAMPLE#{Id}")]
public partial record Sample
{
    public Int128 Wide { get; init; }
    public ReadOnlyMemory<byte>? Bytes { get; init; }
    public Rights Rights { get; init; }
    public Marks Marks { get; init; }
    public Grade Grade { get; init; }
    public FrozenSet<decimal> Prices { get; init; } = FrozenSet<decimal>.Empty;
    public required HashSet<byte[]> Hashes { get; init; }
    public ImmutableArray<Part> Parts { get; init; } = [];
    public ImmutableDictionary<DateOnly, int?>? Days { get; init; }
}

[Flags] public enum Rights { None = 0, Read = 1, Write = 2, All = Read | Write }

[Flags, StoreAsNumber] public enum Marks : short { Red = 1, Blue = 2 }

[StoreAsNumber] public enum Grade : byte { Poor = 1, Good = 5 }

public partial record Part { public char Letter { get; init; } = 'a'; }
