using GeekCafe.Generators.Tests.Behaviour;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Types;

/// <summary>What collections do beyond coming back.</summary>
public class CollectionTests
{
    [Theory]
    [InlineData("Dictionary<int, string>", "{\"1\":\"a\",\"2\":\"b\"}", "{\"1\":null,\"3\":\"c\"}", "[2: \"b\", 3: \"c\"]")]
    [InlineData("Dictionary<string, int?>", "{\"a\":1,\"b\":null}", "{\"a\":null,\"c\":3}", "[\"b\": null, \"c\": 3]")]
    [InlineData("Dictionary<Color, int?>", "{\"red\":1}", "{\"red\":null,\"darkBlue\":3}", "[DarkBlue: 3]")]
    [InlineData("FrozenDictionary<Guid, long>", "{\"00000000-0000-0000-0000-000000000001\":1}", "{\"00000000-0000-0000-0000-000000000001\":null}", "[]")]
    [InlineData("ImmutableDictionary<string, Place>", "{\"a\":{\"city\":\"Oslo\"},\"b\":{\"city\":\"Rome\"}}", "{\"b\":null}", "[\"a\": City = \"Oslo\"\nInner = null]")]
    [InlineData("SortedDictionary<string, ImmutableArray<int>>", "{\"a\":[1]}", "{\"a\":null,\"b\":[2]}", "[\"b\": [2]]")]
    public void A_patch_goes_into_dictionaries(string type, string first, string patch, string expected) => Run($$"""public required {{type}} Value { get; init; } public {{type}}? Other { get; init; }""", $$"""
        var thing = Created{{Declared.Arguments}}({{Json(first)}});
        var patched = Patched{{Declared.Arguments}}(thing, {{Json(patch)}});
        Assert.Equal({{Core.CSharp.Literal(expected)}}, GeekCafe.Generators.Tests.Types.Survival.Shown(patched.Value));
        Assert.Equal(patched.Value.Count, ThroughItem(Stored(patched)).Value.Count);
        """);

    [Theory]
    [InlineData("HashSet<int>", "[1]")]
    [InlineData("FrozenSet<Guid>", "new[] { Guid.Empty }.ToFrozenSet()")]
    [InlineData("SortedSet<string>", "new() { \"a\" }")]
    [InlineData("Rights", "Rights.Read")]
    public void Empty_is_told_from_absent(string type, string initial) => Run($$"""
            public required {{type}} Given { get; init; }
            public {{type}} Kept { get; init; } = {{initial}};
            public {{type}}? Nullable { get; init; }
        """, $$"""
        var thing = Stored(Created{{Declared.Arguments}}("{\"given\":[],\"kept\":[],\"nullable\":[]}"));
        Assert.Null(Attribute(thing, "given"));
        Assert.Equal("{\"L\":[]}", Attribute(thing, "kept"));
        Assert.Equal("{\"L\":[]}", Attribute(thing, "nullable"));
        Assert.Equal("[]", Member(ThroughItem(thing), "given"));
        Assert.Equal("[]", Member(ThroughItem(thing), "kept"));
        Assert.Equal("[]", Member(ThroughItem(thing), "nullable"));
        """);

    [Theory]
    [InlineData("List<int>?", "[]")]
    [InlineData("HashSet<int>?", "[]")]
    [InlineData("Dictionary<int, int>?", "new()")]
    [InlineData("string?", "\"\"")]
    [InlineData("FrozenSet<int>?", "FrozenSet<int>.Empty")]
    public void Null_is_told_from_an_empty_initial_value(string type, string initial) => Run($"public {type} Value {{ get; init; }} = {initial};", $$"""
        Assert.Null(ThroughItem(Stored(new Thing { Value = null })).Value);
        Assert.Empty(ThroughItem(Stored(new Thing())).Value!);
        Assert.Null(Created{{Declared.Arguments}}("{\"value\":null}").Value);
        Assert.Empty(Created{{Declared.Arguments}}("{}").Value!);
        """);

