using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0019Tests
{
    private const string System = "; a system member is declared with 'get' and 'init'";

    [Theory]
    [InlineData("public string [|Id|] => \"x\";", "Id", System)]
    [InlineData("public long [|Version|]() => 1;", "Version", System)]
    [InlineData("public int [|ThingInput|] { get; init; }", "ThingInput", "")]
    [InlineData("public int [|ThingPatch|] { get; init; }", "ThingPatch", "")]
    [InlineData("[RegularExpression(\"a\")] public string? Title { get; init; } public int [|TitlePattern|] { get; init; }", "TitlePattern", "")]
    public void Names_of_generated_members_are_free(string members, string name, string advice) => Findings.AssertOne("GCG0019",
        $"'{name}' is generated for 'Thing', but it is declared already; rename one of them{advice}", Rule.Members(members));

    [Theory]
    [InlineData("public class [|ThingKey|];", "ThingKey", ", or make yours partial to add to it")]
    [InlineData("public enum [|ThingHandlers|] { A }", "ThingHandlers", ", or make yours partial to add to it")]
    [InlineData("public class [|ThingService|];", "ThingService", ", or make yours partial to add to it")]
    public void So_are_those_of_types_beside_it(string type, string name, string advice) => Findings.AssertOne("GCG0019",
        $"'{name}' is generated for 'Thing', but it is declared already; rename one of them{advice}", Rule.Members("public int X { get; init; }") + type);

    [Fact]
    public void What_is_partial_can_be_added_to() => Findings.AssertNone(Rule.Members("public int X { get; init; }") +
        "public partial class ThingService { } public partial record ThingInput { } public sealed partial record ThingPatch { } public class ThingKey<T>;" +
        "public partial record struct ThingKey { } public static partial class ThingKeys { } public partial class ThingHandlers { }");

    [Theory]
    [InlineData("public partial record ThingInput { public string? [|Title|] { get; init; } }", "Title", "ThingInput")]
    [InlineData("public partial record ThingPatch { public string? [|Title|] => null; }", "Title", "ThingPatch")]
    public void What_clients_may_send_is_declared_on_the_record(string type, string name, string body) => Findings.AssertOne("GCG0019",
        $"'{name}' is generated for '{body}', but it is declared already; rename one of them; what clients may send follows from the members of 'Thing'",
        Rule.Members("public string? Title { get; init; }") + type);

    [Theory]
    [InlineData("public partial class ThingHandlers { private int [|_api|]; }", "_api", "ThingHandlers", new[] { "CS0102", "CS0229" })]
    [InlineData("public partial class ThingHandlers { public int [|GetAsync|] => 1; }", "GetAsync", "ThingHandlers", new[] { "CS0102" })]
    public void What_generated_code_sets_cannot_be_written_by_hand(string type, string name, string of, string[] alsoFromCompiler) => Findings.AssertOne("GCG0019",
        $"'{name}' is generated for '{of}', but it is declared already; rename one of them", Rule.Members("public string? Title { get; init; }") + type, alsoFromCompiler);

    [Fact]
    public void System_members_may_be_declared() => Findings.AssertNone(Rule.Members("public required string Id { get; init; } public DateTimeOffset? DeletedAt { get; init; }"));
}
