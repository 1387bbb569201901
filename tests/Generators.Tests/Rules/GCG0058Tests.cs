using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0058Tests
{
    [Theory]
    [InlineData("[[|Counter|]] public decimal Views { get; init; }", "it must be of type long or int")]
    [InlineData("[[|Counter|]] public long? Views { get; init; }", "it must be of type long or int")]
    [InlineData("[[|Counter(Shards = 1)|]] public long Views { get; init; }", "Shards must be 2 to 100, or left out")]
    public void A_counter_is_a_whole_number(string members, string problem) => Findings.AssertOne("GCG0058",
        $"'Thing.Views' cannot be a counter: {problem}", Rule.Members(members));

    [Fact]
    public void A_counter_is_in_no_key() => Findings.AssertOne("GCG0058", "'Thing.Views' cannot be a counter: it stands in a key, which counting does not change",
        Rule.Resource(Rule.Key + "[SecondaryIndex(\"ByViews\", \"TENANT#{TenantId}\", \"{Views}\")]", "[[|Counter|]] public long Views { get; init; }"));

    [Fact]
    public void The_service_counts_versions() => Findings.AssertOne("GCG0058", "'Thing.Version' cannot be a counter: the service sets it",
        Rule.Members("[[|Counter|]] public long Version { get; init; }"));

    [Fact]
    public void Whole_numbers_are_fine() => Findings.AssertNone(Rule.Members("[Counter] public int Votes { get; init; } [Counter(Shards = 10)] public long Views { get; init; }"));
}
