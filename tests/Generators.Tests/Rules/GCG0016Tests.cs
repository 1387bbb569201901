using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0016Tests
{
    [Theory]
    [InlineData("\"ByOwner\", \"TENANT#{TenantId}\", \"B#{Id}\"", "name", "ByOwner")]
    [InlineData("\"ByTitle\", \"TENANT#{TenantId}\", \"B#{Id}\", Index = \"gsi1\"", "slot", "gsi1")]
    public void Each_index_is_used_once(string arguments, string what, string value) => Findings.AssertOne("GCG0016",
        $"'Thing' uses the index {what} '{value}' twice; give each access pattern its own",
        Rule.Keys($"{Rule.Key}[SecondaryIndex(\"ByOwner\", \"TENANT#{{TenantId}}\", \"A#{{Id}}\")][[|SecondaryIndex({arguments})|]]"));

    [Fact]
    public void Two_are_fine() => Findings.AssertNone(Rule.Keys(Rule.Key +
        "[SecondaryIndex(\"ByOwner\", \"TENANT#{TenantId}\", \"A#{Id}\")][SecondaryIndex(\"ByTitle\", \"TENANT#{TenantId}\", \"B#{Id}\", Index = \"titles\")]"));
}
