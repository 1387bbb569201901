using System.ComponentModel.DataAnnotations;

namespace Community.Analytics;

/// <summary>Pages of which a window is to be counted anew.</summary>
public partial record PageRecount
{
    /// <summary>The pages.</summary>
    [MinLength(1), MaxLength(100)]
    public required IReadOnlyList<string> Routes { get; init; }

    /// <summary>How long the window is.</summary>
    public required Period Period { get; init; }

    /// <summary>A moment within the window. Default: now.</summary>
    public DateTimeOffset? At { get; init; }
}
