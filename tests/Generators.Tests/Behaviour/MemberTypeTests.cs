using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

/// <summary>Every supported type, there and back in both JSON forms, required, optional and nullable.</summary>
public class MemberTypeTests
{
    [Theory]
    [InlineData("string", "\"\u00e4 \\\" \\\\ \\n \\u2028\"")]
    [InlineData("bool", "true")]
    [InlineData("sbyte", "sbyte.MinValue")]
    [InlineData("byte", "byte.MaxValue")]
    [InlineData("short", "short.MinValue")]
    [InlineData("ushort", "ushort.MaxValue")]
    [InlineData("int", "int.MinValue")]
    [InlineData("uint", "uint.MaxValue")]
    [InlineData("long", "long.MinValue")]
    [InlineData("ulong", "ulong.MaxValue")]
    [InlineData("float", "0.1f")]
    [InlineData("double", "Math.PI * 1e-100")]
    [InlineData("decimal", "79228162514264337593543950.33m")]
    [InlineData("Guid", "new Guid(\"a8098c1a-f86e-11da-bd1a-00112444be1e\")")]
    [InlineData("DateTime", "new DateTime(2026, 1, 31, 9, 30, 0, DateTimeKind.Utc).AddTicks(1)")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2026, 1, 31, 9, 30, 0, TimeSpan.FromHours(-3)).AddTicks(7)")]
    [InlineData("DateOnly", "new DateOnly(2026, 1, 31)")]
    [InlineData("TimeOnly", "new TimeOnly(23, 59, 59).Add(TimeSpan.FromTicks(3))")]
    [InlineData("TimeSpan", "TimeSpan.FromDays(-400.5)")]
    [InlineData("Uri", "new Uri(\"https://example.org/a%20b?c=d\")")]
    [InlineData("DayOfWeek", "DayOfWeek.Friday")]
    [InlineData("Color", "Color.DarkBlue")]
    [InlineData("Place", "new Place { City = \"Oslo\" }")]
    public void A_value_comes_back(string type, string value) => Program.Run(Declared.Thing($$"""
            public required {{type}} Given { get; init; }
            public {{type}} Kept { get; init; } = {{value}};
            public {{type}}? Missing { get; init; }
            public {{type}}? Present { get; init; }
            public {{type}}? Nulled { get; init; } = {{value}};
        """) + Others, $$"""
        {{type}} value = {{value}};
        var thing = Stored(new Thing { Given = value, Present = value, Nulled = null });
        Assert.Equal(thing, ThroughItem(thing));
        Assert.Null(Attribute(thing, "missing"));
        Assert.Equal("{\"NULL\":true}", Attribute(thing, "nulled"));

        var json = Member(thing, "given")!;
        var created = Created{{Declared.Arguments}}("{\"given\":" + json + ",\"present\":" + json + ",\"nulled\":null}");
        Assert.Equal(thing, Stored(created));
        Assert.Equal(value, created.Kept);
        Assert.Equal("null", Member(thing, "missing"));

        var patched = Patched{{Declared.Arguments}}(thing, "{\"missing\":" + json + ",\"present\":null}");
        Assert.Equal(thing with { Missing = value, Present = null }, patched);
        Assert.Equal(value, Created{{Declared.Arguments}}("{\"given\":" + json + "}").Nulled);
        """);

