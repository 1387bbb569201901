namespace GeekCafe.Table.Tests.Model;

/// <summary>A resource that uses everything that is written beside or beyond a plain item. Clients choose its number.</summary>
[Resource("model-passes", PurgeAfterDays = 2)]
[PrimaryKey("TENANT#{TenantId}", "MODEL-PASS#{Number}")]
[SecondaryIndex("ByTeam", "TENANT#{TenantId}#MODEL-TEAM#{Team}", "{Points}#{Number}", Index = "gsi2")]
[Changes]
[Conditions]
public partial record Pass
{
    public required string Number { get; init; }

    [Unique(IgnoreCase = true)] public string? Email { get; init; }

    [Unique(Within = [nameof(Team)])] public string? Nick { get; init; }

    public string Team { get; init; } = "red";

    public int Points { get; init; }

    [TimeToLive] public DateTimeOffset? ValidUntil { get; init; }

    [Counter] public long Views { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}
