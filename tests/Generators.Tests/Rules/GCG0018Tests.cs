using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0018Tests
{
    [Theory]
    [InlineData("UserId", "int")]
    [InlineData("Now", "string?")]
    [InlineData("Now", "DateOnly")]
    public void A_member_can_hold_what_the_server_sets(string value, string type) => Findings.AssertOne("GCG0018",
        $"'Thing.Value' cannot be set to ServerValue.{value}: its type is '{type}'; UserId needs string, Now needs DateTimeOffset or DateTime",
        Rule.Members($"[SetByServer(ServerValue.{value})] public {type} [|Value|] {{ get; init; }}"));

    [Fact]
    public void Nested_members_are_not_set() => Findings.AssertOne("GCG0018",
        "'Place.By' cannot be set to ServerValue.UserId: only members of the resource itself are set; set it in a hook of the service",
        Rule.Members("public Place? Where { get; init; }") + " public partial record Place { [SetByServer(ServerValue.UserId)] public string? [|By|] { get; init; } }");

    [Theory]
    [InlineData("[SetByServer(ServerValue.UserId)] public string? Value")]
    [InlineData("[SetByServer(ServerValue.Now)] public DateTimeOffset Value")]
    [InlineData("[SetByServer(ServerValue.Now)] public DateTime? Value")]
    [InlineData("[SetByServer] public List<int>? Value")]
    public void Fitting_types_are_fine(string member) => Findings.AssertNone(Rule.Members(member + " { get; init; }"));
}
