using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0014Tests
{
    [Theory]
    [InlineData("Count")]
    [InlineData("Nobody")]
    [InlineData("OwnrId", "; did you mean 'OwnerId'?")]
    public void An_owner_is_a_text(string owner, string advice = "") => Findings.AssertOne("GCG0014",
        $"'{owner}' cannot own 'Thing': Owner must name a member of type string{advice}", Rule.Keys($"{Rule.Key}[Allow(Operation.Update, [|Owner = \"{owner}\"|])]"));

    [Theory]
    [InlineData("OwnerId")]
    [InlineData("CreatedBy")]
    public void Declared_or_of_the_system(string owner) => Findings.AssertNone(Rule.Keys($"{Rule.Key}[Allow(Operation.Update, Owner = \"{owner}\")]"));
}