    [Theory]
    [InlineData("byte[]", "new byte[] { 0, 255, 10 }", "B")]
    [InlineData("int[]", "new[] { 1, 2 }", "L")]
    [InlineData("int?[]", "new int?[] { 1, null }", "L")]
    [InlineData("string?[]", "new[] { \"a\", null }", "L")]
    [InlineData("int[][]", "new[] { new[] { 1 }, new int[0] }", "L")]
    [InlineData("byte[][]", "new[] { new byte[] { 1 } }", "L")]
    [InlineData("List<string>", "new List<string> { \"a\", \"\" }", "L")]
    [InlineData("List<byte>", "new List<byte> { 1 }", "L")]
    [InlineData("List<DateOnly?>", "new List<DateOnly?> { null, new DateOnly(2026, 1, 31) }", "L")]
    [InlineData("IList<double>", "new List<double> { 0.5 }", "L")]
    [InlineData("IReadOnlyList<Guid>", "new[] { Guid.Empty }", "L")]
    [InlineData("IReadOnlyCollection<Color>", "new[] { Color.Red, Color.DarkBlue }", "L")]
    [InlineData("ICollection<Color?>", "new List<Color?> { Color.Red, null }", "L")]
    [InlineData("IReadOnlyList<Place>", "new[] { new Place { City = \"Oslo\" } }", "L")]
    [InlineData("IReadOnlyList<Place?>", "new[] { new Place { City = \"Oslo\" }, null }", "L")]
    [InlineData("List<Dictionary<string, int>>", "new List<Dictionary<string, int>> { new() { [\"a\"] = 1 } }", "L")]
    [InlineData("HashSet<string>", "new HashSet<string> { \"a\", \"b\" }", "SS")]
    [InlineData("ISet<string>", "new HashSet<string> { \"a\" }", "SS")]
    [InlineData("IReadOnlySet<string>", "new HashSet<string> { \"a\" }", "SS")]
    [InlineData("Dictionary<string, int>", "new Dictionary<string, int> { [\"a b\"] = 1 }", "M")]
    [InlineData("IDictionary<string, string>", "new Dictionary<string, string> { [\"a\"] = \"\" }", "M")]
    [InlineData("IReadOnlyDictionary<string, Color>", "new Dictionary<string, Color> { [\"a\"] = Color.DarkBlue }", "M")]
    [InlineData("Dictionary<string, Place>", "new Dictionary<string, Place> { [\"a\"] = new() { City = \"Oslo\" } }", "M")]
    [InlineData("Dictionary<string, List<int>>", "new Dictionary<string, List<int>> { [\"a\"] = [1] }", "M")]
    [InlineData("Dictionary<string, HashSet<string>>", "new Dictionary<string, HashSet<string>> { [\"a\"] = [] }", "M")]
    public void A_collection_comes_back(string type, string value, string tag) => Program.Run(Declared.Thing($$"""
            public required {{type}} Given { get; init; }
            public {{type}}? Missing { get; init; }
            public {{type}}? Present { get; init; }
        """) + Others, $$"""
        var thing = Stored(new Thing { Given = {{value}}, Present = {{value}} });
        var back = ThroughItem(thing);
        Assert.Equal(thing.Given, back.Given);
        Assert.Equal(thing.Present, back.Present);
        Assert.Null(back.Missing);
        Assert.StartsWith("{\"{{tag}}\":", Attribute(thing, "given"));

        var json = Member(thing, "given")!;
        var created = Created{{Declared.Arguments}}("{\"given\":" + json + ",\"present\":" + json + "}");
        Assert.Equal(thing.Given, created.Given);
        Assert.Equal(thing.Present, created.Present);
        Assert.Null(Patched{{Declared.Arguments}}(created, "{\"present\":null}").Present);
        Assert.Equal(thing.Given, Patched{{Declared.Arguments}}(created, "{\"missing\":" + json + "}").Missing);
        """);

    [Fact]
    public void Null_in_a_dictionary_is_kept_and_in_a_patch_removes() => Program.Run(Declared.Thing("public Dictionary<string, string?> Notes { get; init; } = new();"), $$"""
        var thing = Stored(Created{{Declared.Arguments}}("{\"notes\":{\"a\":null,\"b\":\"x\"} }"));
        Assert.Null(ThroughItem(thing).Notes["a"]);
        var patched = Patched{{Declared.Arguments}}(thing, "{\"notes\":{\"b\":null,\"c\":\"y\"} }");
        Assert.Equal(["a", "c"], patched.Notes.Keys.Order());
        """);

    [Theory]
    [InlineData("byte[]")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("int[]")]
    [InlineData("HashSet<string>")]
    [InlineData("IReadOnlySet<string>")]
    [InlineData("Dictionary<string, int>")]
    public void An_empty_collection_is_not_null(string type) => Program.Run(Declared.Thing($$"""
            public required {{type}} Given { get; init; }
            public {{type}}? Optional { get; init; }
        """) + Others, $$"""
        var json = typeof({{type}}).Name.Contains("Dictionary") ? "{}" : typeof({{type}}) == typeof(byte[]) ? "\"\"" : "[]";
        var thing = Stored(Created{{Declared.Arguments}}("{\"given\":" + json + ",\"optional\":" + json + "}"));
        var back = ThroughItem(thing);
        Assert.Empty(back.Given);
        Assert.Empty(back.Optional!);
        Assert.Null(ThroughItem(thing with { Optional = null }).Optional);
        """);

    private const string Others = """

        public enum Color { Red, DarkBlue }
        public partial record Place { public required string City { get; init; } }
        """;
}
