using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0053Tests
{
    [Theory]
    [InlineData("int Y", "Y", "; it has no member of that name")]
    [InlineData("string X", "X", "; there its type is 'int'")]
    [InlineData("int? X", "X", "; there its type is 'int'")]
    public void Names_and_types_are_those_of_the_resource(string member, string name, string advice) => Findings.AssertOne("GCG0053",
        $"'Card.{name}' must have the name and the type of a member of 'Thing'{advice}",
        Rule.Members("public int X { get; init; }") + $"[ProjectionOf<Thing>] public partial record Card {{ public required {member.Split(' ')[0]} [|{name}|] {{ get; init; }} }}");
}
