using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0043Tests
{
    [Fact]
    public void Every_older_version_can_be_read() => Findings.AssertOne("GCG0043",
        "'Thing' is of version 3, but nothing reads items of version 2: add '[Upcast(2)] static void FromV2(ItemDocument item)'",
        Rule.Resource(Rule.Key + "\n[[|SchemaVersion(3)|]]", "[Upcast(1)] private static void FromV1(GeekCafe.DynamoDb.ItemDocument item) { }"));

    [Fact]
    public void The_first_version_needs_nothing() => Findings.AssertNone(Rule.Resource(Rule.Key + "\n[SchemaVersion(1)]", "public string? Title { get; init; }"));

    [Fact]
    public void A_whole_chain_is_fine() => Findings.AssertNone(Rule.Resource(Rule.Key + "\n[SchemaVersion(3)]", """
        [Upcast(2)] internal static void FromV2(GeekCafe.DynamoDb.ItemDocument item) => item.Remove("x");
            [Upcast(1)] private static void FromV1(GeekCafe.DynamoDb.ItemDocument item) { }
        """));
}
