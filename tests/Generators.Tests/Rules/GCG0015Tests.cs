using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0015Tests
{
    [Theory]
    [InlineData("At", "At", "it can be null, and a primary key has no value for null; make it required")]
    [InlineData("Tags", "Tags", "only texts, numbers, times, Guids, booleans and enums can be")]
    [InlineData("Day", "Day", "an enum cannot be in a primary key; use its name as a text")]
    [InlineData("Large", "Large", "it has no text of one width that sorts as it does; use double, decimal or Int128")]
    [InlineData("Version", "Version", "it changes with every write")]
    [InlineData("Title:D5", "Title", "a text has no format")]
    [InlineData("Count:Q", "Count", "'Q' is not a format of its type")]
    [InlineData("Code:Z", "Code", "'Z' is not a format of its type")]
    [InlineData("CreatedAt:q", "CreatedAt", "'q' is not a format of its type")]
    public void A_key_has_members_that_fit(string placeholder, string member, string problem) => Findings.AssertOne("GCG0015",
        $"'Thing.{member}' cannot be part of a key: {problem}", Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", [|\"THING#{{{placeholder}}}#{{Id}}\"|])]"));

    [Theory]
    [InlineData("Count:D5")]
    [InlineData("Code:N")]
    [InlineData("CreatedAt:yyyy-MM")]
    [InlineData("CreatedAt:yyyy'x'MM")]
    [InlineData("CreatedAt:yyyy\\\"x\\\"MM")]
    [InlineData("CreatedAt:HH\\\\:mm")]
    public void Formats_are_fine(string placeholder) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"THING#{{{placeholder}}}#{{Id}}\")]"));

    [Fact]
    public void In_an_index_null_is_fine() => Findings.AssertNone(Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByDay\", \"TENANT#{TenantId}#{Day}\", \"AT#{At}\")]"));
}
