using Community.Analytics;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Analytics;

/// <summary>Rows mark their windows through the table's stream, and the hourly job counts what is marked: nothing is missed, nothing counted twice.</summary>
public abstract class JobTests<TDatabase> : AnalyticsTests<TDatabase> where TDatabase : IDatabase
{
    /// <summary>A 24th of an hour has gone by, the hour itself has not.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    private static readonly Caller Job = Caller.ForSystem("t1", "recount");

    /// <summary>Runs the job; gives what it counted, such as <c>/home hourly 200</c>.</summary>
    private async Task<List<string>> RunAsync(Caller? caller = null)
    {
        var report = (await Rows.RecountAsync(caller ?? Job)).Data;
        return [.. report.Outcomes.Select(static each => $"{string.Join(' ', each.Subject.Split(' ')[..2])} {each.Status}")];
    }

    private async Task<AnalyticsSummary> SummaryAsync(string period, string route = "/home", DateTimeOffset? at = null) =>
        (await Summaries.GetAsync(Admin, new(route, period, new Period(period).StartOf(at ?? App.Clock.Now)), consistent: true)).Data;

    /// <summary>Does something when the database has answered, before the answer is known.</summary>
    private static Fault After(Func<Task> act) => async (_, send) =>
    {
        var reply = await send();
        await act();
        return reply;
    };

    [Fact]
    public async Task The_job_counts_the_windows_of_every_new_row_and_then_has_nothing_to_do()
    {
        await TellAsync(new PageView(), session: "s1");
        await TellAsync(new PageView(), session: "s2");
        await TellAsync(new PageView(), "/other");
        Assert.Empty(await RunAsync());
        await PumpAsync();
        Assert.Equal(["/home hourly 200", "/other hourly 200", "/home daily 200", "/other daily 200", "/home weekly 200", "/other weekly 200", "/home monthly 200", "/other monthly 200"],
            await RunAsync());
        foreach (var period in Period.All)
        {
            var summary = await SummaryAsync(period.Name);
            Assert.Equal((2, 2, null), (summary.Total.Events, summary.Total.UniqueSessions, summary.StaleSince));
            Assert.Equal(1, (await SummaryAsync(period.Name, "/other")).Total.Events);
        }

        Assert.Empty(await RunAsync());
        await PumpAsync();
        Assert.Empty(await RunAsync());
    }

