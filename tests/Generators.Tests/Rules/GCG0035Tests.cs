using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0035Tests
{
    [Theory]
    [InlineData("public new string [|Name|] { get; init; } = \"\";", "it hides the member of that name that 'Thing' has from 'Base', so there would be two values; rename one of them")]
    [InlineData("public override string [|Other|] => \"\";", "it overrides only one of the accessors that it has in 'Base'; override both, or make it '=>' in both")]
    public void A_member_has_one_value(string member, string problem) => Findings.AssertOne("GCG0035",
        $"'Thing.{(member.Contains("Name") ? "Name" : "Other")}' is ambiguous: {problem}",
        $"public record Base {{ public string Name {{ get; init; }} = \"\"; public virtual string Other {{ get; init; }} = \"\"; }} [Resource(\"things\")] {Rule.Key} public partial record Thing : Base {{ {member} }}");

    [Fact]
    public void A_member_may_be_overridden() => Findings.AssertNone(
        $"public abstract record Base {{ public abstract string Other {{ get; init; }} }} [Resource(\"things\")] {Rule.Key} public partial record Thing : Base {{ public override required string Other {{ get; init; }} }}");
}
