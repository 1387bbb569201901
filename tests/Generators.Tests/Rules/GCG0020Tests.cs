using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0020Tests
{
    [Theory]
    [InlineData("public int [|Value|];", "is a field")]
    [InlineData("public int [|Value|] { get; } = 3;", "cannot be set")]
    [InlineData("public int [|Value|] { set { } }", "cannot be read")]
    public void A_member_that_holds_a_value_is_stored(string member, string problem) => Findings.AssertOne("GCG0020",
        $"'Thing.Value' is not stored, because it {problem}; make it a property with 'get' and 'init', or compute it with '=>'", Rule.Members(member));

    [Theory]
    [InlineData("public int Value => 3;")]
    [InlineData("public int Value { get { return 3; } }")]
    [InlineData("public static int Value { get; } = 3;")]
    [InlineData("public const int Value = 3;")]
    [InlineData("private readonly int _value = 3; public int Value => _value;")]
    [InlineData("public int this[int index] { get => index; set { } }")]
    public void What_is_computed_or_shared_is_not(string member) => Findings.AssertNone(Rule.Members(member));

    [Fact]
    public void An_explicit_implementation_is_not() => Findings.AssertNone(
        "public interface INamed { string Name { get; set; } }" + Rule.Members("string INamed.Name { get => Id; set { } }").Replace("record Thing", "record Thing : INamed"));
}
