using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0008Tests
{
    [Theory]
    [InlineData("THING#{Id}", "THING#")]
    [InlineData("THING#PART#{Id}", "THING#")]
    [InlineData("{Id}", "")]
    public void Sort_keys_in_one_partition_begin_differently(string sort, string prefix) => Findings.AssertOne("GCG0008",
        $"Sort keys of 'Widget' begin with '{prefix}', as those of 'Thing' in the same partition do: listing 'Widget' would read both; begin one of them differently",
        Rule.Members("public int X { get; init; }") + $$"""

        [Resource("widgets")] [[|PrimaryKey("TENANT#{tenant_id}", "{{sort}}")|]] public partial record Widget;
        """);

    [Fact]
    public void So_do_those_in_an_index() => Findings.AssertOne("GCG0008",
        "Sort keys of 'Widget' begin with 'AT#', as those of 'Thing' in the same partition do: listing 'Widget' would read both; begin one of them differently",
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByOwner\", \"TENANT#{TenantId}#{OwnerId}\", \"AT#{At}\")]") + """

        [Resource("widgets")] [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")]
        [[|SecondaryIndex("ByMaker", "TENANT#{TenantId}#{Maker}", "AT#{CreatedAt}")|]]
        public partial record Widget { public string Maker { get; init; } = ""; }
        """);

    [Fact]
    public void So_do_those_in_a_local_index() => Findings.AssertOne("GCG0008",
        "Sort keys of 'Widget' begin with 'AT#', as those of 'Thing' in the same partition do: listing 'Widget' would read both; begin one of them differently",
        Rule.Keys(Rule.Key + "[LocalSecondaryIndex(\"ByTitle\", \"AT#{Title}\")]") + """

        [Resource("widgets")] [PrimaryKey("TENANT#{TenantId}", "WIDGET#{Id}")]
        [[|LocalSecondaryIndex("ByAge", "AT#OLD#{CreatedAt}")|]]
        public partial record Widget;
        """);

    [Theory]
    [InlineData("\"TENANT#{TenantId}\", \"THING#{Id}\", Shards = 4")]
    [InlineData("\"TENANT#{TenantId}#SHARD#{Part}\", \"THING#{Id}\"")]
    [InlineData("\"TENANT#{TenantId}#SHARD#3\", \"THING#{Id}\"")]
    public void So_do_those_in_shards_of_any_number(string key) => Findings.AssertOne("GCG0008",
        "Sort keys of 'Widget' begin with 'THING#', as those of 'Thing' in the same partition do: listing 'Widget' would read both; begin one of them differently",
        Rule.Resource("[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\", Shards = 8)]", "public int X { get; init; }") + $$"""

        [Resource("widgets")] [[|PrimaryKey({{key}})|]] public partial record Widget { public required string Part { get; init; } }
        """);

    [Theory]
    [InlineData("\"TENANT#{TenantId}\", \"THING#{Id}\", Shards = 4")]
    [InlineData("\"TENANT#{TenantId}\", \"WIDGET#{Id}\"")]
    [InlineData("\"TENANT#{TenantId}#WIDGETS\", \"THING#{Id}\"")]
    [InlineData("\"ACCOUNT#{TenantId}\", \"THING#{Id}\"")]
    public void Another_prefix_or_another_partition_is_fine(string key) => Findings.AssertNone(Rule.Members("public int X { get; init; }"), $$"""
        [Resource("widgets")] [PrimaryKey({{key}})] public partial record Widget;
        """);
}
