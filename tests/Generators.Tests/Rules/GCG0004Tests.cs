using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0004Tests
{
    [Theory]
    [InlineData("OwnerID", "; did you mean 'OwnerId'?")]
    [InlineData("ownerid", "; did you mean 'OwnerId'?")]
    [InlineData("Owner", "; did you mean 'OwnerId'?")]
    [InlineData("Maker", "")]
    [InlineData("Titel", "; did you mean 'Title'?")]
    [InlineData("Tenant_Id", "; did you mean 'TenantId'?")]
    public void A_placeholder_is_a_member(string name, string advice) => Findings.AssertOne("GCG0004",
        $"'Thing' has no member '{name}'; a placeholder is the name of a member or of its attribute{advice}",
        Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", [|\"THING#{{{name}}}\"|])]"));

    [Theory]
    [InlineData("Title")]
    [InlineData("owner_id")]
    [InlineData("created_by")]
    public void Or_its_attribute(string name) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"THING#{{{name}}}#{{Id}}\")]"));
}
