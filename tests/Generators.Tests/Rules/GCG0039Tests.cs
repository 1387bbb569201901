using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0039Tests
{
    [Fact]
    public void A_base_can_be_constructed() => Findings.AssertOne("GCG0039",
        "'Thing' cannot be read, because its base 'Base' needs arguments: make it positional, 'record Thing(...) : Base(...)', or give it a constructor without parameters",
        $"public record Base(string Name); [Resource(\"things\")] {Rule.Key} public partial record [|Thing|] : Base {{ public Thing(string name) : base(name) {{ }} }}");

    [Theory]
    [InlineData("(string Name) : Base(Name);")]
    [InlineData(" : Base { public Thing() : base(\"\") { } }")]
    public void A_record_hands_arguments_on(string rest) => Findings.AssertNone(
        $"public record Base(string Name); [Resource(\"things\")] {Rule.Key} public partial record Thing{rest}");
}
