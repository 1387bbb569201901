using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0010Tests
{
    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("THING#{Id", "a '{' has no '}'")]
    [InlineData("THING#Id}", "a '}' has no '{'")]
    [InlineData("THING#{Id}x", "text after a placeholder must begin with '#', not 'x'")]
    [InlineData("THING", "with no member but the tenant a tenant could have one resource only; end it with {Id}")]
    public void A_pattern_can_be_read(string pattern, string problem) => Findings.AssertOne("GCG0010",
        $"The pattern '{pattern}' cannot be read: {problem}", Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", [|\"{pattern}\"|])]"));

    [Theory]
    [InlineData("{Id}")]
    [InlineData("THING{Id}")]
    [InlineData("THING#{Id}#END")]
    public void Literals_are_free_otherwise(string pattern) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"{pattern}\")]"));
}
