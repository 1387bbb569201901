using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0036Tests
{
    [Fact]
    public void A_resource_lists_no_kinds() => Findings.AssertOne("GCG0036",
        "'Thing' cannot be a resource of several kinds: keep what differs in a member of a polymorphic type, or declare a resource for each kind",
        $"[Resource(\"things\")] {Rule.Key} [System.Text.Json.Serialization.JsonDerivedType(typeof(Car), \"car\")] public partial record [|Thing|]; public record Car : Thing;");

    [Fact]
    public void A_resource_derives_from_no_resource() => Findings.AssertOne("GCG0036",
        "'Car' cannot be a resource of several kinds: its base 'Thing' is a resource as well; move the members of both into a base record that is none",
        $"[Resource(\"things\")] {Rule.Key} public partial record Thing; [Resource(\"cars\")] {Rule.Key.Replace("THING", "CAR")} public partial record [|Car|] : Thing;");

    [Fact]
    public void Resources_may_share_a_base() => Findings.AssertNone(
        $"public abstract record Named {{ public required string Name {{ get; init; }} }} [Resource(\"things\")] {Rule.Key} public partial record Thing : Named; [Resource(\"cars\")] {Rule.Key.Replace("THING", "CAR")} public partial record Car : Named;");
}
