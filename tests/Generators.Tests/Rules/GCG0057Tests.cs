using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0057Tests
{
    [Theory]
    [InlineData("[[|TimeToLive|]] public long End { get; init; }", "End", "it must be of type DateTimeOffset or DateTime")]
    [InlineData("[[|TimeToLive|]] public DateTimeOffset UpdatedAt { get; init; }", "UpdatedAt", "the service sets it")]
    [InlineData("[TimeToLive] public DateTime One { get; init; } [[|TimeToLive|]] public DateTime Two { get; init; }", "Two", "'One' does already, and an item expires once")]
    public void One_time_says_when_items_expire(string members, string name, string problem) => Findings.AssertOne("GCG0057",
        $"'Thing.{name}' cannot say when items expire: {problem}", Rule.Members(members));

    [Fact]
    public void Days_are_a_sensible_number() => Findings.AssertOne("GCG0057",
        "'Thing.PurgeAfterDays' cannot say when items expire: it must be a number of days from 1 to 36500",
        $"[Resource(\"things\", [|PurgeAfterDays = -1|])]{Rule.Key} public partial record Thing {{ public int X {{ get; init; }} }}");

    [Fact]
    public void Times_that_may_be_null_are_fine() => Findings.AssertNone(
        $"[Resource(\"things\", PurgeAfterDays = 30)]{Rule.Key} public partial record Thing {{ [TimeToLive] public DateTimeOffset? End {{ get; init; }} }}");
}
