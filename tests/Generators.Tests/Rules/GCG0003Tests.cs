using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0003Tests
{
    [Fact]
    public void The_partition_of_an_index_holds_the_tenant() => Findings.AssertOne("GCG0003",
        "The partition key of index 'ByOwner' of 'Thing' must hold {TenantId}; if it is meant to hold several tenants, say CrossTenant = true",
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByOwner\", [|\"OWNER#{OwnerId}\"|], \"THING#{Id}\")]"));

    [Fact]
    public void So_does_that_of_a_composite_index() => Findings.AssertOne("GCG0003",
        "The partition key of index 'ByOwner' of 'Thing' must hold {TenantId}; if it is meant to hold several tenants, say CrossTenant = true",
        Rule.Keys(Rule.Key + "[CompositeIndex(\"ByOwner\", [|[\"OwnerId\"]|], [\"TenantId\"])]"));

    [Theory]
    [InlineData("\"TENANT#{TenantId}#OWNER#{OwnerId}\", \"THING#{Id}\"")]
    [InlineData("\"OWNER#{OwnerId}\", \"THING#{Id}\", CrossTenant = true")]
    public void Unless_several_are_meant(string arguments) => Findings.AssertNone(Rule.Keys($"{Rule.Key}[SecondaryIndex(\"ByOwner\", {arguments})]"));
}
