using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0101Tests
{
    [Fact]
    public void Keys_of_ours_hold_the_tenant() => Findings.AssertOne("GCG0101",
        "'Thing' cannot have a primary key of several tenants: that is for tables of the Python SDK alone; add [PythonItems], or put {TenantId} into the partition pattern",
        Rule.Resource("[PrimaryKey(\"THING#{Id}\", \"THING#{Id}\", [|CrossTenant = true|])]", ""));

    [Fact]
    public void Keys_of_the_python_sdk_may_do_without_if_they_say_so()
    {
        Findings.AssertNone(Rule.Resource("[PythonItems][PrimaryKey(\"thing#{Id}\", \"thing#{Id}\", CrossTenant = true)]", ""));
        Findings.AssertNone(Rule.Resource("[PythonItems][PrimaryKey(\"tenant#{TenantId}\", \"thing#{Id}\")]", ""));
        Findings.AssertOne("GCG0002", "The partition key of 'Thing' must hold {TenantId}, or tenants share a partition: begin it with 'TENANT#{TenantId}'", Rule.Resource("[PythonItems][PrimaryKey([|\"thing#{Id}\"|], \"thing#{Id}\")]", ""));
    }
}
