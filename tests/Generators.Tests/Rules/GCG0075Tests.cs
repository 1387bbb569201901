using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0075Tests
{
    [Theory]
    [InlineData("THING#{Id}", "", "public required string Id { get; init; } public int X { get; init; }", "'X'", "nameof(Thing.X)")]
    [InlineData("THING#{X:D8}", "", "public int X { get; init; }", "'X'", "nameof(Thing.X)")]
    [InlineData("THING#{Id}", "[Allow(Operation.Read, Owner = \"OwnerId\")]", "public required string Id { get; init; }", "'OwnerId'", "nameof(Thing.OwnerId)")]
    public void Keys_tell_their_own_members_only(string sort, string attributes, string members, string missing, string advice) => Findings.AssertOne("GCG0075",
        $"The index 'Ids' of 'Thing' holds keys alone, and they do not tell {missing}, which a list of 'Card' needs: give the index Projection = IndexProjection.Include and Include = [{advice}]",
        Source(sort, attributes, members, "[|service.ListIdsAsync<Card>(caller)|]"));

    [Theory]
    [InlineData("")]
    [InlineData("[Allow(Operation.Read, Roles = \"clerk\")]")]
    public void Keys_tell_enough(string attributes) => Findings.AssertNone(Source("THING#{Id}", attributes, "public required string Id { get; init; }", "service.ListIdsAsync<Card>(caller)"));

    private static string Source(string sort, string attributes, string members, string call) => Rule.Resource(
        $"[PrimaryKey(\"TENANT#{{TenantId}}\", \"{sort}\")] [SecondaryIndex(\"Ids\", \"TENANT#{{TenantId}}\", \"THING#{{Id}}\", Projection = IndexProjection.KeysOnly)] {attributes}",
        "public int X { get; init; } public string OwnerId { get; init; } = \"\";") + $$"""

        [ProjectionOf<Thing>] public partial record Card { {{members}} }
        public static class Lists { public static object Of(ThingService service, Caller caller) => {{call}}; }
        """;
}
