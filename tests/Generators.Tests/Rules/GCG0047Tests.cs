using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0047Tests
{
    [Theory]
    [InlineData("SecondaryIndex(\"ByName\", \"TENANT#{TenantId}#WIDGETS\", \"N#{Name}\", Index = \"lsi1\")", "lsi1", "one is local, the other global")]
    [InlineData("CompositeIndex(\"ByName\", [\"TenantId\"], [\"Name\"])", "gsi1", "their key attributes differ")]
    public void An_index_is_declared_in_one_way(string attribute, string index, string difference) => Findings.AssertOne("GCG0047",
        $"The index '{index}' of 'Widget' is declared in another way by 'Thing': {difference}; give one of them another Index",
        Thing("") + Widget($"[|{attribute}|]"));

    [Fact]
    public void One_index_may_hold_what_two_resources_need() => Findings.AssertNone(
        Thing(", Projection = IndexProjection.Include, Include = [\"Title\"]") + Widget("SecondaryIndex(\"ByName\", \"TENANT#{TenantId}#WIDGETS\", \"N#{Name}\", Projection = IndexProjection.KeysOnly)"));

    private static string Thing(string more) => Rule.Keys($"{Rule.Key}[SecondaryIndex(\"ByTitle\", \"TENANT#{{TenantId}}\", \"T#{{Title}}\"{more})][LocalSecondaryIndex(\"ByCount\", \"T#{{Count}}\")]");

    private static string Widget(string attribute) => $$"""

        [Resource("widgets")] [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")]
        {{(attribute.StartsWith('[') ? attribute.Insert(0, "[") + "]" : $"[{attribute}]")}}
        public partial record Widget { public string Name { get; init; } = ""; }
        """;
}
