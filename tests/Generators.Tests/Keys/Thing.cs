// The members that the declarations in Keys.txt name. Attributes are put in front of Thing, the others are there to be in its way.
namespace Shop
{
    ATTRIBUTES
    public partial record Thing
    {
        public required string Title { get; init; }
        public string OwnerId { get; init; } = "";
        public DateTimeOffset? At { get; init; }
        public required DateTime Made { get; init; }
        public required DateTimeOffset Seen { get; init; }
        public required DateOnly Born { get; init; }
        public required TimeOnly Opens { get; init; }
        public TimeSpan Lasts { get; init; }
        public bool IsOpen { get; init; }
        public bool? IsKnown { get; init; }
        public int Count { get; init; }
        public sbyte Tiny { get; init; }
        public byte Octet { get; init; }
        public short Small { get; init; }
        public ushort Medium { get; init; }
        public uint Many { get; init; }
        public long Long { get; init; }
        public ulong Big { get; init; }
        public double Size { get; init; }
        public decimal Price { get; init; }
        public Half Half { get; init; }
        public Guid Code { get; init; }
        public char Letter { get; init; }
        public DayOfWeek Day { get; init; }
        public DayOfWeek? Other { get; init; }
        public System.Numerics.BigInteger Large { get; init; }
        public byte[] Hash { get; init; } = [];
        public int? Floor { get; init; } = 1;
        public List<string> Tags { get; init; } = [];
        [Sensitive] public required string Pin { get; init; }
        public string Shard { get; init; } = "";
        public string HereCode { get; init; } = "";
        [AttributeName("also")] public string Named { get; init; } = "";
        public string @event { get; init; } = "";
        public string? TitlesSk { get; init; }
        public string? TitlesPk { get; init; }
        public Spot Here { get; init; } = new();
        public Spot? Place { get; init; }
        public Point Point { get; init; }
        public Point? Origin { get; init; }
        public Number Number { get; init; }
        public Number? Maybe { get; init; }
        public string Shown => Title + Count;
        public int? Half2 => Count / 2;
        public string? Hidden => null;
        public List<string> Words => [];
        public static string Shared => "";
        public string this[int index] => "";
    }

    public abstract record Placed { public string Land { get; init; } = ""; }

    public partial record Spot : Placed
    {
        public string City { get; init; } = "";
        public string Code { get; init; } = "";
        public List<string> Tags { get; init; } = [];
        public Point? Point { get; init; }
        public Number Number { get; init; }
        [Sensitive] public string Pin { get; init; } = "";
    }

    public readonly partial record struct Point(int X, int? Y);

    public readonly record struct Number(long Value);

    [Resource("racks")]
    [PrimaryKey("TENANT#{TenantId}", "RACK#{Id}")]
    [CompositeIndex("ByFloor", ["TenantId", "Zone", "Mark"], ["Floor"], Index = "gsi9")]
    [LocalSecondaryIndex("ByZone", "RACK#{Zone}", Index = "lsi9")]
    [SecondaryIndex("ByMark", "TENANT#{TenantId}", "RACK#{Zone}", Index = "gsi8")]
    public partial record Rack
    {
        [AttributeName("title")] public required string Zone { get; init; }
        [AttributeName("count")] public int Floor { get; init; }
        [AttributeName("also")] public string Mark { get; init; } = "";

        // Of other types than Thing has under these names, which its indexes of several attributes cannot bear.
        [AttributeName("small")] public string? Small { get; init; }
        [AttributeName("big")] public bool Big { get; init; }
        [AttributeName("code")] public List<string> Code { get; init; } = [];
        [AttributeName("letter")] public string? Letter { get; init; } = "x";
        [AttributeName("hash")] public int Hash { get; init; }
        [AttributeName("here_code")] public byte[] HereCode { get; init; } = [];
        [AttributeName("number")] public Number Number { get; init; }
        [AttributeName("shard")] public DayOfWeek Shard { get; init; }
        [AttributeName("medium")] public Spot? Medium { get; init; }
    }
}
