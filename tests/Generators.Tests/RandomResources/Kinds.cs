using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>The types that random members have, a row each.</summary>
internal static class Kinds
{
    private static readonly Func<Policies, JsonNode>[] Colors = [static naming => naming.Shown("Red"), static naming => naming.Shown("Dark", "Green"), static naming => naming.Shown("Blue")];

    private static readonly Func<Policies, JsonNode>[] Rights = [static naming => naming.Shown("Read"), static naming => naming.Shown("Write", "All"), static naming => naming.Shown("Sign")];

    public static IReadOnlyList<Kind> All { get; } =
    [
        // Single values that keys and paths take.
        Single("string", static dice => dice.Text(), Kind.ByText) with { Initial = ("\"a#b\"", static _ => "a#b"), Formats = [new("lower", static text => text.ToString().ToLowerInvariant())] },
        Single("char", static dice => dice.Letter().ToString(), Kind.ByText) with { Initial = ("'x'", static _ => "x") },
        Single("bool", static dice => dice.OneIn(2), Kind.ByText) with { Initial = ("true", static _ => true), Default = static _ => false },
        Whole<sbyte>("sbyte"), Whole<byte>("byte"), Whole<short>("short"), Whole<ushort>("ushort"), Whole<int>("int"), Whole<uint>("uint"), Whole<long>("long"), Whole<ulong>("ulong"),
        Single("Int128", static dice => Number((dice.OneIn(2) ? "-" : "") + dice.Digits(dice.Any(1, 2, 38))), Kind.By<Int128>()) with { Default = static _ => 0 },
        Single("UInt128", static dice => Number(dice.Digits(dice.Any(1, 2, 38))), Kind.By<UInt128>()) with { Default = static _ => 0 },
        Single("float", static dice => dice.Next(-100, 100) / 8f, Kind.By<float>()) with { Initial = ("0.5f", static _ => 0.5), Default = static _ => 0 },
        Single("double", static dice => dice.Next(-100, 100) / 8.0, Kind.By<double>()) with { Initial = ("-1e100", static _ => -1e100), Default = static _ => 0 },
        Single("decimal", static dice => dice.Next(-1_000_000, 1_000_000) / 1000m, Kind.By<decimal>()) with { Initial = ("2.50m", static _ => 2.5m), Default = static _ => 0 },
        Single("Guid", static dice => new Guid(dice.Bytes(16)).ToString(), Kind.ByText) with { Default = static _ => Guid.Empty.ToString(), Formats = [new("N", static id => id.ToString())] },
        Single("DateTime", static dice => dice.Time().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture), Kind.By<DateTime>()) with { Formats = [new("yyyy-MM", static time => time.ToString()[..7])] },
        Single("DateTimeOffset", static dice => Zoned(dice.Time()), ByInstant) with { Formats = [new("yyyyMMdd", static time => Instant(time).ToString("yyyyMMdd", CultureInfo.InvariantCulture))] },
        Single("DateOnly", static dice => DateOnly.FromDayNumber(dice.Next(0, 3_000_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Kind.ByText) with { Formats = [new("yyyy-MM", static day => day.ToString()[..7])] },
        Single("TimeOnly", static dice => $"{dice.Next(0, 24):00}:{dice.Next(0, 60):00}:30{(dice.OneIn(2) ? ".0000001" : "")}", Kind.ByText) with { Formats = [new("HH-mm", static time => time.ToString()[..5])] },
        Single("TimeSpan", static dice => TimeSpan.FromSeconds(dice.Next(-100_000, 100_000)).ToString("c", CultureInfo.InvariantCulture), Kind.By<TimeSpan>()) with { Default = static _ => "00:00:00" },
        Single("Code", static dice => dice.Next(-3, 12), Kind.By<int>()) with { IsSingle = false },

        // Single values that keys take in indexes, or not at all.
        Single("Color", static dice => Colors[dice.Next(0, 3)](dice.Naming), Kind.ByText) with { IsInPaths = false, Initial = ("Color.DarkGreen", Colors[1]), Default = Colors[0] },
        Single("Grade", static dice => dice.Naming.Shown(dice.Any("Low", "High")), Kind.ByText) with { IsInPaths = false, Initial = ("Grade.High", static naming => naming.Shown("High")) },
        new("BigInteger", static dice => Number($"-{dice.Digits(dice.Any(1, 20, 38))}")) { IsSingle = true, Default = static _ => 0 },
        new("Half", static dice => dice.Next(-100, 100) / 8.0) { IsSingle = true },
        new("Uri", static dice => dice.Any("", "/a b", "https://example.org/a%20b?c=d#e", "urn:x")) { IsSingle = true },
        new("byte[]", Base64) { Initial = ("[1, 2]", static _ => "AQI=") },
        new("ReadOnlyMemory<byte>", Base64),
        new("Ink", static dice => Convert.ToHexStringLower(dice.Bytes(3))),
        new("Rights", static dice => new JsonArray([.. dice.Some(Rights).Select(right => (JsonNode)right(dice.Naming))])) { IsSet = true, IsSingle = true, Initial = ("Rights.WriteAll", static naming => new JsonArray(Rights[1](naming))), Default = static _ => new JsonArray() },
        new("JsonElement", Anything),

        // Lists, sets and dictionaries.
        List("List<string>", static dice => dice.Text()),
        List("IReadOnlyList<int?>", static dice => dice.OneIn(3) ? null : dice.Next(0, 9)),
        List("ImmutableArray<Guid>", static dice => new Guid(dice.Bytes(16)).ToString()),
        List("ImmutableList<DateOnly>", static dice => $"2026-01-{dice.Next(10, 30)}"),
        List("IReadOnlyList<Place>", Place),
        List("Shape?[]", static dice => dice.OneIn(3) ? null : Shape(dice)),
        Set("HashSet<string>", static dice => dice.Text(), "[]"),
        Set("IReadOnlySet<int>", static dice => dice.Next(-3, 12), "new HashSet<int>()"),
        Set("FrozenSet<Guid>", static dice => new Guid(dice.Bytes(16)).ToString(), "FrozenSet<Guid>.Empty"),
        Set("HashSet<byte[]>", Base64, "new(ByteComparer.Instance)"),
        Set("ImmutableHashSet<Color>", static dice => Colors[dice.Next(0, 3)](dice.Naming), "[]"),
        Set("SortedSet<decimal>", static dice => dice.Next(-9, 9) / 4m, "[]"),
        Map("Dictionary<string, decimal>", static dice => dice.Text(1), static dice => dice.Next(0, 9)),
        Map("Dictionary<string, int?>", static dice => dice.Text(1), static dice => dice.OneIn(3) ? null : dice.Next(0, 9)),
        Map("Dictionary<Guid, Place>", static dice => new Guid(dice.Bytes(16)).ToString(), Place),
        Map("SortedDictionary<int, string>", static dice => dice.Next(-3, 12).ToString(CultureInfo.InvariantCulture), static dice => dice.Text()),

        // Documents.
        new("Place", Place) { Merging = Merging.Members, Inner = [("City", "string"), ("Floor", "int")], Initial = ("new() { City = \"x\" }", static naming => Place(naming, "x", null)) },
        new("Point", static dice => new JsonObject { [dice.Naming.Shown("X")] = dice.Next(-2, 9), [dice.Naming.Shown("Y")] = dice.Next(-2, 9) })
        {
            Merging = Merging.Members, Inner = [("X", "int")], Default = static naming => new JsonObject { [naming.Shown("X")] = 0, [naming.Shown("Y")] = 0 },
        },
        new("Shape", Shape) { Merging = Merging.MembersOfItsKind },
    ];

    public static IReadOnlyList<Kind> InKeys { get; } = [.. All.Where(static kind => kind.Order is not null)];

    public static IReadOnlyList<Kind> InPaths { get; } = [.. All.Where(static kind => kind.IsInPaths)];

    public static Kind Of(string type) => All.First(kind => kind.Type == type);

    /// <summary>What the kinds refer to.</summary>
    public const string Declarations = """
        namespace Random.Resources;

        public enum Color { Red, DarkGreen, Blue }
        [StoreAsNumber] public enum Grade { Low = 1, High = 7 }
        [Flags] public enum Rights { None = 0, Read = 1, WriteAll = 2, All = 3, Sign = 1 << 30 }

        public readonly record struct Code(int Value);

        [Converter<InkConverter>] public sealed record Ink(string Digits);
        public sealed class InkConverter : IValueConverter<Ink, string>
        {
            public static string ToStored(Ink value) => value.Digits;
            public static Ink FromStored(string value) => new(value);
        }

        public partial record Place
        {
            public required string City { get; init; }
            public int? Floor { get; init; }
            public string[] Tags { get; init; } = [];
        }

        public readonly partial record struct Point(int X, int Y = 0);

        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Group), "group")]
        public abstract partial record Shape { public string? Label { get; init; } }
        public partial record Circle(int Radius) : Shape;
        public partial record Group(List<Shape> Parts) : Shape;
        """;

    private static Kind Single(string type, Func<Dice, JsonNode> value, Comparison<JsonNode> order) => new(type, value) { Order = order, IsInPaths = true, IsSingle = true };

    private static Kind Whole<T>(string type) where T : IBinaryInteger<T>, IMinMaxValue<T> => Single(type, static dice => dice.Next(0, 5) switch
    {
        0 => Number(T.MinValue),
        1 => Number(T.MaxValue),
        2 => Number(T.CreateTruncating(dice.Long())),
        _ => Number(T.CreateTruncating(dice.Next(-3, 12))),
    }, Kind.By<T>()) with
    {
        Initial = ("5", static _ => 5), Default = static _ => 0,
        Formats = [new("D8", static number => T.Parse(number.ToString(), CultureInfo.InvariantCulture).ToString("D8", CultureInfo.InvariantCulture))],
    };

    private static Kind List(string type, Func<Dice, JsonNode?> one) => new(type, dice => dice.List(one)) { Initial = ("[]", static _ => new JsonArray()) };

    private static Kind Set(string type, Func<Dice, JsonNode> one, string empty) => new(type, dice => dice.Set(one)) { IsSet = true, Initial = (empty, static _ => new JsonArray()) };

    private static Kind Map(string type, Func<Dice, string> name, Func<Dice, JsonNode?> value) =>
        new(type, dice => dice.Map(name, value)) { Merging = Merging.Entries, Initial = ("new()", static _ => new JsonObject()) };

    private static JsonNode Number<T>(T value) where T : IFormattable => Number(value.ToString(null, CultureInfo.InvariantCulture));

    private static JsonNode Number(string digits) => JsonNode.Parse(digits)!;

    private static JsonNode Base64(Dice dice) => Convert.ToBase64String(dice.Bytes(dice.Next(0, 3)));

    private static JsonNode Place(Dice dice) => Place(dice.Naming, dice.Text(), dice.OneIn(3) ? null : dice.Next(-2, 9));

    private static JsonObject Place(Policies naming, string city, int? floor) =>
        new() { [naming.Shown("City")] = city, [naming.Shown("Floor")] = floor, [naming.Shown("Tags")] = floor > 5 ? new JsonArray("x", "x") : new JsonArray() };

    private static JsonObject Shape(Dice dice) => dice.OneIn(3)
        ? new JsonObject { ["$type"] = "group", [dice.Naming.Shown("Label")] = null, [dice.Naming.Shown("Parts")] = dice.OneIn(2) ? new JsonArray() : new JsonArray(Shape(dice)) }
        : new JsonObject { ["$type"] = "circle", [dice.Naming.Shown("Label")] = dice.Text(), [dice.Naming.Shown("Radius")] = dice.Next(0, 9) };

    private static JsonNode Anything(Dice dice) => dice.Next(0, 4) switch
    {
        0 => dice.Text(),
        1 => Number($"{dice.Digits(20)}.5"),
        2 => new JsonArray(null, dice.OneIn(2), new JsonArray()),
        _ => new JsonObject { ["a b"] = Anything(dice), ["$type"] = null },
    };

    /// <summary>With an offset that follows from the time, so that equal times are one text.</summary>
    private static JsonNode Zoned(DateTime time) => 
        new DateTimeOffset(time).ToOffset(TimeSpan.FromMinutes((time.Day % 5 - 2) * 45)).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(JsonNode time) => DateTimeOffset.Parse(time.ToString(), CultureInfo.InvariantCulture).ToUniversalTime();

    private static int ByInstant(JsonNode a, JsonNode b) => Instant(a).CompareTo(Instant(b));
}
