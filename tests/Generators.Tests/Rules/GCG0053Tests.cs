using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0053Tests
{
    [Fact]
    public void A_nested_record_is_read_as_a_whole() => Findings.AssertOne("GCG0053",
        "'Card.Spot' must have the name and the type of a member of 'Thing'; there its type is 'Spot?', and a nested record is read as a whole",
        Rule.Members("public Spot? Spot { get; init; }") + """
        public partial record Spot { public int X { get; init; } public int Y { get; init; } }
        public partial record SpotCard { public int X { get; init; } }
        [ProjectionOf<Thing>] public partial record Card { public SpotCard? [|Spot|] { get; init; } }
        """);

    [Theory]
    [InlineData("int Y", "Y", "; it has no member of that name")]
    [InlineData("string X", "X", "; there its type is 'int'")]
    [InlineData("int? X", "X", "; there its type is 'int'")]
    public void Names_and_types_are_those_of_the_resource(string member, string name, string advice) => Findings.AssertOne("GCG0053",
        $"'Card.{name}' must have the name and the type of a member of 'Thing'{advice}",
        Rule.Members("public int X { get; init; }") + $"[ProjectionOf<Thing>] public partial record Card {{ public required {member.Split(' ')[0]} [|{name}|] {{ get; init; }} }}");
}
