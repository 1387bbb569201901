using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0007Tests
{
    [Fact]
    public void Placeholders_do_not_touch() => Findings.AssertOne("GCG0007",
        "In 'THING#{OwnerId}{Id}' the placeholders {OwnerId} and {Id} touch, so that different values can give one key; put '#' between them",
        Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}\", [|\"THING#{OwnerId}{Id}\"|])]"));

    [Fact]
    public void A_separator_tells_them_apart() => Findings.AssertNone(Rule.Keys("[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{OwnerId}#{Id}\")]"));
}
