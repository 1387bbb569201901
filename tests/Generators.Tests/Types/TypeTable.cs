namespace GeekCafe.Generators.Tests.Types;

/// <summary>Every type that a member can have.</summary>
public static class TypeTable
{
    private const string Digits38 = "99999999999999999999999999999999999999";

    public static IReadOnlyList<TypeRow> Rows { get; } =
    [
        Text("string", "\"\"", "\"\\U0010FFFF\\uFFFF\"", "\"ä # \\\" \\\\ \\n \\u2028\"", "`S`", "text", "well-formed UTF-16: half of a surrogate pair is refused, never replaced"),
        Text("char", "' '", "'\\uFFFF'", "'x'", "`S` of one character", "the same", "no half of a surrogate pair"),
        new("bool", "false", "true", "true") { Table = "`BOOL`", Api = "`true`, `false`", IsKey = true },
        .. new[] { "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong" }.Select(static type =>
            Number(type, $"{type}.MinValue", $"{type}.MaxValue", "42", "out of range or with a fraction is refused") with { IsName = true }),
        Number("Int128", $"Int128.Parse(\"-{Digits38}\")", $"Int128.Parse(\"{Digits38}\")", "((Int128)long.MaxValue + 1)", Wide) with { IsName = true },
        Number("UInt128", "UInt128.MinValue", $"UInt128.Parse(\"{Digits38}\")", "((UInt128)ulong.MaxValue + 1)", Wide) with { IsName = true },
        Number("System.Numerics.BigInteger", $"System.Numerics.BigInteger.Parse(\"-{Digits38}\")", "System.Numerics.BigInteger.Pow(10, 125)", "new System.Numerics.BigInteger(-7)", Wide)
            with { IsName = true, IsKey = false, Shown = "BigInteger" },
        Number("Half", "Half.MinValue", "Half.MaxValue", "(Half)0.1f", "finite") with { Table = Shortest, IsKey = false },
        Number("float", "float.MinValue", "float.MaxValue", "0.1f", Finite) with { Table = Shortest },
        Number("double", "-9.99e125", "9.99e125", "Math.PI * 1e-100", Finite) with { Table = Shortest },
        Number("decimal", "-79228162514264337593543950335m", "79228162514264337593543950335m", "0.0000000000000000000000000001m",
            "more digits than a decimal holds are refused, never rounded") with { Table = "`N`, without trailing zeros once DynamoDB has stored it" },
        Text("Guid", "Guid.Empty", "new Guid(\"ffffffff-ffff-ffff-ffff-ffffffffffff\")", "new Guid(\"a8098c1a-f86e-11da-bd1a-00112444be1e\")", "`S`, 36 characters, lower case", "the same"),
        Text("DateTime", "DateTime.MinValue.ToUniversalTime()", "DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)", "new DateTime(2026, 1, 31, 9, 30, 0, DateTimeKind.Utc).AddTicks(1)",
            "`S`, UTC, `2026-01-31T09:30:00.0000000Z`", "RFC 3339 with `Z`", "an unspecified kind is taken as UTC; clients must name a zone"),
        Text("DateTimeOffset", "DateTimeOffset.MinValue", "DateTimeOffset.MaxValue", "new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.FromHours(-3)).AddTicks(7)",
            "`S`, with its offset, seven fractional digits", "RFC 3339", "clients must name a zone"),
        Text("DateOnly", "DateOnly.MinValue", "DateOnly.MaxValue", "new DateOnly(2026, 1, 31)", "`S`, `2026-01-31`", "the same"),
        Text("TimeOnly", "TimeOnly.MinValue", "TimeOnly.MaxValue", "new TimeOnly(9, 30)", "`S`, `09:30:00.0000000`", "`09:30:00`, fraction if there is one"),
        Text("TimeSpan", "TimeSpan.MinValue", "TimeSpan.MaxValue", "TimeSpan.FromDays(-400.5)", "`S`, `[-][d.]hh:mm:ss[.fffffff]`", "the same"),
        Text("Uri", "new Uri(\"\", UriKind.Relative)", "new Uri(\"https://example.org/a%20b?c=d\")", "new Uri(\"/x\", UriKind.Relative)", "`S`, as it was written", "the same", "absolute or relative")
            with { IsName = false, IsKey = false },
        Bytes("byte[]"),
        Bytes("ReadOnlyMemory<byte>"),
        Bytes("Memory<byte>"),
        Text("Color", "Color.Red", "Color.DarkBlue", "Color.Red", "`S`, `snake_case` name", "`camelCase` name",
            "of several names for one value the first is written, all are read; any other name is refused") with { Shown = "enum" },
        Text("Grade", "Grade.Poor", "Grade.Good", "Grade.Fair", "`N`", "`camelCase` name", "a number that no member has is refused")
            with { Set = "NS", Shown = "enum marked `[StoreAsNumber]`" },
        Flags("Rights", "`SS` of `snake_case` names; none: see below", "[Flags] enum"),
        Flags("Bits", "`N`", "[Flags] enum marked `[StoreAsNumber]`"),
        new("Place", "new Place { City = \"\" }", "new Place { City = \"x\", Inner = new() { City = \"y\" } }", "new Place { City = \"Oslo\" }")
        {
            Table = "`M`", Api = "object", Shown = "nested partial record",
            Limits = "a record class, positional or not; neither abstract, generic nor inherited; not itself a resource; may contain itself",
        },
        .. Lists("int[]", "List<int>", "IList<int>", "ICollection<int>", "IReadOnlyList<int>", "IReadOnlyCollection<int>", "IEnumerable<int>",
            "System.Collections.ObjectModel.Collection<int>", "System.Collections.ObjectModel.ReadOnlyCollection<int>",
            "ImmutableList<int>", "IImmutableList<int>", "ImmutableArray<int>"),
        .. Sets("HashSet<string>", "ISet<string>", "IReadOnlySet<string>", "SortedSet<string>", "ImmutableHashSet<string>", "IImmutableSet<string>", "ImmutableSortedSet<string>", "FrozenSet<string>"),
        .. Maps("Dictionary<string, int>", "IDictionary<string, int>", "IReadOnlyDictionary<string, int>", "SortedDictionary<string, int>",
            "ImmutableDictionary<string, int>", "IImmutableDictionary<string, int>", "ImmutableSortedDictionary<string, int>", "FrozenDictionary<string, int>"),
    ];

