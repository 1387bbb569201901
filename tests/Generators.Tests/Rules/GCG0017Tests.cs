using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0017Tests
{
    [Theory]
    [InlineData("public int UrlPath { get; init; } public int [|URLPath|] { get; init; }", "URLPath", "url_path", "'UrlPath'")]
    [InlineData("public int [|Pk|] { get; init; }", "Pk", "pk", "the item's own attributes")]
    [InlineData("public int [|gsi1_pk|] { get; init; }", "gsi1_pk", "gsi1_pk", "the item's own attributes")]
    [InlineData("public int [|tenant_id|] { get; init; }", "tenant_id", "tenant_id", "'TenantId'")]
    public void Attributes_have_names_of_their_own(string members, string name, string attribute, string taken) => Findings.AssertOne("GCG0017",
        $"'Thing.{name}' would be stored as '{attribute}', which is taken by {taken}; rename it", Rule.Members(members));

    [Fact]
    public void So_have_the_members_of_an_enum() => Findings.AssertOne("GCG0017",
        "'Kind.In_Stock' would be stored as 'in_stock', which is taken by 'InStock'; rename it",
        Rule.Members("public Kind Kind { get; init; }") + " public enum Kind { InStock, [|In_Stock|] }");

    [Fact]
    public void Names_that_stay_apart_are_fine() => Findings.AssertNone(Rule.Members("public int Gsi { get; init; } public int Url { get; init; } public int UrlPath { get; init; }"));
}
