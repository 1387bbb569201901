namespace Community.Analytics;

/// <summary>
/// Counts the rows of a window, exactly: it remembers each session, user and measured value until it is done. A row takes some 200 bytes, by estimate.
/// </summary>
internal sealed class WindowCount
{
    private const int MaxNames = 100;
    private const int MaxMessages = 20;

    private readonly AudienceCount _total = new();
    private readonly AudienceCount _views = new();
    private readonly AudienceCount _errors = new();
    private readonly AudienceCount _timings = new();
    private readonly AudienceCount _customs = new();
    private readonly List<double> _durations = [];
    private readonly List<double> _depths = [];
    private readonly List<double> _loads = [];
    private readonly List<double> _ttfbs = [];
    private readonly List<double> _fcps = [];
    private readonly List<double> _lcps = [];
    private readonly Dictionary<string, long> _types = [];
    private readonly Dictionary<string, long> _messages = [];
    private readonly Dictionary<string, long> _names = [];

    /// <summary>Counts a row.</summary>
    public void Add(WebsiteAnalytics row)
    {
        _total.Add(row);
        switch (row.Data)
        {
            case PageView view:
                _views.Add(row);
                Take(_durations, view.DurationMs);
                Take(_depths, view.ScrollDepth);
                break;
            case PageError error:
                _errors.Add(row);
                Count(_types, error.Type);
                Count(_messages, error.Message);
                break;
            case PageTiming timing:
                _timings.Add(row);
                Take(_loads, timing.LoadMs);
                Take(_ttfbs, timing.TtfbMs);
                Take(_fcps, timing.FcpMs);
                Take(_lcps, timing.LcpMs);
                break;
            case CustomEvent custom:
                _customs.Add(row);
                Count(_names, custom.Name);
                break;
        }
    }

    /// <summary>The summary with these figures.</summary>
    public AnalyticsSummary ApplyTo(AnalyticsSummary summary) => summary with
    {
        Total = _total.Result,
        PageViews = new() { Audience = _views.Result, DurationMs = Of(_durations), ScrollDepth = Of(_depths) },
        Errors = new()
        {
            Audience = _errors.Result,
            ByType = MostFrequent(_types),
            UniqueMessages = _messages.Count,
            Messages = [.. Ranked(_messages).Take(MaxMessages).Select(static each => each.Key)],
        },
        Performance = new() { Audience = _timings.Result, LoadMs = Of(_loads), TtfbMs = Of(_ttfbs), FcpMs = Of(_fcps), LcpMs = Of(_lcps) },
        Custom = new() { Audience = _customs.Result, ByName = MostFrequent(_names) },
    };

    /// <summary>The figures of measured values.</summary>
    internal static Measure Of(List<double> values)
    {
        if (values.Count == 0) return new();
        values.Sort();
        return new() { Count = values.Count, Average = values.Average(), Min = values[0], Max = values[^1], P95 = values[NearestRank(95, values.Count) - 1] };
    }

    /// <summary>⌈p n / 100⌉, in whole numbers: 0.95 n would not be exact.</summary>
    private static int NearestRank(int percent, int count) => (int)(((long)percent * count + 99) / 100);

    private static void Take(List<double> values, double? value)
    {
        if (value is { } measured) values.Add(measured);
    }

    private static void Count(Dictionary<string, long> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    private static IEnumerable<KeyValuePair<string, long>> Ranked(Dictionary<string, long> counts) =>
        counts.OrderByDescending(static each => each.Value).ThenBy(static each => each.Key, StringComparer.Ordinal);

    private static Dictionary<string, long> MostFrequent(Dictionary<string, long> counts)
    {
        var kept = Ranked(counts).Take(MaxNames).ToDictionary(static each => each.Key, static each => each.Value);
        var rest = counts.Values.Sum() - kept.Values.Sum();
        if (rest > 0) kept["(other)"] = kept.GetValueOrDefault("(other)") + rest;
        return kept;
    }

    private sealed class AudienceCount
    {
        private readonly HashSet<string> _sessions = [];
        private readonly HashSet<string> _users = [];
        private long _events;

        public Audience Result => new() { Events = _events, UniqueSessions = _sessions.Count, UniqueUsers = _users.Count };

        public void Add(WebsiteAnalytics row)
        {
            _events++;
            if (row.SessionId is { } session) _sessions.Add(session);
            if (row.UserId is { } user) _users.Add(user);
        }
    }
}