    /// <summary>Types that rows and tests of rows are made of.</summary>
    public const string Declarations = """
        public enum Color { Red, DarkBlue }
        [StoreAsNumber] public enum Grade : byte { Poor = 1, Fair, Good = 255 }
        [Flags] public enum Rights { None = 0, Read = 1, WriteAll = 2, All = Read | WriteAll, Sign = int.MinValue }
        [Flags, StoreAsNumber] public enum Bits : ulong { One = 1, Last = 1UL << 63 }
        public partial record Place { public required string City { get; init; } public Place? Inner { get; init; } }
        """;

    private const string Wide = "38 significant digits, DynamoDB's most; more are refused, never rounded";
    private const string Shortest = "`N`, the shortest text that reads back as the same bits";
    private const string Finite = "finite, and 0 or 1E-130 up to below 1E+126, which is what DynamoDB holds";

    private static TypeRow Text(string type, string min, string max, string typical, string table, string api, string limits = "") =>
        new(type, min, max, typical) { Table = table, Api = api, Limits = limits, Set = "SS", IsName = true, IsKey = true };

    private static TypeRow Number(string type, string min, string max, string typical, string limits) =>
        new(type, min, max, typical) { Table = "`N`", Api = "number", Limits = limits, Set = "NS", IsKey = true };

    private static TypeRow Bytes(string type) => new(type, "new byte[0]", "new byte[] { 0, 255, 10 }", "new byte[] { 1 }")
    {
        Table = "`B`", Api = "base64", Set = "BS", Comparer = "ByteComparer.Instance", Limits = "sets compare the content, by `ByteComparer.Instance`",
    };

    private static TypeRow Flags(string type, string table, string shown) => type == "Bits"
        ? new(type, "default(Bits)", "Bits.One | Bits.Last", "Bits.Last") { Table = table, Api = "array of `camelCase` names", Limits = "bits without a name are refused", Shown = shown.Replace("[Flags]", "`[Flags]`") }
        : new(type, "Rights.None", "Rights.All | Rights.Sign", "Rights.WriteAll") { Table = table, Api = "array of `camelCase` names", Limits = "every bit has a member of its own; combinations have no name here", Shown = shown.Replace("[Flags]", "`[Flags]`") };

    private static IEnumerable<TypeRow> Lists(params string[] types) => types.Select(static type => new TypeRow(type, "[]", "[int.MinValue, int.MaxValue]", "[1, 2, 1]")
    {
        Table = "`L`", Api = "array", Shown = Short(type, "<int>", "<T>").Replace("int[]", "T[]"),
        Limits = "elements of any type here, also nullable; arrays of arrays, not of several dimensions; a default `ImmutableArray` counts as empty",
    });

    private static IEnumerable<TypeRow> Sets(params string[] types) => types.Select(static type =>
        new TypeRow(type, Made(type, "new HashSet<string>()"), Made(type, "new HashSet<string> { \"b\", \"a\", \"\\uFFFF\" }"), Made(type, "new HashSet<string> { \"a\" }"))
        {
            Table = "`SS`, `NS` or `BS`; empty: see below", Api = "array", Shown = Short(type, "<string>", "<T>"),
            Limits = "of the types that say so; a value given twice is refused, numbers and bytes by their value; sorted ones not of bytes and `Uri`",
        });

    private static IEnumerable<TypeRow> Maps(params string[] types) => types.Select(static type =>
        new TypeRow(type, Made(type, "new Dictionary<string, int>()"), Made(type, "new Dictionary<string, int> { [\"b\"] = int.MaxValue, [\"a b\"] = 1 }"), Made(type, "new Dictionary<string, int> { [\"a\"] = 1 }"))
        {
            Table = "`M`", Api = "object", Shown = Short(type, "<string, int>", "<K, T>"),
            Limits = "named by the types that say so, values of any type here; in a merge patch null removes an entry",
        });

    /// <summary>One of the type from a plain one.</summary>
    private static string Made(string type, string plain) => type switch
    {
        ['I', 'm', ..] or ['I', 'I', ..] or ['F', ..] => $"{plain}.To{type[..type.IndexOf('<')].Replace("IImmutableDictionary", "ImmutableDictionary").Replace("IImmutableSet", "ImmutableHashSet")}()",
        ['S', ..] => $"new {type}({plain})",
        _ => plain,
    };

    private static string Short(string type, string arguments, string shown) => type.Replace(arguments, shown).Replace("System.Collections.ObjectModel.", "");
}
