using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0004Tests
{
    [Theory]
    [InlineData("OwnerID", "; did you mean 'OwnerId'?")]
    [InlineData("ownerid", "; did you mean 'OwnerId'?")]
    [InlineData("Owner", "; did you mean 'OwnerId'?")]
    [InlineData("Maker", "")]
    [InlineData("Here.CITY", "; did you mean 'Here.City'?")]
    [InlineData("Here.Maker", "")]
    [InlineData("Title.Length", "")]
    [InlineData("Titel", "; did you mean 'Title'?")]
    [InlineData("Tenant_Id", "; did you mean 'TenantId'?")]
    public void A_placeholder_is_a_member(string name, string advice) => Findings.AssertOne("GCG0004",
        $"'Thing' has no member '{name}'; a placeholder is the name of a member or of its attribute{advice}",
        Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", [|\"THING#{{{name}}}\"|])]"));

    [Theory]
    [InlineData("CompositeIndex(\"ByOwner\", [|[\"TenantId\", \"OwnerID\"]|], [\"Id\"])")]
    [InlineData("SecondaryIndex(\"ByOwner\", \"TENANT#{TenantId}\", \"T#{Id}\", Projection = IndexProjection.Include, [|Include = [\"OwnerID\"]|])")]
    public void So_is_a_name_in_an_index(string attribute) => Findings.AssertOne("GCG0004",
        "'Thing' has no member 'OwnerID'; a placeholder is the name of a member or of its attribute; did you mean 'OwnerId'?", Rule.Keys($"{Rule.Key}[{attribute}]"));

    [Theory]
    [InlineData("Title")]
    [InlineData("owner_id")]
    [InlineData("created_by")]
    public void Or_its_attribute(string name) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"THING#{{{name}}}#{{Id}}\")]"));
}
