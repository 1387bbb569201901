using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0044Tests
{
    [Theory]
    [InlineData("[SchemaVersion([|0|])]", "", "its version must be 1 or more")]
    [InlineData("[SchemaVersion(1)]", "[Upcast(1)] private static void [|FromV1|](GeekCafe.DynamoDb.ItemDocument item) { }", "'FromV1' reads version 1, and nothing is older than version 1; remove it")]
    [InlineData("", "[Upcast(1)] private static void [|FromV1|](GeekCafe.DynamoDb.ItemDocument item) { }", "'FromV1' does nothing without [SchemaVersion] on the record")]
    [InlineData("[SchemaVersion(2)]", "[Upcast(1)] private static void A(GeekCafe.DynamoDb.ItemDocument item) { } [Upcast(1)] private static void [|B|](GeekCafe.DynamoDb.ItemDocument item) { }",
        "'A' and 'B' both read version 1")]
    public void Versions_and_upcasters_belong_together(string attribute, string members, string problem) => Findings.AssertOne("GCG0044",
        $"'Thing' cannot be read in older versions: {problem}", Rule.Resource(Rule.Key + attribute, members));

    [Theory]
    [InlineData("private void")]
    [InlineData("private static int")]
    public void An_upcaster_is_a_static_method_without_result(string head) => Findings.AssertOne("GCG0044",
        "'Thing' cannot be read in older versions: declare 'FromV1' as 'static void FromV1(GeekCafe.DynamoDb.ItemDocument item)'",
        Rule.Resource(Rule.Key + "[SchemaVersion(2)]", $"[Upcast(1)] {head} [|FromV1|](GeekCafe.DynamoDb.ItemDocument item) => throw new NotSupportedException();"));
}
