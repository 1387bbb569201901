using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing.Snapshots;

namespace GeekCafe.Generators.Tests.Snapshots;

/// <summary>Whole files, to be read in review.</summary>
public class SnapshotTests
{
    [Fact]
    public void Nominal() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop.Orders;

        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}", "ORDER#{Id}")]
        [SecondaryIndex("ByCustomer", "TENANT#{TenantId}#CUSTOMER#{CustomerId}", "{PlacedAt:yyyy-MM-dd}#{Id}", Route = "/customers/{customerId}/orders")]
        [SecondaryIndex("ByStatus", "TENANT#{TenantId}", "STATUS#{Status}#{ShippedAt}")]
        [Allow(Operation.Update | Operation.Delete, Owner = nameof(CustomerId), Roles = "admin, clerk")]
        [Allow(Operation.Restore, Roles = "admin")]
        public partial record Order
        {
            [StringLength(200, MinimumLength = 1)] public required string Title { get; init; }
            public required DateTimeOffset PlacedAt { get; init; }
            public DateOnly? ShippedAt { get; init; }
            [Range(1, 100)] public int? Limit { get; init; } = 10;
            public Status Status { get; init; } = Status.New;
            public Address? Address { get; init; }
            public required IReadOnlyList<Line> Lines { get; init; }
            public Dictionary<string, decimal> Fees { get; init; } = new();
            public HashSet<string> Tags { get; init; } = [];
            [SetByServer(ServerValue.UserId)] public string CustomerId { get; init; } = "";
            public bool IsSent => ShippedAt is not null;
        }

        public enum Status { New, Sent, Cancelled }

        public partial record Address
        {
            public required string City { get; init; }
            [RegularExpression("[A-Z]{2}")] public string? Country { get; init; }
        }

        public partial record Line(string Product, int Count = 1);
        """).Driver);

    [Fact]
    public void Written() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop;

        [Resource("accounts", PurgeAfterDays = 30)]
        [PrimaryKey("TENANT#{TenantId}", "ACCOUNT#{Id}")]
        [Changes]
        [Audited(NameOnly = [nameof(Phone)])]
        public partial record Account
        {
            [Unique(IgnoreCase = true)] public required string Email { get; init; }
            [Unique(Within = [nameof(Kind), nameof(TenantId)])] public int? Number { get; init; }
            public Kind Kind { get; init; }
            public string? Phone { get; init; }
            public Home? Home { get; init; }
            [TimeToLive] public DateTime? ClosesAt { get; init; }
            [Counter] public int Logins { get; init; }
            [Counter(Shards = 10)] public long Visits { get; init; }
            public string Hidden { get; private set; } = "";
        }

        public enum Kind { Free, Paid }

        public partial record Home(string City)
        {
            public IReadOnlyList<int> Rooms { get; init; } = [];
            public Dictionary<string, string> Labels { get; init; } = new();
            public Home? Neighbour { get; init; }
        }
        """).Driver);

    [Fact]
    public void Direct() => Snapshot.Match(GeneratorRun.Compiled("""
        using System.Collections.Immutable;

        [Resource("boards")]
        [PrimaryKey("TENANT#{TenantId}", "BOARD#{Id}")]
        [SecondaryIndex("ByOwner", "TENANT#{TenantId}#OWNER#{Owner}", "{Id}")]
        [Allow(Operation.Read, Roles = "reader, editor")]
        [Changes(Direct = true)]
        public partial record Board
        {
            [StringLength(20), Required] public required string Title { get; init; }
            public string? Owner { get; init; }
            [RegularExpression("[a-z]*")] public string Code { get; init; } = "";
            public int Seats { get; init; }
            public double Share { get; init; }
            public ImmutableArray<int> Marks { get; init; } = [];
            public ImmutableSortedSet<long> Days { get; init; } = [];
            public HashSet<byte[]>? Hashes { get; init; }
            public ImmutableDictionary<string, int?> Points { get; init; } = ImmutableDictionary<string, int?>.Empty;
            public Dot? Dot { get; init; }
            public Corner? Corner { get; init; }
        }

        public partial record Corner { public long Height { get; init; } public System.Collections.ObjectModel.ReadOnlyCollection<string>? Names { get; init; } }

        public readonly partial record struct Dot(int X);
        """).Driver);

    [Fact]
    public void Types() => Snapshot.Match(GeneratorRun.Compiled("""
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        namespace Shop;

        [Resource("samples")]
        [PrimaryKey("TENANT#{TenantId}", "SAMPLE#{Id}")]
        public partial record Sample
        {
            public Int128 Wide { get; init; }
            public ReadOnlyMemory<byte>? Bytes { get; init; }
            public Rights Rights { get; init; }
            public Grade Grade { get; init; }
            public FrozenSet<decimal> Prices { get; init; } = FrozenSet<decimal>.Empty;
            public required HashSet<byte[]> Hashes { get; init; }
            public ImmutableArray<Part> Parts { get; init; } = [];
            public ImmutableDictionary<DateOnly, int?>? Days { get; init; }
        }

        [Flags] public enum Rights { None = 0, Read = 1, Write = 2, All = Read | Write }

        [StoreAsNumber] public enum Grade : byte { Poor = 1, Good = 5 }

        public partial record Part { public char Letter { get; init; } = 'a'; }
        """).Driver);

    [Fact]
    public void Positional() => Snapshot.Match(GeneratorRun.Compiled("""
        [Resource("seats", Route = "/rooms/{room}/seats")]
        [PrimaryKey("TENANT#{TenantId}#ROOM#{Room}", "SEAT#{Row}#{Number}")]
        public partial record Seat(string Room, int Row, int Number, string? Note = null, int? Price = 5);
        """).Driver);

    [Fact]
    public void Nested() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop.@event;

        internal static partial class Outer
        {
            public partial interface Inner
            {
                [Resource("things")]
                [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
                internal partial record @class { public string? @event { get; init; } public Kind Kind { get; init; } }
            }
            internal enum Kind { A, @default }
        }
        """).Driver);

    [Fact]
    public void Sharded() => Snapshot.Match(GeneratorRun.Compiled("""
        [Resource("readings")]
        [PrimaryKey("TENANT#{TenantId}#SITE#{Site}", "READING#{At}#{Id}", Shards = 8)]
        [SecondaryIndex("ByLevel", "TENANT#{TenantId}", "LEVEL#{Level}#{Site}#{At}#{Id}", Shards = 4)]
        [LocalSecondaryIndex("ByDevice", "DEVICE#{Device}#{At}#{Id}")]
        public partial record Reading
        {
            public required string Site { get; init; }
            public required DateTimeOffset At { get; init; }
            public int? Level { get; init; }
            public string? Device { get; init; }
        }
        """).Driver);

    [Fact]
    public void Members() => Snapshot.Match(GeneratorRun.Compiled("""
        using System.Text.Json.Serialization;
        using GeekCafe.DynamoDb;

        [assembly: Naming(Attributes = NamingPolicy.PascalCase)]

        [Resource("accounts")]
        [PrimaryKey("TENANT#{TenantId}", "ACCOUNT#{Id}")]
        [SecondaryIndex("ByDomain", "TENANT#{TenantId}#DOMAIN#{Domain}", "{Id}")]
        [SchemaVersion(3)]
        public partial record Account
        {
            [AttributeName("mail"), JsonPropertyName("e-mail"), Sensitive, CreateOnly] public required string Email { get; init; }
            [Sensitive(Hidden = true), StringLength(64)] public string? Pin { get; init; }
            [NotStored] public object? Cache { get; init; }
            [Computed] public string Domain => Email.Substring(Email.IndexOf('@') + 1);
            public Plan Plan { get; init; }

            [Upcast(1)] private static void FromV1(ItemDocument item) => item.Rename("email", "mail");
            [Upcast(2)] private static void FromV2(ItemDocument item) => item.SetText("Plan", "Free");
        }

        public enum Plan { Free, PaidMonthly }
        """).Driver);

    [Fact]
    public void Indexes() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop.Halls;

        [Resource("racks")]
        [PrimaryKey("TENANT#{TenantId}", "RACK#{Id}")]
        [CompositeIndex("ByZone", ["TenantId", nameof(Rack.Zone), nameof(Rack.Code)], [nameof(Rack.State), nameof(Rack.Row)], Route = "/zones/{zone}/{code}/racks")]
        [LocalSecondaryIndex("ByName", "NAME#{Name:lower}#{Site.City}", Route = "/racks-by-name")]
        [SecondaryIndex("ByCity", "TENANT#{TenantId}#{Site.City:lower}", "{Site.Opens}#{Row:D5}#{Shown}")]
        [SecondaryIndex("Labels", "TENANT#{TenantId}", "LABEL#{Name}", Projection = IndexProjection.Include, Include = ["Row"])]
        [SecondaryIndex("Ids", "TENANT#{TenantId}", "ID#{Id}", Projection = IndexProjection.KeysOnly)]
        public partial record Rack
        {
            public string? Name { get; init; }
            public string? Zone { get; init; }
            public Guid Code { get; init; }
            public State? State { get; init; }
            public int Row { get; init; }
            public Site? Site { get; init; }
            public bool Shown => Row > 0;
        }

        public enum State { Empty, InUse }

        public partial record Site
        {
            public required string City { get; init; }
            public TimeOnly? Opens { get; init; }
        }
        """).Driver);

    [Fact]
    public void Collected() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop.Sales;

        [Resource("orders")]
        [PrimaryKey("TENANT#{TenantId}#ORDER#{Number}", "ORDER#HEAD")]
        public partial record Order { public required string Number { get; init; } }

        [Resource("lines")]
        [PrimaryKey("TENANT#{TenantId}#ORDER#{OrderNumber}", "ORDER#LINE#{Position}")]
        public partial record OrderLine
        {
            public required string OrderNumber { get; init; }
            public required int Position { get; init; }
        }

        [ItemCollection]
        public partial record OrderDetails
        {
            public Order? Order { get; init; }
            public IReadOnlyList<OrderLine> Lines { get; init; } = [];
        }
        """).Driver);

    [Fact]
    public void Reading() => Snapshot.Match(GeneratorRun.Compiled("""
        [Resource("tools")]
        [PrimaryKey("TENANT#{TenantId}", "TOOL#{Id}")]
        [SecondaryIndex("ByShelf", "TENANT#{TenantId}#SHELF#{Shelf}", "{Category}#{Price}#{Kind}#{Day:dd.MM}")]
        [Allow(Operation.Read, Owner = nameof(OwnerId), Roles = "clerk")]
        [Conditions]
        public partial record Tool
        {
            public required int Shelf { get; init; }
            public required string Category { get; init; }
            public decimal Price { get; init; }
            public ToolKind Kind { get; init; }
            public DateOnly? Day { get; init; }
            public DateTimeOffset At { get; init; }
            public int? Limit { get; init; } = 10;
            public string OwnerId { get; init; } = "";
            public List<string> Tags { get; init; } = [];
            public Origin? Origin { get; init; }
        }

        public enum ToolKind { Hand, Power }

        public partial record Origin
        {
            public required string Country { get; init; }
            public int Path { get; init; }
        }

        [ProjectionOf<Tool>]
        public partial record ToolCard
        {
            public required string Id { get; init; }
            public Origin? Origin { get; init; }
            public ToolKind Kind { get; init; }
        }
        """).Driver);

    [Fact]
    public void Shaped() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop.Drawings;

        [Resource("drawings")]
        [PrimaryKey("TENANT#{TenantId}", "DRAWING#{Number}")]
        public partial record Drawing : Titled
        {
            public required DrawingNumber Number { get; init; }
            public required Shape Shape { get; init; }
            public Point? Origin { get; init; }
            [Converter<ColorConverter>] public Color? Color { get; init; }
            public System.Text.Json.JsonElement? Extra { get; init; }
        }

        public abstract record Titled { public required string Title { get; init; } }
        public readonly record struct DrawingNumber(int Value);
        public readonly partial record struct Point(int X, int Y);

        [System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Group), "group")]
        public abstract record Shape { public string? Label { get; init; } }
        public partial record Circle(Point Center, int Radius) : Shape;
        public sealed partial record Group(List<Shape> Parts) : Shape;

        public readonly struct Color { public string Name { get; init; } }
        public sealed class ColorConverter : IValueConverter<Color, string>
        {
            public static string ToStored(Color value) => value.Name;
            public static Color FromStored(string value) => new() { Name = value };
        }
        """).Driver);

    [Fact]
    public void Partial() => Snapshot.Match(GeneratorRun.Compiled("""
        [Resource("letters")]
        [PrimaryKey("TENANT#{TenantId}#BOX#{Box}", "LETTER#{Number}")]
        [SecondaryIndex("Cards", "TENANT#{TenantId}#STATUS#{Status}", "LETTER#{Number}", Projection = IndexProjection.Include, Include = ["Subject"])]
        [SecondaryIndex("Names", "TENANT#{TenantId}", "LETTER#{Number}", Projection = IndexProjection.KeysOnly)]
        public partial record Letter
        {
            public required string Box { get; init; }
            public required int Number { get; init; }
            public required string Status { get; init; }
            [AttributeName("subj"), Sensitive] public required string Subject { get; init; }
        }

        [ProjectionOf<Letter>]
        public partial record LetterCard
        {
            public required string Subject { get; init; }
            [NotStored] public int Width { get; init; }
        }

        [ProjectionOf<Letter>]
        public partial record LetterName(int Number)
        {
            public required string Box { get; init; }
        }

        [Resource("passes")]
        [PrimaryKey("TENANT#{TenantId}", "PASS#{Id}")]
        public partial record Pass { [TimeToLive] public DateTimeOffset? ValidUntil { get; init; } }

        [ProjectionOf<Pass>]
        public partial record PassCard { public required string Id { get; init; } }
        """).Driver);

    [Fact]
    public void Operated() => Snapshot.Match(GeneratorRun.Compiled("""
        using GeekCafe.Lambda;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        [Resource("parcels", Http = Operation.Read)]
        [PrimaryKey("TENANT#{TenantId}#DEPOT#{Depot}", "PARCEL#{Number}")]
        public partial record Parcel
        {
            public required string Depot { get; init; }
            public required int Number { get; init; }
            public State State { get; init; }
        }

        public enum State { Here, Sent }

        public partial record Sending { public required string By { get; init; } public DateTimeOffset? At { get; init; } }

        public partial record Count { public int Here { get; init; } public int Sent { get; init; } }

        public partial class ParcelService
        {
            [HttpOperation("POST", "/depots/{depot}/parcels/{number}/send", Authentication = Authentication.ApiKey)]
            public Task<ServiceResult<Parcel>> SendAsync(Caller caller, ParcelKey key, Sending? sending, long? ifVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

            [HttpOperation("PUT", "/depots/{depot}/parcels/{number}")]
            public Task<ServiceResult<UpdateResult<Parcel>>> PlaceAsync(Caller caller, string depot, int number, ParcelInput input) => throw new NotSupportedException();

            [HttpOperation("GET", "/depots/{depot}/parcels")]
            public Task<ServiceResult<Page<Parcel>>> InAsync(Caller caller, string depot, PageRequest page, State state = State.Sent, DateOnly? day = null) => throw new NotSupportedException();

            [HttpOperation("GET", "/parcels/count", Authentication = Authentication.Public)]
            public ValueTask<ServiceResult<Count>> CountAsync(bool all) => throw new NotSupportedException();

            [HttpOperation("GET", "/parcels/counts")]
            public ValueTask<ServiceResult<Page<Count>>> CountsAsync(Caller caller, string context) => throw new NotSupportedException();

            [Job("sweep", Schedule = "rate(1 hour)")]
            public Task<ServiceResult<Count>> SweepAsync(Caller caller, Sending? sending, CancellationToken cancellationToken) => throw new NotSupportedException();

            [Job("forget")]
            public ValueTask<ServiceResult<NoContent>> ForgetAsync(Caller caller) => throw new NotSupportedException();

            [HttpOperation("DELETE", "/depots/{depot}/parcels")]
            public Task<ServiceResult<NoContent>> ClearAsync(Caller caller, string depot) => throw new NotSupportedException();
        }
        """).Driver);

    [Fact]
    public void Python() => Snapshot.Match(GeneratorRun.Compiled("""
        namespace Shop;

        [Resource("events")]
        [PythonItems]
        [PrimaryKey("event#{Id}", "event#{Id}", CrossTenant = true)]
        [SecondaryIndex("ByOrganizer", "user#{OrganizerId}", "model#event#ts#{CreatedAt}", Index = "gsi3", CrossTenant = true)]
        [SecondaryIndex("ByTenant", "tenant#{TenantId}", "date#{StartsAt}#ts#{CreatedAt}", Index = "gsi5", Route = "/events")]
        public partial record Event
        {
            public required string Title { get; init; }
            [SetByServer(ServerValue.UserId)] public string OrganizerId { get; init; } = "";
            [EpochSeconds] public DateTimeOffset? StartsAt { get; init; }
        }
        """).Driver);
}
