using System.Diagnostics.CodeAnalysis;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>Every type a member can have, plain and nullable.</summary>
[Resource("zoos")]
[PrimaryKey("TENANT#{TenantId}", "ZOO#{Id}")]
[SuppressMessage("Naming", "CA1720", Justification = "Members are named for their types.")]
[SuppressMessage("Performance", "CA1819", Justification = "Arrays are among the animals.")]
[SuppressMessage("Usage", "CA2227", Justification = "So are collections that are set.")]
[SuppressMessage("Design", "CA1002", Justification = "And lists.")]
public partial record Zoo
{
    public required string Text { get; init; }
    public string? TextOrNull { get; init; }
    public required bool Flag { get; init; }
    public bool? FlagOrNull { get; init; }
    public required sbyte SByte { get; init; }
    public sbyte? SByteOrNull { get; init; }
    public required byte Byte { get; init; }
    public byte? ByteOrNull { get; init; }
    public required short Short { get; init; }
    public short? ShortOrNull { get; init; }
    public required ushort UShort { get; init; }
    public ushort? UShortOrNull { get; init; }
    public required int Int { get; init; }
    public int? IntOrNull { get; init; }
    public required uint UInt { get; init; }
    public uint? UIntOrNull { get; init; }
    public required long Long { get; init; }
    public long? LongOrNull { get; init; }
    public required ulong ULong { get; init; }
    public ulong? ULongOrNull { get; init; }
    public required float Float { get; init; }
    public float? FloatOrNull { get; init; }
    public required double Double { get; init; }
    public double? DoubleOrNull { get; init; }
    public required decimal Decimal { get; init; }
    public decimal? DecimalOrNull { get; init; }
    public required Guid Guid { get; init; }
    public Guid? GuidOrNull { get; init; }
    public required DateTime DateTime { get; init; }
    public DateTime? DateTimeOrNull { get; init; }
    public required DateTimeOffset DateTimeOffset { get; init; }
    public DateTimeOffset? DateTimeOffsetOrNull { get; init; }
    public required DateOnly DateOnly { get; init; }
    public DateOnly? DateOnlyOrNull { get; init; }
    public required TimeOnly TimeOnly { get; init; }
    public TimeOnly? TimeOnlyOrNull { get; init; }
    public required TimeSpan TimeSpan { get; init; }
    public TimeSpan? TimeSpanOrNull { get; init; }
    public required Food Food { get; init; }
    public Food? FoodOrNull { get; init; }
    public required byte[] Bytes { get; init; }
    public byte[]? BytesOrNull { get; init; }
    public required Uri Uri { get; init; }
    public Uri? UriOrNull { get; init; }
    public required Cage Cage { get; init; }
    public Cage? CageOrNull { get; init; }

    public required IReadOnlyList<string> Texts { get; init; }
    public IReadOnlyList<string?>? TextsOrNulls { get; init; }
    public required int[] Array { get; init; }
    public double?[]? ArrayOrNull { get; init; }
    public required List<decimal> List { get; init; }
    public List<Cage>? ListOrNull { get; init; }
    public IReadOnlyList<Food> Foods { get; init; } = [Food.Hay];
    public required IReadOnlyList<IReadOnlyList<Guid>> Nested { get; init; }
    public required HashSet<string> Set { get; init; }
    public HashSet<string>? SetOrNull { get; init; }
    public HashSet<string> SetWithDefault { get; init; } = ["a"];
    public required Dictionary<string, int> Map { get; init; }
    public Dictionary<string, Cage>? MapOrNull { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> MapOfLists { get; init; }
    public string? TextWithDefault { get; init; } = "initial";
}

/// <summary>What animals eat.</summary>
public enum Food { Hay, Fish = 7, CarrotsAndApples = -1 }

/// <summary>A nested record, with itself inside.</summary>
public partial record Cage
{
    public required string Name { get; init; }
    public decimal? Area { get; init; }
    public Cage? Inner { get; init; }
    public IReadOnlyList<string> Animals { get; init; } = [];
}
