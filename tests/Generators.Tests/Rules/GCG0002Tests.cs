using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0002Tests
{
    [Fact]
    public void The_partition_holds_the_tenant() => Findings.AssertOne("GCG0002",
        "The partition key of 'Thing' must hold {TenantId}, or tenants share a partition: begin it with 'TENANT#{TenantId}'",
        Rule.Keys("[PrimaryKey([|\"OWNER#{OwnerId}\"|], \"THING#{Id}\")]"));

    [Fact]
    public void The_tenant_in_the_sort_key_is_not_enough() => Findings.AssertOne("GCG0002",
        "The partition key of 'Thing' must hold {TenantId}, or tenants share a partition: begin it with 'TENANT#{TenantId}'",
        Rule.Keys("[PrimaryKey(sort: \"TENANT#{TenantId}#{Id}\", [|partition: \"THINGS\"|])]"));

    [Theory]
    [InlineData("TENANT#{TenantId}")]
    [InlineData("{tenant_id}")]
    [InlineData("OWNER#{OwnerId}#{TenantId}")]
    public void It_may_stand_anywhere_in_it(string pattern) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"{pattern}\", \"THING#{{Id}}\")]"));
}
