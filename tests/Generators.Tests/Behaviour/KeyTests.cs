using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Behaviour;

public class KeyTests
{
    [Fact]
    public void Patterns_build_and_parse_every_type() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{tenant_id}#{Kind}", "THING#{Count}#{At}#{Code}#{IsOpen}#{Price}#{Day}#{Hour}#{Length}#{Big}#{Size}#{Id}")]
        public partial record Thing
        {
            public required string Kind { get; init; }
            public int Count { get; init; }
            public DateTimeOffset At { get; init; }
            public Guid Code { get; init; }
            public bool IsOpen { get; init; }
            public decimal Price { get; init; }
            public DateOnly Day { get; init; }
            public TimeOnly Hour { get; init; }
            public TimeSpan Length { get; init; }
            public ulong Big { get; init; }
            public double Size { get; init; }
        }
        """, """
        var thing = Stored(new Thing { Kind = "a#b", Count = -3, At = Now, Code = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), IsOpen = true, Price = 1.5m,
            Day = new(2026, 1, 31), Hour = new(9, 30), Length = TimeSpan.FromHours(1), Big = ulong.MaxValue, Size = -0.5 });
        Assert.Equal(thing, ThroughItem(thing));
        var text = ((IResource<Thing, ThingKey, ThingInput, ThingPatch>)thing).Key.ToSortKey("acme");
        Assert.True(ThingKeys.TryParseSortKey(text, out var count, out var at, out var code, out var isOpen, out var price, out var day, out var hour, out var length, out var big, out var size, out var id));
        Assert.Equal((thing.Count, thing.At, thing.Code, thing.IsOpen, thing.Price), (count, at, code, isOpen, price));
        Assert.Equal((thing.Day, thing.Hour, thing.Length, thing.Big, thing.Size, thing.Id), (day, hour, length, big, size, id));
        Assert.True(ThingKeys.TryParsePartitionKey(ThingKeys.PartitionKey("acme", "a#b"), out var tenant, out var kind));
        Assert.Equal(("acme", "a#b"), (tenant, kind));
        Assert.False(ThingKeys.TryParseSortKey("OTHER#" + text, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _, out _));
        """);

    [Fact]
    public void A_member_that_occurs_twice_has_one_value() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}#{Id}")]
        public partial record Thing { public string? Title { get; init; } }
        """, """
        Assert.True(ThingKeys.TryParseSortKey("THING#a#a", out _));
        Assert.False(ThingKeys.TryParseSortKey("THING#a#b", out _));
        """);

    [Fact]
    public void Formats_and_enums_are_written_and_not_parsed() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{At:yyyy'/'MM \"x\"}#{Count:D5}#{Id}")]
        [SecondaryIndex("ByDay", "TENANT#{TenantId}#{Day}#{Kind}", "{Id}", Index = "days")]
        public partial record Thing
        {
            public DateTimeOffset At { get; init; }
            public int Count { get; init; }
            public DayOfWeek? Day { get; init; }
            public Kind Kind { get; init; }
        }
        public enum Kind { PlainOne, Other }
        """, """
        var thing = Stored(new Thing { At = Now, Count = 7, Day = DayOfWeek.Friday });
        Assert.Equal("{\"S\":\"THING#2026/01$20x#00007#id-1\"}", Attribute(thing, "sk"));
        Assert.Equal("{\"S\":\"TENANT#acme#friday#plain_one\"}", Attribute(thing, "days_pk"));
        Assert.Equal("{\"S\":\"id-1\"}", Attribute(thing, "days_sk"));
        Assert.Null(Attribute(thing with { Day = null }, "days_pk"));
        Assert.Null(Attribute(thing with { DeletedAt = Now }, "days_pk"));
        Assert.Equal(thing, ThroughItem(thing));
        """);

    [Fact]
    public void Several_indexes_are_sparse_each_on_its_own() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#{owner_id}", "AT#{At}")]
        [SecondaryIndex("ByTitle", "TENANT#{TenantId}", "TITLE#{Title}")]
        [SecondaryIndex("All", "THINGS", "{TenantId}#{Id}", CrossTenant = true)]
        public partial record Thing
        {
            public string? OwnerId { get; init; }
            public DateTimeOffset? At { get; init; }
            public string Title { get; init; } = "";
        }
        """, """
        var thing = Stored(new Thing { OwnerId = "anna", At = Now, Title = "Tea" });
        Assert.Equal("{\"S\":\"AT#2026-01-31T09:30:00.0000000Z\"}", Attribute(thing, "gsi1_sk"));
        Assert.Equal("{\"S\":\"TITLE#Tea\"}", Attribute(thing, "gsi2_sk"));
        Assert.Equal("{\"S\":\"acme#id-1\"}", Attribute(thing, "gsi3_sk"));
        Assert.Null(Attribute(thing with { At = null }, "gsi1_pk"));
        Assert.Null(Attribute(thing with { OwnerId = "" }, "gsi1_pk"));
        Assert.Null(Attribute(thing with { Title = "" }, "gsi2_pk"));
        Assert.NotNull(Attribute(thing with { At = null, Title = "" }, "gsi3_pk"));
        """);
}
