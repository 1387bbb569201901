using Community;
using Community.Analytics;
using GeekCafe.Community.Tests.Services;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Analytics;

/// <summary>A website's analytics in a table of their own, at a time the test sets.</summary>
public abstract class AnalyticsTests<TDatabase> : IAsyncLifetime where TDatabase : IDatabase
{
    protected static readonly Caller Website = Callers.User("t1", "website", WebsiteAnalytics.WriteScope);
    protected static readonly Caller Admin = Callers.User("t1", "root", "admin");
    protected static readonly Caller Analyst = Callers.User("t1", "eve", "analyst");

    private TestApplication<CommunityApplication>? _app;

    protected TestApplication<CommunityApplication> App => _app!;

    protected WebsiteAnalyticsService Rows => App.Services.Analytics;

    protected AnalyticsSummaryService Summaries => App.Services.AnalyticsSummaries;

    /// <summary>The way to the database, where a test can get between.</summary>
    protected FaultTransport Wire { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TDatabase.Missing is not null, TDatabase.Missing ?? "");
        _app = await TestApplication<CommunityApplication>.StartAsync(options =>
        {
            options.Database = TDatabase.OpenAsync;
            options.Transport = inner => Wire = new FaultTransport(inner);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Has the table's stream told to the end of what has changed.</summary>
    protected Task PumpAsync() => App.DeliverChangesAsync();

    /// <summary>Tells what happened on a page; at a time if one is given, which the clock then shows.</summary>
    protected async Task<WebsiteAnalytics> TellAsync(
        Activity what, string route = "/home", DateTimeOffset? at = null, string? session = null, string? user = null, Caller? caller = null)
    {
        if (at is { } time) App.Clock.Set(time);
        var told = (await Rows.TrackAsync(caller ?? Website, new() { Route = route, Data = what, SessionId = session, UserId = user })).Data;
        Assert.True(told.IsCreated);
        return told.After;
    }

    /// <summary>Counts the window anew that the time is in, and gives its summary.</summary>
    protected async Task<AnalyticsSummary> CountAsync(string route = "/home", string period = "hourly", DateTimeOffset? at = null, Caller? caller = null)
    {
        caller ??= Admin;
        var report = (await Summaries.RecountPagesAsync(caller, new() { Routes = [route], Period = new(period), At = at })).Data;
        Assert.True(report.Succeeded == 1, report.Outcomes[0].Error);
        var start = new Period(period).StartOf(at ?? App.Clock.Now);
        return (await Summaries.GetAsync(caller, new(route, period, start), consistent: true)).Data;
    }
}
