using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0001Tests
{
    [Fact]
    public void A_resource_is_partial() => Findings.AssertOne("GCG0001",
        "'Thing' must be partial, so that its mapping can be generated into it: write 'partial record Thing'",
        $"[Resource(\"things\")] {Rule.Key} public record [|Thing|];");

    [Fact]
    public void So_is_what_stands_around_it() => Findings.AssertOne("GCG0001",
        "'Outer' must be partial, so that its mapping can be generated into it: write 'partial class Outer'",
        $"public class [|Outer|] {{ [Resource(\"things\")] {Rule.Key} public partial record Thing; }}");

    [Fact]
    public void So_is_a_nested_record_and_two_resources_that_hold_it_report_it_once() => Findings.AssertOne("GCG0001",
        "'Place' must be partial, so that its mapping can be generated into it: write 'partial record Place'",
        Rule.Members("public Place? Where { get; init; }") + """

        [Resource("others")] [PrimaryKey("TENANT#{TenantId}", "OTHER#{Id}")] public partial record Other { public Place? Where { get; init; } }
        public record [|Place|];
        """);

    [Fact]
    public void Partial_is_enough() => Findings.AssertNone($"public partial class Outer {{ {Rule.Members("public int X { get; init; }")} }}");

    [Fact]
    public void Code_that_uses_what_is_not_generated_fails_to_compile() => Findings.AssertOne("GCG0001",
        "'Thing' must be partial, so that its mapping can be generated into it: write 'partial record Thing'",
        $"[Resource(\"things\")] {Rule.Key} public record [|Thing|]; class User {{ object Make() => new ThingKey(\"a\"); }}", "CS0246");
}
