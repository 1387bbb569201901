using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0052Tests
{
    [Fact]
    public void A_projection_is_of_a_resource() => Findings.AssertOne("GCG0052",
        "'Card' cannot be a part of 'Other', which is not a resource of this project: name a record that has [Resource]",
        "public partial record Other; [[|ProjectionOf<Other>|]] public partial record Card;");

    [Fact]
    public void Of_a_resource_it_is_fine() => Findings.AssertNone(
        Rule.Members("public int X { get; init; }") + "[ProjectionOf<Thing>] public partial record Card { public int X { get; init; } }");
}
