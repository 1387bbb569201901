using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0065Tests
{
    [Theory]
    [InlineData("[Audited]", "its audit trail needs the old values")]
    [InlineData("[SchemaVersion(1)]", "an item may be of an older version")]
    public void Where_the_current_resource_is_always_needed_nothing_is_direct(string attribute, string problem) => Findings.AssertOne("GCG0065",
        $"Direct = true does nothing for 'Thing', because {problem}; remove it",
        Rule.Resource($"{Rule.Key}{attribute}[Changes([|Direct = true|])]", "public int X { get; init; }"));

    [Fact]
    public void Elsewhere_it_is_fine() => Findings.AssertNone(Rule.Resource($"{Rule.Key}[Changes(Direct = true)]", "public int X { get; init; }"));
}
