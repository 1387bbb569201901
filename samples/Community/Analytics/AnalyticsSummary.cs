using GeekCafe;

namespace Community.Analytics;

/// <summary>What happened on a page within a window, counted from the rows of exactly that window.</summary>
[Resource("analytics-summaries", Http = Operation.None)]
[PrimaryKey("TENANT#{TenantId}#PAGE#{Page}", "SUMMARY#{Period}#{StartsAt}")]
[SecondaryIndex("Stale", "TENANT#{TenantId}", "STALE#{Period}#{StaleSince}#{Page}#{StartsAt}")]
[Allow(Operation.Read, Roles = "admin,analyst")]
[Allow(Operation.Write, Roles = "admin")]
[Conditions]
public partial record AnalyticsSummary
{
    /// <summary>The page.</summary>
    public required string Page { get; init; }

    /// <summary>How long the window is.</summary>
    public required Period Period { get; init; }

    /// <summary>The window's first moment. UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>The first moment after the window. UTC.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Since when rows have come that are not counted here. Null: all are. UTC.</summary>
    public DateTimeOffset? StaleSince { get; init; }

    /// <summary>Whether a count has begun that will include every row that came before it began.</summary>
    public bool IsBeingCounted { get; init; }

    /// <summary>When the rows were counted last. Null: never. UTC.</summary>
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>Who was there, whatever they did.</summary>
    public Audience Total { get; init; } = new();

    /// <summary>Page views.</summary>
    public ViewSummary PageViews { get; init; } = new();

    /// <summary>Errors.</summary>
    public ErrorSummary Errors { get; init; } = new();

    /// <summary>Performance.</summary>
    public TimingSummary Performance { get; init; } = new();

    /// <summary>Custom events.</summary>
    public CustomSummary Custom { get; init; } = new();
}
