using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0005Tests
{
    [Theory]
    [InlineData("object", "use System.Text.Json.JsonElement for free-form values, or say which type it is")]
    [InlineData("dynamic", "use System.Text.Json.JsonElement for free-form values, or say which type it is")]
    [InlineData("char", "use string")]
    [InlineData("(int, string)", "declare a partial record with names for its parts")]
    [InlineData("IEnumerable<string>", "a sequence may be computed anew each time it is read; use IReadOnlyList")]
    [InlineData("System.Text.Json.Nodes.JsonObject", "use System.Text.Json.JsonElement for free-form values")]
    [InlineData("IComparable", "use a list, a dictionary, or an abstract partial record that lists its kinds with [JsonDerivedType]")]
    [InlineData("AttributeTargets", "a [Flags] enum has no one name; use a list of a plain enum")]
    [InlineData("HashSet<int>", "sets hold strings; use a list for other elements")]
    [InlineData("Dictionary<int, string>", "dictionaries have string keys and values of a supported type")]
    [InlineData("Dictionary<string, int?>", "a merge patch removes an entry by null, so its values cannot be null")]
    [InlineData("List<object>", "its elements are of no supported type")]
    [InlineData("int[,]", "its elements are of no supported type")]
    [InlineData("Version", "turn it into a partial record, name a [Converter<T>], or mark the property as computed by removing its setter")]
    [InlineData("Other", "it is a resource of its own; keep its id instead")]
    [InlineData("Pair<int>", "generic records have no one mapping; declare a partial record for each case")]
    [InlineData("Shape", "it is abstract; list its kinds with [JsonDerivedType(typeof(...), \"...\")]")]
    [InlineData("Odd", "its [Converter<T>] must implement IValueConverter for it, with a stored type that can be stored and is not nullable")]
    public void A_member_is_of_a_type_that_can_be_stored(string type, string advice) => Findings.AssertOne("GCG0005",
        $"'Thing.Value' is of type '{type.Split('.')[^1]}', which cannot be stored: {advice}",
        Rule.Members($"public required [|{type}|] Value {{ get; init; }}") + """

        [Resource("others")] [PrimaryKey("TENANT#{TenantId}", "OTHER#{Id}")] public partial record Other;
        public partial record struct Pair<T>(T X, T Y);
        [Converter<string>] public class Odd;
        public abstract partial record Shape;
        """);

    [Fact]
    public void A_hidden_enum_cannot_be_named() => Findings.AssertOne("GCG0005",
        "'Thing.Value' is of type 'Kind', which cannot be stored: generated code cannot see it; make it internal or public",
        Rule.Members("[SetByServer] private [|Kind|] Value { get; set; } private enum Kind { A }"));

    [Fact]
    public void A_system_member_has_its_type() => Findings.AssertOne("GCG0005",
        "'Thing.Version' is of type 'int', which cannot be stored: the system member 'Version' must be of type 'long'",
        Rule.Members("public [|int|] Version { get; init; }"));

    [Theory]
    [InlineData("Nowhere", "CS0246")]
    [InlineData("List<Nowhere>", "CS0246")]
    public void What_the_compiler_does_not_know_it_reports_itself(string type, string id)
    {
        var found = Findings.Of(Rule.Members($"public {type}? Value {{ get; init; }}"));
        Assert.Equal([id], found.Select(static diagnostic => diagnostic.Id));
    }

    [Fact]
    public void A_computed_member_may_be_of_any_type() => Findings.AssertNone(Rule.Members("public object Value => Id;"));
}
