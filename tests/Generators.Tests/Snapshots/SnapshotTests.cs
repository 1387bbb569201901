using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Snapshots;

/// <summary>Whole files, to be read in review.</summary>
public class SnapshotTests
{
    [Fact]
    public void Nominal() => Snapshot.AssertFiles(GeneratorRun.Compiled("""
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
        """), nameof(Nominal));

    [Fact]
    public void Positional() => Snapshot.AssertFiles(GeneratorRun.Compiled("""
        [Resource("seats", Route = "/rooms/{room}/seats")]
        [PrimaryKey("TENANT#{TenantId}#ROOM#{Room}", "SEAT#{Row}#{Number}")]
        public partial record Seat(string Room, int Row, int Number, string? Note = null, int? Price = 5);
        """), nameof(Positional));

    [Fact]
    public void Nested() => Snapshot.AssertFiles(GeneratorRun.Compiled("""
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
        """), nameof(Nested));

    [Fact]
    public void Shaped() => Snapshot.AssertFiles(GeneratorRun.Compiled("""
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
        """), nameof(Shaped));
}
