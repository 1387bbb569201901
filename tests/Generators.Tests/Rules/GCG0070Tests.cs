using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0070Tests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(101)]
    public void A_partition_has_two_to_a_hundred_shards(int shards) => Findings.AssertOne("GCG0070",
        $"'Thing' cannot have {shards} shards: a partition has 2 to 100, or none where Shards is left out",
        Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"THING#{{Id}}\", [|Shards = {shards}|])]"));

    [Fact]
    public void So_has_a_partition_of_an_index() => Findings.AssertOne("GCG0070",
        "'Thing' cannot have 1000 shards: a partition has 2 to 100, or none where Shards is left out",
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByCount\", \"TENANT#{TenantId}\", \"{Count}#{Id}\", [|Shards = 1000|])]"));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(100)]
    public void These_are_fine(int shards) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"THING#{{Id}}\", Shards = {shards})]"));
}