    [Fact]
    public async Task A_stream_that_repeats_itself_changes_no_figure()
    {
        var row = await TellAsync(new PageView());
        var batch = LambdaEvents.Stream().Created(row).Created(row).Build();
        using var streams = App.Function("streams");
        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await streams.InvokeAsync(batch)).ErrorType);
            Assert.Contains("/home hourly 200", await RunAsync());
            Assert.Equal(1, (await SummaryAsync("hourly")).Total.Events);
            App.Clock.Advance(Soon);
        }
    }

    [Fact]
    public async Task Many_rows_mark_their_window_with_one_write()
    {
        for (var i = 0; i < 10; i++) await TellAsync(new PageView());
        using var recording = App.Record();
        await PumpAsync();
        Assert.Equal(1, recording.Requests.Count(static each => each.Operation == DynamoOperation.TransactWriteItems));
        Assert.DoesNotContain(recording.Requests, static each => each.Operation is DynamoOperation.Query or DynamoOperation.Scan);
    }

    [Fact]
    public async Task A_row_that_comes_during_a_count_is_counted_by_the_next_one()
    {
        await TellAsync(new PageView());
        await PumpAsync();

        // The first Query lists marked hours, the second reads the rows of one.
        Wire.Next(DynamoOperation.Query, After(async () =>
        {
            await TellAsync(new PageView());
            await PumpAsync();
        }), after: 1);
        Assert.Contains("/home hourly 200", await RunAsync());
        var between = await SummaryAsync("hourly");
        Assert.Equal((1, true), (between.Total.Events, between.StaleSince is not null));

        App.Clock.Advance(Soon);
        Assert.Contains("/home hourly 200", await RunAsync());
        var after = await SummaryAsync("hourly");
        Assert.Equal((2, null), (after.Total.Events, after.StaleSince));
    }

    [Fact]
    public async Task A_count_that_fails_is_told_leaves_the_mark_and_keeps_no_other_from_being_made()
    {
        await TellAsync(new PageView(), "/a");
        await TellAsync(new PageView(), "/b");
        await PumpAsync();
        Wire.Next(DynamoOperation.Query, Faults.Refuse(DynamoErrorKind.Validation, "ValidationException"), after: 1);
        var outcomes = await RunAsync();
        Assert.Equal(["/a hourly 500", "/b hourly 200"], outcomes.Where(static each => each.Contains("hourly", StringComparison.Ordinal)));
        Assert.NotNull((await SummaryAsync("hourly", "/a")).StaleSince);

        Assert.Contains("/a hourly 200", await RunAsync());
        Assert.Equal(1, (await SummaryAsync("hourly", "/a")).Total.Events);
    }

    [Fact]
    public async Task A_row_that_comes_after_a_count_that_failed_is_not_missed()
    {
        await TellAsync(new PageView());
        await PumpAsync();
        Wire.Next(DynamoOperation.Query, Faults.Refuse(DynamoErrorKind.Validation, "ValidationException"), after: 1);
        Assert.Contains("/home hourly 500", await RunAsync());
        await TellAsync(new PageView());
        await PumpAsync();
        Assert.Contains("/home hourly 200", await RunAsync());
        var summary = await SummaryAsync("hourly");
        Assert.Equal((2, null), (summary.Total.Events, summary.StaleSince));
    }

    [Fact]
    public async Task A_window_that_is_not_over_is_counted_again_when_a_24th_of_it_has_gone_by()
    {
        var start = TestClock.Start;
        await TellAsync(new PageView(), at: start);
        await PumpAsync();
        Assert.Equal(4, (await RunAsync()).Count);

        // An hour later the day is due, the week (7 h) and the month (31 h) are not.
        await TellAsync(new PageView(), at: start.AddHours(1));
        await PumpAsync();
        Assert.Equal(["/home hourly 200", "/home daily 200"], await RunAsync());
        Assert.Equal("2 1 1", await EventsAsync());

        App.Clock.Set(start.AddHours(7));
        Assert.Equal(["/home weekly 200"], await RunAsync());
        Assert.Equal("2 2 1", await EventsAsync());

        // The month is over.
        App.Clock.Set(new(2030, 2, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(["/home monthly 200"], await RunAsync());
        Assert.Equal("2 2 2", await EventsAsync());

        async Task<string> EventsAsync()
        {
            var summaries = new List<AnalyticsSummary>();
            foreach (var period in Period.All.Skip(1)) summaries.Add(await SummaryAsync(period.Name, at: start));
            return string.Join(' ', summaries.Select(static each => each.Total.Events));
        }
    }

    [Fact]
    public async Task The_job_of_a_tenant_counts_that_tenants_windows()
    {
        await TellAsync(new PageView());
        await TellAsync(new PageView(), caller: Callers.User("t2", "website", WebsiteAnalytics.WriteScope));
        await PumpAsync();
        Assert.Equal(4, (await RunAsync()).Count);
        Assert.Null((await Summaries.GetAsync(Callers.User("t2", "root", "admin"), new("/home", "hourly", TestClock.Start))).Data.CountedAt);
        Assert.Equal(4, (await RunAsync(Caller.ForSystem("t2", "recount"))).Count);
    }

    [Fact]
    public async Task Counts_of_one_window_at_once_end_exact_and_clean()
    {
        for (var i = 0; i < 5; i++) await TellAsync(new PageView(), session: $"s{i}");
        await PumpAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => CountAsync()));
        App.Clock.Advance(Soon);
        await RunAsync();
        var summary = await SummaryAsync("hourly");
        Assert.Equal((5, 5, null), (summary.Total.Events, summary.Total.UniqueSessions, summary.StaleSince));
    }

    [Fact]
    public async Task Where_the_time_is_over_the_rest_stays_marked_for_the_next_run()
    {
        await TellAsync(new PageView());
        await PumpAsync();
        Assert.Equal(["/home hourly 503"], await RunAsync(Admin.WithDeadline(App.Clock.Now.AddSeconds(1))));
        Assert.Contains("/home hourly 200", await RunAsync());
    }
}

public sealed class JobsOnDynoxide : JobTests<Dynoxide>;

public sealed class JobsOnDynamoDbLocal : JobTests<Amazons>;
