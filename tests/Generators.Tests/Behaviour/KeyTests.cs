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
    public void Shards_are_chosen_by_the_key_and_read_back_from_it() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}#{Kind}", "THING#{TenantId}#{At:yyyy}#{Id}", Shards = 8)]
        [SecondaryIndex("ByKind", "TENANT#{TenantId}", "{Kind}#{At:yyyy}#{Id}", Shards = 100)]
        public partial record Thing { public required string Kind { get; init; } public required DateTimeOffset At { get; init; } }
        """, """
        var thing = Stored(new Thing { Kind = "a#b", At = Now });
        var shard = GeekCafe.Keys.Shard.Of("THING#acme#2026#id-1", 8);
        Assert.Equal(shard, ThingKeys.ShardOf("acme", Now, "id-1"));
        Assert.Equal($"{{\"S\":\"TENANT#acme#a$23b#SHARD#{shard}\"}}", Attribute(thing, "pk"));
        Assert.Equal(ThingKeys.LogicalPartition("acme", "a#b") + "#SHARD#" + shard, ((IResource<Thing, ThingKey, ThingInput, ThingPatch>)thing).Key.ToPartitionKey("acme"));
        Assert.Equal($"{{\"S\":\"TENANT#acme#SHARD#{GeekCafe.Keys.Shard.Of("TENANT#acme#a$23b#THING#acme#2026#id-1", 100)}\"}}", Attribute(thing, "gsi1_pk"));
        Assert.True(ThingKeys.TryParsePartitionKey(ThingKeys.PartitionKey("acme", "a#b", 7), out var tenant, out var kind, out var found));
        Assert.Equal(("acme", "a#b", 7), (tenant, kind, found));
        Assert.False(ThingKeys.TryParsePartitionKey(ThingKeys.PartitionKey("acme", "a#b", 8), out _, out _, out _));
        Assert.False(ThingKeys.TryParsePartitionKey(ThingKeys.LogicalPartition("acme", "a#b"), out _, out _, out _));
        Assert.Equal(thing, ThroughItem(thing));
        """);

    [Fact]
        public void A_member_that_occurs_several_times_has_one_value() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}#{Id}")]
        [SecondaryIndex("Threefold", "TENANT#{TenantId}", "{Title}#{Title}#{Title}")]
        public partial record Thing { public string? Title { get; init; } }
        """, """
        Assert.True(ThingKeys.TryParseSortKey("THING#a#a", out _));
        Assert.False(ThingKeys.TryParseSortKey("THING#a#b", out _));
        Assert.True(ThingKeys.TryParseThreefoldSortKey("a#a#a", out _));
        Assert.False(ThingKeys.TryParseThreefoldSortKey("a#a#b", out _));
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

    [Fact]
    public void Nested_computed_and_formatted_members_are_values_of_keys() => Program.Run("""
        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Here.City:lower}#{Here.Row}#{Id}")]
        [SecondaryIndex("ByPlace", "TENANT#{TenantId}#{Place.City:lower}", "{Place.Next.Row:D5}#{place.next.at}#{Place.Kind}")]
        [LocalSecondaryIndex("ByShown", "S#{Shown}#{Half}#{Small:D4}")]
        public partial record Thing
        {
            public required Spot Here { get; init; }
            public Spot? Place { get; init; }
            public string Title { get; init; } = "";
            public ulong Small { get; init; }
            public string? Shown => Title.Length == 0 ? null : Title + "!";
            public int? Half => Here.Row % 2 == 0 ? Here.Row / 2 : null;
        }
        public partial record Spot
        {
            public string City { get; init; } = "";
            public int Row { get; init; }
            public DateOnly? At { get; init; }
            public Kind? Kind { get; init; }
            public Spot? Next { get; init; }
        }
        public enum Kind { One, TheOther }
        """, """
        var next = new Spot { Row = 3, At = new(2026, 1, 31) };
        var thing = Stored(new Thing { Here = new() { City = "ÅB", Row = 4 }, Place = new() { City = "Rome", Next = next, Kind = Kind.TheOther }, Title = "Tea", Small = 7 });
        Assert.Equal("{\"S\":\"THING#åb#0000000004#id-1\"}", Attribute(thing, "sk"));
        Assert.Equal("{\"S\":\"TENANT#acme#rome\"}", Attribute(thing, "gsi1_pk"));
        Assert.Equal("{\"S\":\"00003#2026-01-31#the_other\"}", Attribute(thing, "gsi1_sk"));
        Assert.Equal("{\"S\":\"S#Tea$21#0000000002#0007\"}", Attribute(thing, "lsi1_sk"));
        Assert.Null(Attribute(thing, "lsi1_pk"));
        Assert.Null(Attribute(thing with { Place = null }, "gsi1_sk"));
        Assert.Null(Attribute(thing with { Place = thing.Place! with { Next = null } }, "gsi1_pk"));
        Assert.Null(Attribute(thing with { Place = thing.Place! with { Next = next with { At = null } } }, "gsi1_pk"));
        Assert.Null(Attribute(thing with { Place = thing.Place! with { Kind = null } }, "gsi1_pk"));
        Assert.Null(Attribute(thing with { Place = thing.Place! with { City = "" } }, "gsi1_pk"));
        Assert.Null(Attribute(thing with { Title = "" }, "lsi1_sk"));
        Assert.Null(Attribute(thing with { Here = thing.Here with { Row = 5 } }, "lsi1_sk"));
        Assert.Null(Attribute(thing with { DeletedAt = Now }, "lsi1_sk"));
        Assert.NotNull(Attribute(thing with { DeletedAt = Now }, "sk"));
        Assert.Equal(thing, ThroughItem(thing));
        Assert.Equal("THING#x#0000000001#a", new ThingKey("X", 1, "a").ToSortKey("acme"));
        """);
}
