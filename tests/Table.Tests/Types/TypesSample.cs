using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;

namespace GeekCafe.Table.Tests.Types;

/// <summary>A member of each family of types, as far as databases could treat them differently.</summary>
[Resource("types-samples")]
[PrimaryKey("TENANT#{TenantId}", "TYPESSAMPLE#{Id}")]
[SecondaryIndex("ByWide", "TENANT#{TenantId}#TYPESSAMPLE", "TYPESSAMPLE#{Wide}", Index = "gsi4")]
public partial record TypesSample
{
    public Int128 Wide { get; init; }
    public BigInteger Big { get; init; }
    public Half Small { get; init; }
    public double Number { get; init; }
    public char Letter { get; init; } = 'a';
    public ReadOnlyMemory<byte> Bytes { get; init; }
    public HashSet<decimal> Numbers { get; init; } = [];
    public FrozenSet<Guid> Ids { get; init; } = FrozenSet<Guid>.Empty;
    public HashSet<byte[]> Hashes { get; init; } = new(ByteComparer.Instance);
    public ImmutableArray<string> Texts { get; init; } = [];
    public Dictionary<DateOnly, int?> Days { get; init; } = [];
    public TypesRights Rights { get; init; }
    public TypesGrade Grade { get; init; }
    public HashSet<TypesGrade>? Grades { get; init; }
}

[Flags]
public enum TypesRights
{
    None = 0,
    Read = 1,
    Write = 2,
}

[StoreAsNumber]
public enum TypesGrade
{
    Poor,
    Good = 5,
}
