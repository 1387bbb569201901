using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0074Tests
{
    [Theory]
    [InlineData("\"Title\"", "'Id', 'OwnerId', 'Until'", "nameof(Thing.Id), nameof(Thing.OwnerId), nameof(Thing.Until)")]
    [InlineData("\"Title\", \"Id\", \"OwnerId\"", "'Until'", "nameof(Thing.Until)")]
    [InlineData("\"OwnerId\", \"Id\", \"Until\"", "'Title'", "nameof(Thing.Title)")]
    public void Members_rules_and_the_time_to_live_need_what_they_look_at(string include, string missing, string advice) => Findings.AssertOne("GCG0074",
        $"The index 'Cards' of 'Thing' does not hold {missing}, which a list of 'Card' needs: add {advice} to its Include",
        Source(include, "[|service.ListCardsAsync<Card>(caller)|]"));

    [Fact]
    public void An_index_that_holds_enough_is_fine() => Findings.AssertNone(Source("\"Title\", \"Id\", \"OwnerId\", \"Until\"", "service.ListCardsAsync<Card>(caller)"));

    [Fact]
    public void Whole_resources_need_nothing() => Findings.AssertNone(Source("\"Title\"", "service.ListCardsFullAsync(caller)"));

    [Fact]
    public void What_another_resource_includes_the_index_holds() => Findings.AssertNone(Source("\"Title\", \"Id\", \"OwnerId\"", "service.ListCardsAsync<Card>(caller)") + """
        [Resource("others")]
        [PrimaryKey("TENANT#{TenantId}", "OTHER#{Id}")]
        [SecondaryIndex("Ends", "TENANT#{TenantId}", "OTHER#{Id}", Projection = IndexProjection.Include, Include = ["Until"])]
        public partial record Other { [AttributeName("till")] public DateTimeOffset? Until { get; init; } }
        """);

    [Fact]
    public void The_keys_of_a_composite_index_are_members_it_holds() => Findings.AssertNone("""
        [Resource("seats")]
        [PrimaryKey("TENANT#{TenantId}", "SEAT#{Id}")]
        [CompositeIndex("ByZone", ["TenantId", "Zone"], ["Row"], Projection = IndexProjection.Include, Include = ["Id"])]
        public partial record Seat { public required string Zone { get; init; } public required int Row { get; init; } public int Price { get; init; } }
        [ProjectionOf<Seat>] public partial record SeatCard { public required string Id { get; init; } public required string Zone { get; init; } public required int Row { get; init; } }
        public static class Caller1 { public static object Of(SeatService service, Caller caller) => service.ListByZoneAsync<SeatCard>(caller, "z"); }
        """);

    private static string Source(string include, string call) => Rule.Resource(
        Rule.Key + $"[SecondaryIndex(\"Cards\", \"TENANT#{{TenantId}}\", \"THING#{{Id}}\", Projection = IndexProjection.Include, Include = [{include}])] [Allow(Operation.Read, Owner = \"OwnerId\")]",
        "public required string Title { get; init; } public string OwnerId { get; init; } = \"\"; [TimeToLive, AttributeName(\"till\")] public DateTimeOffset? Until { get; init; }") + $$"""

        [ProjectionOf<Thing>] public partial record Card { public required string Id { get; init; } public required string Title { get; init; } }
        public static class Lists { public static object Of(ThingService service, Caller caller) => {{call}}; }

        """;
}
