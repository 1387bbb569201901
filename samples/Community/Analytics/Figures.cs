namespace Community.Analytics;

/// <summary>How many events there were, and from how many.</summary>
public partial record Audience
{
    /// <summary>Events.</summary>
    public long Events { get; init; }

    /// <summary>Different sessions, where one is named.</summary>
    public long UniqueSessions { get; init; }

    /// <summary>Different users, where one is named.</summary>
    public long UniqueUsers { get; init; }
}

/// <summary>Page views of a window.</summary>
public partial record ViewSummary
{
    /// <summary>Who viewed.</summary>
    public Audience Audience { get; init; } = new();

    /// <summary>For how long, in milliseconds.</summary>
    public Measure DurationMs { get; init; } = new();

    /// <summary>How far down, in percent.</summary>
    public Measure ScrollDepth { get; init; } = new();
}

/// <summary>Errors of a window.</summary>
public partial record ErrorSummary
{
    /// <summary>Who met them.</summary>
    public Audience Audience { get; init; } = new();

    /// <summary>How many of each type: the hundred most frequent, the rest together as <c>(other)</c>.</summary>
    public IReadOnlyDictionary<string, long> ByType { get; init; } = new Dictionary<string, long>();

    /// <summary>How many different messages there were.</summary>
    public long UniqueMessages { get; init; }

    /// <summary>The messages, the most frequent first, at most twenty.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}

/// <summary>Performance of a page in a window, in milliseconds.</summary>
public partial record TimingSummary
{
    /// <summary>Who measured.</summary>
    public Audience Audience { get; init; } = new();

    /// <summary>Until the page was loaded.</summary>
    public Measure LoadMs { get; init; } = new();

    /// <summary>Until the first byte.</summary>
    public Measure TtfbMs { get; init; } = new();

    /// <summary>Until the first contentful paint.</summary>
    public Measure FcpMs { get; init; } = new();

    /// <summary>Until the largest contentful paint.</summary>
    public Measure LcpMs { get; init; } = new();
}

/// <summary>Custom events of a window.</summary>
public partial record CustomSummary
{
    /// <summary>Who caused them.</summary>
    public Audience Audience { get; init; } = new();

    /// <summary>How many of each name: the hundred most frequent, the rest together as <c>(other)</c>.</summary>
    public IReadOnlyDictionary<string, long> ByName { get; init; } = new Dictionary<string, long>();
}

/// <summary>Figures about values that were measured. Null where none was.</summary>
public partial record Measure
{
    /// <summary>How many.</summary>
    public long Count { get; init; }

    /// <summary>The mean.</summary>
    public double? Average { get; init; }

    /// <summary>The smallest.</summary>
    public double? Min { get; init; }

    /// <summary>The largest.</summary>
    public double? Max { get; init; }

    /// <summary>The value that 95 % of them do not exceed, by nearest rank: of n sorted values the one at ⌈0.95 n⌉, counted from 1.</summary>
    public double? P95 { get; init; }
}
