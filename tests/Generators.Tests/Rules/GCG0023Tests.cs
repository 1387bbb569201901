using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0023Tests
{
    [Theory]
    [InlineData("PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")", "PrimaryKey")]
    [InlineData("SecondaryIndex(\"ByOwner\", \"TENANT#{TenantId}\", \"{Id}\")", "SecondaryIndex")]
    [InlineData("Allow(Operation.Update, Anyone = true)", "Allow")]
    public void A_key_belongs_to_a_resource(string attribute, string name) => Findings.AssertOne("GCG0023",
        $"[{name}] does nothing here, because 'OrderLine' is not a resource: add [Resource(\"order-lines\")]",
        $"[[|{attribute}|]] public partial record OrderLine;");

    [Fact]
    public void With_a_resource_it_is_fine() => Findings.AssertNone(Rule.Members("public int X { get; init; }"));
}
