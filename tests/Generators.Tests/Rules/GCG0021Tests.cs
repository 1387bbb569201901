using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0021Tests
{
    [Theory]
    [InlineData("public int [|Value|] { get; private set; }", "setter")]
    [InlineData("public int [|Value|] { get; internal init; }", "setter")]
    [InlineData("public int [|Value|] { private get; set; }", "getter")]
    [InlineData("private int [|Value|] { get; set; }", "property")]
    [InlineData("internal int [|Value|] { get; init; }", "property")]
    public void Clients_write_public_members(string member, string problem) => Findings.AssertOne("GCG0021",
        $"Clients read and write 'Thing.Value', although its {problem} is not public; mark it [SetByServer], or make it public", Rule.Members(member));

    [Theory]
    [InlineData("[SetByServer] public int Value { get; private set; }")]
    [InlineData("[SetByServer] internal int Value { get; init; }")]
    [InlineData("public string Id { get; internal init; } = \"\";")]
    public void Or_none(string member) => Findings.AssertNone(Rule.Members(member));
}
