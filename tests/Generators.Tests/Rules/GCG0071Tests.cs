using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0071Tests
{
    [Fact]
    public void The_sort_key_chooses_the_shard() => Findings.AssertOne("GCG0071",
        "A partition of 'Thing' cannot have shards: the sort key has no member to choose the shard by; leave Shards out",
        Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}#{Id}\", \"THING\", [|Shards = 8|])]"));

    [Fact]
    public void The_name_of_the_shard_is_its_own() => Findings.AssertOne("GCG0071",
        "A partition of 'Thing' cannot have shards: 'Shard' would be confused with the number of the shard; rename it",
        Rule.Resource("[PrimaryKey(\"TENANT#{TenantId}#{Shard}\", \"THING#{Id}\", [|Shards = 8|])]", "public required string Shard { get; init; }"));

    [Fact]
    public void A_member_of_the_sort_key_may_have_it() => Findings.AssertNone(
        Rule.Resource("[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Shard}#{Id}\", Shards = 8)]", "public required string Shard { get; init; }"));

    [Fact]
    public void An_index_may_be_sharded_where_the_table_cannot_be() => Findings.AssertNone(
        Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}#{Id}\", \"THING\")][SecondaryIndex(\"ByCount\", \"TENANT#{TenantId}\", \"{Count}#{Id}\", Shards = 8)]"));
}
