using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0072Tests
{
    private const string Sharded = "[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\", Shards = 8)]";

    [Theory]
    [InlineData("[[|SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{Count}\", Shards = 8)|]]", "{Id}")]
    [InlineData("[[|SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{Count}#{Id:lower}\", Shards = 8)|]]", "{Id}")]
    [InlineData("[[|SecondaryIndex(\"ByX\", \"THINGS\", \"{Count}#{Id}\", CrossTenant = true, Shards = 8)|]]", "{TenantId}")]
    [InlineData("[[|LocalSecondaryIndex(\"ByX\", \"X#{Count}\")|]]", "{Id}")]
    public void A_sharded_index_holds_what_identifies_a_resource(string index, string member) => Findings.AssertOne("GCG0072",
        $"The sharded index 'ByX' of 'Thing' can hold two items of one sort key, and a list could not go on between them: add {member} to its sort key",
        Rule.Keys(Sharded + index));

    [Fact]
    public void It_does_in_any_order_and_an_index_without_shards_need_not() => Findings.AssertNone(Rule.Keys(Sharded + """
        [SecondaryIndex("A", "TENANT#{TenantId}#{Id}", "{Count}", Shards = 8)]
        [SecondaryIndex("B", "TENANT#{TenantId}", "B#{Id}#{Count}", Shards = 4)]
        [SecondaryIndex("C", "THINGS", "{TenantId}#{Id}", CrossTenant = true, Shards = 4)]
        [SecondaryIndex("D", "TENANT#{TenantId}", "D#{Count}")]
        [LocalSecondaryIndex("E", "E#{Count}#{Id}")]
        """));

    [Fact]
    public void A_formatted_member_is_held_as_the_table_has_it() => Findings.AssertNone(Rule.Keys("""
        [PrimaryKey("TENANT#{TenantId}", "THING#{Title:lower}", Shards = 8)]
        [SecondaryIndex("A", "TENANT#{TenantId}", "{Count}#{Title:lower}", Shards = 8)]
        [SecondaryIndex("B", "TENANT#{TenantId}", "{Count}#{Title}", Shards = 8)]
        """));
}
