using System.Collections.Immutable;

namespace Shop;

[Resource("gauges")]
[PrimaryKey("TENANT#{TenantId}", "GAUGE#{Id}")]
[SecondaryIndex("BySite", "TENANT#{TenantId}#SITE#{Site}", "GAUGE#{Site}#{Level}", Index = "gsi1")]
[SecondaryIndex("ByLevel", "TENANT#{TenantId}", "{Level}", Index = "gsi2")]
[CompositeIndex("ByMark", ["TenantId", nameof(Gauge.Mark)], [nameof(Gauge.Level)], Index = "gsi3")]
[Conditions]
public partial record Gauge
{
    public required string Site { get; init; }
    public int Level { get; init; }
    public byte[] Mark { get; init; } = [];
    public HashSet<int> Bytes { get; init; } = [1];
    public HashSet<string> Names { get; init; } = [];
    public List<string> Lines { get; init; } = ["first"];
    public Dictionary<string, int> Counts { get; init; } = new();
    public Dictionary<string, int> Filled { get; init; } = new() { ["one"] = 1 };
    public DateTime At { get; init; }
    public TimeOnly Opens { get; init; }
    public TimeSpan Lasts { get; init; }
    public bool IsOpen { get; init; } = true;
    public Guid Code { get; init; }
    public string? Text { get; init; } = "text";
    public Reading? Reading { get; init; }
    public Other.Reading? Second { get; init; }
    public Tail? Tail { get; init; }
}

public partial record Reading
{
    public int Path { get; init; }
    public int Absent { get; init; }
    public int Exists { get; init; }
    public int IsAbsent { get; init; }
    public int IsNull { get; init; }
    public int IsNotNull { get; init; }
    public Reading? ReadingMembers { get; init; }
    public Base? Base { get; init; }
}

public partial record Base : Root { public int Own { get; init; } }

public abstract record Root { public int Inherited { get; init; } }

public partial record Tail { public List<byte[]> Parts { get; init; } = []; }

public static partial class Other
{
    public partial record Reading { public int Value { get; init; } }
}
