using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0041Tests
{
    [Theory]
    [InlineData("public string? Title { get; init; } [System.Text.Json.Serialization.JsonPropertyName(\"title\")] public string? [|Head|] { get; init; }", "Head", "title", "Title")]
    [InlineData("public string? Title { get; init; } [Computed, System.Text.Json.Serialization.JsonPropertyName(\"title\")] public string [|Head|] => \"\";", "Head", "title", "Title")]
    [InlineData("[System.Text.Json.Serialization.JsonPropertyName(\"version\")] public string? [|Head|] { get; init; }", "Head", "version", "Version")]
    public void Members_have_names_of_their_own_in_the_API(string members, string name, string shown, string taken) => Findings.AssertOne("GCG0041",
        $"'Thing.{name}' would be '{shown}' in the API, which is taken by '{taken}'; rename it, or give it another name with [JsonPropertyName]", Rule.Members(members));

    [Fact]
    public void Names_that_change_places_are_fine() => Findings.AssertNone(Rule.Members("""
        [System.Text.Json.Serialization.JsonPropertyName("b"), AttributeName("b")] public string? A { get; init; }
            [System.Text.Json.Serialization.JsonPropertyName("a"), AttributeName("a")] public string? B { get; init; }
        """));
}
