using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0040Tests
{
    [Theory]
    [InlineData("AttributeName", "", "it is empty; give it a name, or leave the attribute out")]
    [InlineData("System.Text.Json.Serialization.JsonPropertyName", "", "it is empty; give it a name, or leave the attribute out")]
    public void A_name_has_a_character(string attribute, string name, string problem) => Findings.AssertOne("GCG0040",
        $"'Thing.Title' cannot be called '{name}': {problem}", Rule.Members($"[{attribute}([|\"{name}\"|])] public string? Title {{ get; init; }}"));

    [Fact]
    public void A_name_has_at_most_255_bytes()
    {
        Findings.AssertNone(Rule.Members($"[AttributeName(\"{new string('\u00e9', 127)}x\")] public string? Title {{ get; init; }}"));
        var name = new string('\u00e9', 128);
        Findings.AssertOne("GCG0040", $"'Thing.Title' cannot be called '{name}': it has more than 255 bytes", Rule.Members($"[AttributeName([|\"{name}\"|])] public string? Title {{ get; init; }}"));
    }

    [Fact]
    public void Any_other_name_is_fine() => Findings.AssertNone(
        Rule.Members("[AttributeName(\"a \\\"b\\\\ \u00e9.c\"), System.Text.Json.Serialization.JsonPropertyName(\"$x y\")] public string? Title { get; init; }"));
}
