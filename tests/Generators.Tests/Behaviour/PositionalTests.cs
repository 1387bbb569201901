using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

public class PositionalTests
{
    private const string Head = """
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]

        """;

    [Fact]
    public void Parameters_with_and_without_defaults_come_back() => Program.Run(Head + """
        public partial record Thing(
            string Title, int Count, string Kind = "plain", int Stars = -3, int? Limit = 5, double Weight = 0.5, Level Level = Level.High,
            string? Note = null, bool IsOpen = true, decimal Price = 1.5m, float Ratio = 1.5f, ulong Size = ulong.MaxValue)
        {
            public IReadOnlyList<string> Tags { get; init; } = [];
        }
        public enum Level { Low, High }
        """, $$"""
        var created = Created{{Declared.Arguments}}("{\"title\":\"Tea\",\"count\":2}");
        Assert.Equal(new Thing("Tea", 2) with { Tags = created.Tags }, created);
        var thing = Stored(new Thing("Tea", 2, "other", 1, null, 2, Level.Low, "n", false, 2, 3, 4));
        Assert.Equal(thing with { Tags = [] }, ThroughItem(thing) with { Tags = [] });
        Assert.Null(ThroughItem(thing).Limit);
        Assert.Null(Created{{Declared.Arguments}}("{\"title\":\"Tea\",\"count\":2,\"limit\":null}").Limit);
        Assert.Equal("title: is required; count: is required", Faults<ThingInput>("{}"));
        Assert.Equal(7, Patched{{Declared.Arguments}}(thing, "{\"stars\":7}").Stars);
        """);

    [Fact]
    public void System_members_may_be_parameters() => Program.Run(Head + """
        public partial record Thing(string Id, string Title);
        """, $$"""
        var thing = Stored(new Thing("", "Tea"));
        Assert.Equal("id-1", thing.Id);
        Assert.Equal(thing, ThroughItem(thing));
        Assert.Equal("title: is required", Faults<ThingInput>("{}"));
        Assert.Equal("Tea", Created{{Declared.Arguments}}("{\"title\":\"Tea\"}").Title);
        """);

    [Fact]
    public void Server_members_may_be_parameters() => Program.Run(Head + """
        public partial record Thing(string Title, [SetByServer(ServerValue.UserId)] string OwnerId, [SetByServer] HashSet<string> Roles);
        """, $$"""
        var thing = Created{{Declared.Arguments}}("{\"title\":\"Tea\"}");
        Assert.Equal("anna", thing.OwnerId);
        Assert.Empty(ThroughItem(Stored(thing with { Roles = [] })).Roles);
        """);

    [Fact]
    public void Nested_records_may_be_positional() => Program.Run(Head + """
        public partial record Thing(Place Where, Place? Other, IReadOnlyList<Place> More);
        public partial record Place(string City, int Floor = 1, HashSet<string>? Doors = null);
        """, $$"""
        var thing = Stored(Created{{Declared.Arguments}}("{\"where\":{\"city\":\"Oslo\"},\"more\":[{\"city\":\"Rome\",\"floor\":2}]}"));
        Assert.Equal(new Place("Oslo"), thing.Where);
        Assert.Equal(thing.Where, ThroughItem(thing).Where);
        Assert.Equal(thing.More, ThroughItem(thing).More);
        Assert.Equal(new Place("Bern"), Patched{{Declared.Arguments}}(thing, "{\"other\":{\"city\":\"Bern\"} }").Other);
        Assert.Equal(new Place("Oslo", 3), Patched{{Declared.Arguments}}(thing, "{\"where\":{\"floor\":3} }").Where);
        Assert.Equal("where.city: is required; more: is required", Faults<ThingInput>("{\"where\":{} }"));
        """);
}
