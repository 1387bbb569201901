using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0046Tests
{
    [Theory]
    [InlineData("CompositeIndex(\"ByTitle\", [|[]|], [\"Count\"])", "a key has one to four members, not 0")]
    [InlineData("CompositeIndex(\"ByTitle\", [\"TenantId\"], [|[\"Title\", \"Count\", \"Code\", \"Day\", \"Id\"]|])", "a key has one to four members, not 5")]
    [InlineData("CompositeIndex(\"ByTitle\", [\"TenantId\", \"Title\"], [|[\"title\"]|])", "'Title' is in both keys; leave it out of the sort key")]
    [InlineData("CompositeIndex(\"ByTitle\", [\"TenantId\"], [\"Title\"], [|Projection = IndexProjection.KeysOnly|])",
        "with its keys alone, deleted resources could not be told from others; use IndexProjection.Include")]
    [InlineData("SecondaryIndex(\"ByTitle\", \"TENANT#{TenantId}\", \"T#{Title}\", [|Projection = IndexProjection.Include|])", "Include names the members it holds, and there are none")]
    [InlineData("SecondaryIndex(\"ByTitle\", \"TENANT#{TenantId}\", \"T#{Title}\", [|Include = [\"Title\"]|])", "Include has a meaning only with Projection = IndexProjection.Include")]
    [InlineData("LocalSecondaryIndex(\"ByTitle\", \"T#{Title}\", [|Route = \"/by-title\"|], Projection = IndexProjection.KeysOnly)",
        "a list shows whole resources, and the index does not hold them; remove the route or the projection")]
    public void An_index_is_one_that_can_be_made(string attribute, string problem) => Findings.AssertOne("GCG0046",
        $"'Thing' cannot have the index 'ByTitle': {problem}", Rule.Keys($"{Rule.Key}[{attribute}]"));

    [Fact]
    public void The_attributes_of_an_index_are_no_members() => Findings.AssertOne("GCG0046",
        "'Thing' cannot have the index 'ByTitle': its key would be stored as 'titles_sk', as 'TitlesSk' is; choose another Index",
        Rule.Resource($"{Rule.Key}[[|SecondaryIndex(\"ByTitle\", \"TENANT#{{TenantId}}\", \"T#{{TitlesSk}}\", Index = \"titles\")|]]", "public string? TitlesSk { get; init; }"));

    [Fact]
    public void Indexes_of_every_kind_and_projection_are_fine() => Findings.AssertNone(Rule.Keys($$"""
        {{Rule.Key}}
        [CompositeIndex("A", ["TenantId", nameof(Thing.Day)], [nameof(Thing.CreatedAt), "count", "Code", "Title"], Projection = IndexProjection.Include, Include = ["Tags", "owner_id"])]
        [LocalSecondaryIndex("B", "B#{Title}", Projection = IndexProjection.KeysOnly)]
        [SecondaryIndex("C", "TENANT#{TenantId}", "C#{Title}", Route = "/c-things")]
        [LocalSecondaryIndex("D", "D#{At}", Route = "/d-things")]
        """));
}
