using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0048Tests
{
    private const string Rack = """
        [Resource("racks")] [PrimaryKey("TENANT#{TenantId}", "RACK#{Id}")]
        [CompositeIndex("ByFloor", ["TenantId", "Zone"], ["Floor"])]
        public partial record Rack { public required string Zone { get; init; } public int Floor { get; init; } }

        """;

    [Theory]
    [InlineData("string [|Floor|] { get; init; } = \"\";", "Floor", "floor", "number")]
    [InlineData("string? [|Zone|] { get; init; } = \"x\";", "Zone", "zone", "text")]
    [InlineData("bool [|Zone|] { get; init; }", "Zone", "zone", "text")]
    [InlineData("List<string> [|Zone|] { get; init; } = [];", "Zone", "zone", "text")]
    public void A_key_attribute_has_one_type_in_the_table(string member, string name, string attribute, string type) => Findings.AssertOne("GCG0048",
        $"'Thing.{name}' is stored as '{attribute}' and is no {type}, but the index 'ByFloor' of 'Rack' needs that: DynamoDB would refuse every 'Thing'; rename one of the members",
        Rack + Rule.Members("public " + member));

    [Theory]
    [InlineData("long? Floor")]
    [InlineData("Guid Zone")]
    [InlineData("DayOfWeek Zone")]
    public void The_same_type_is_fine(string member) => Findings.AssertNone(Rack + Rule.Members($"public {member} {{ get; init; }}"));
}
