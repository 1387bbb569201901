using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0005Tests
{
    [Theory]
    [InlineData("object", "use System.Text.Json.JsonElement for free-form values, or say which type it is")]
    [InlineData("dynamic", "use System.Text.Json.JsonElement for free-form values, or say which type it is")]
    [InlineData("nint", "its size is the machine's; use long or ulong")]
    [InlineData("Action", "code cannot be stored; keep what it needs")]
    [InlineData("(int, string)", "declare a partial record with names for its parts")]
    [InlineData("Tuple<int, int>", "declare a partial record with names for its parts")]
    [InlineData("KeyValuePair<int, int>", "use a dictionary, or a partial record with names for its parts")]
    [InlineData("Queue<string>", "use a list, whose order is kept")]
    [InlineData("Stack<string>", "use a list, whose order is kept")]
    [InlineData("IAsyncEnumerable<int>", "keep the value, when it is there")]
    [InlineData("System.IO.Stream", "use byte[] or ReadOnlyMemory<byte>", "Stream")]
    [InlineData("System.IO.Stream?", "use byte[] or ReadOnlyMemory<byte>", "Stream?")]
    [InlineData("Type", "keep its name as a string")]
    [InlineData("System.Globalization.CultureInfo", "keep its name, such as en-GB, as a string", "CultureInfo")]
    [InlineData("IComparable", "use a list, a dictionary, or an abstract partial record that lists its kinds with [JsonDerivedType]")]
    [InlineData("Holes", Unnamed)]
    [InlineData("HashSet<bool>", InSets)]
    [InlineData("HashSet<Plain>", InSets)]
    [InlineData("HashSet<string?>", "a set of DynamoDB holds no null")]
    [InlineData("SortedSet<byte[]>", "its elements have no order; use HashSet")]
    [InlineData("SortedSet<Uri>", "its elements have no order; use HashSet")]
    [InlineData("Dictionary<double, string>", Names)]
    [InlineData("Dictionary<bool, string>", Names)]
    [InlineData("Dictionary<string, object>", Names)]
    [InlineData("List<object>", "its elements are of no supported type")]
    [InlineData("object[]", "its elements are of no supported type")]
    [InlineData("int[,]", "use an array of arrays")]
    [InlineData("Version", "turn it into a partial record, name a [Converter<T>], or mark the property as computed by removing its setter")]
    [InlineData("Other", "it is a resource of its own; keep its id instead")]
    [InlineData("Pair<int>", "generic records have no one mapping; declare a partial record for each case")]
    [InlineData("Shape", "it is abstract; list its kinds with [JsonDerivedType(typeof(...), \"...\")]")]
    [InlineData("System.Text.Json.Nodes.JsonObject", "use System.Text.Json.JsonElement for free-form values", "JsonObject")]
    [InlineData("Odd", "its [Converter<T>] must implement IValueConverter for it, with a stored type that can be stored and is not nullable")]
    public void A_member_is_of_a_type_that_can_be_stored(string type, string advice, string? shown = null) => Findings.AssertOne("GCG0005",
        $"'Thing.Value' is of type '{shown ?? type}', which cannot be stored: {advice}",
        Rule.Members($"public required [|{type}|] Value {{ get; init; }}") + """

        [Resource("others")] [PrimaryKey("TENANT#{TenantId}", "OTHER#{Id}")] public partial record Other;
        public partial record struct Pair<T>(T X, T Y);
        [Converter<string>] public class Odd;
        public abstract partial record Shape;
        public partial record Plain;
        [Flags] public enum Holes { Read = 1, All = 7 }
        """);

    private const string Unnamed = "some of its bits have no name of their own; give each one a member";
    private const string InSets = "sets hold texts, numbers, bytes or what is written as one of these; use a list for other elements";
    private const string Names = "dictionaries have names of string, char, Guid, an enum, whole numbers, dates or times, and values of a supported type";

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