    [Fact]
    public void Empty_by_name_is_left_out() => Run("""
            public FrozenSet<int> Value { get; init; } = FrozenSet<int>.Empty;
            public ImmutableHashSet<string> More { get; init; } = System.Collections.Immutable.ImmutableHashSet<string>.Empty;
        """, """
        Assert.Null(Attribute(Stored(new Thing()), "value"));
        Assert.Null(Attribute(Stored(new Thing()), "more"));
        """);

    [Fact]
    public void A_default_array_is_empty() => Run("""
            [MaxLength(2)] public ImmutableArray<int> Numbers { get; init; }
            [MinLength(1)] public ImmutableArray<int>? More { get; init; }
            public ImmutableArray<Place> Places { get; init; }
            public ImmutableArray<Place>? MorePlaces { get; init; }
        """, """
        var thing = Stored(new Thing { MorePlaces = default(ImmutableArray<Place>) });
        Assert.Equal("{\"L\":[]}", Attribute(thing, "numbers"));
        Assert.Equal("[]", Member(thing, "places"));
        Assert.Empty(ThroughItem(thing).Numbers);
        Assert.Equal("", Broken(thing));
        Assert.Equal("more: must have at least 1 elements", Broken(thing with { More = default(ImmutableArray<int>) }));
        Assert.Equal("numbers: must have at most 2 elements", Broken(thing with { Numbers = [1, 2, 3] }));
        """);

    [Fact]
    public void What_has_another_order_in_each_process_is_written_sorted() => Run("""
            public ImmutableHashSet<string> Texts { get; init; } = [];
            public FrozenSet<byte[]> Bytes { get; init; } = FrozenSet<byte[]>.Empty;
            public FrozenDictionary<string, int> Named { get; init; } = FrozenDictionary<string, int>.Empty;
        """, """
        var words = Enumerable.Range(0, 20).Select(number => $"w{number:D2}").ToArray();
        var thing = Stored(new Thing
        {
            Texts = [.. words.Reverse()],
            Bytes = words.Reverse().Select(System.Text.Encoding.UTF8.GetBytes).ToFrozenSet(ByteComparer.Instance),
            Named = words.ToFrozenDictionary(word => word, word => 1),
        });
        Assert.Equal("{\"SS\":[" + string.Join(",", words.Select(word => $"\"{word}\"")) + "]}", Attribute(thing, "texts"));
        Assert.Equal("{\"BS\":[" + string.Join(",", words.Select(word => $"\"{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(word))}\"")) + "]}", Attribute(thing, "bytes"));
        Assert.Equal("{" + string.Join(",", words.Select(word => $"\"{word}\":1")) + "}", Member(thing, "named"));
        """);

    [Fact]
    public void Rules_apply_to_the_new_types() => Run("""
            [Range(1, 10)] public Int128 Wide { get; init; } = 1;
            [Range(0, 1)] public Half Part { get; init; }
            [MaxLength(1)] public ReadOnlyMemory<byte> Bytes { get; init; }
            [MinLength(1)] public FrozenSet<int>? Set { get; init; }
        """, """
        Assert.Equal("", Broken(Stored(new Thing())));
        Assert.Equal("wide: must be from 1 to 10; part: must be from 0 to 1; bytes: must have at most 1 elements; set: must have at least 1 elements",
            Broken(Stored(new Thing { Wide = 11, Part = (Half)2, Bytes = new byte[2], Set = FrozenSet<int>.Empty })));
        """);

    [Fact]
    public void A_character_can_have_a_default() => Program.Run("""
        [Resource("things")] [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")] public partial record Thing(string Name, char Grade = 'b');
        """, $"Assert.Equal('b', Created{Declared.Arguments}(\"{{\\\"name\\\":\\\"x\\\"}}\").Grade);");

    private static void Run(string members, string statements) => Program.Run($"{Matrix.Usings}\n{Declared.Thing(members)}\n{TypeTable.Declarations}", "\n" + statements, Matrix.Usings);

    private static string Json(string value) => Core.CSharp.Literal($"{{\"value\":{value}}}");
}
