using Community.Analytics;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Analytics;

/// <summary>What is counted of a window, and that it is of that window alone.</summary>
public abstract class SummaryTests<TDatabase> : AnalyticsTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task Page_views_have_an_audience_durations_and_depths()
    {
        await TellAsync(new PageView { DurationMs = 100, ScrollDepth = 50 }, session: "s1", user: "u1");
        await TellAsync(new PageView { DurationMs = 300 }, session: "s1", user: "u1");
        await TellAsync(new PageView { ScrollDepth = 100 }, session: "s2", user: "u1");
        await TellAsync(new PageView());
        var views = (await CountAsync()).PageViews;
        Assert.Equal(new Audience { Events = 4, UniqueSessions = 2, UniqueUsers = 1 }, views.Audience);
        Assert.Equal(new Measure { Count = 2, Average = 200, Min = 100, Max = 300, P95 = 300 }, views.DurationMs);
        Assert.Equal(new Measure { Count = 2, Average = 75, Min = 50, Max = 100, P95 = 100 }, views.ScrollDepth);
    }

    [Fact]
    public async Task Errors_are_counted_by_type_and_their_messages_once()
    {
        foreach (var (type, message) in new[] { ("TypeError", "x"), ("TypeError", "x"), ("TypeError", "y"), ("RangeError", "z"), ("Error", "x") })
        {
            await TellAsync(new PageError { Type = type, Message = message }, session: type);
        }

        var errors = (await CountAsync()).Errors;
        Assert.Equal((5, 3), (errors.Audience.Events, errors.Audience.UniqueSessions));
        Assert.Equal("Error=1 RangeError=1 TypeError=3", Figures(errors.ByType));
        Assert.Equal(3, errors.UniqueMessages);
        Assert.Equal(["x", "y", "z"], errors.Messages);
    }

    [Fact]
    public async Task Performance_is_measured_where_it_was_told()
    {
        await TellAsync(new PageTiming { LoadMs = 1000, TtfbMs = 10, FcpMs = 200, LcpMs = 800 });
        await TellAsync(new PageTiming { LoadMs = 3000, TtfbMs = 30 });
        var performance = (await CountAsync()).Performance;
        Assert.Equal((2, 2000.0, 20.0), (performance.Audience.Events, performance.LoadMs.Average, performance.TtfbMs.Average));
        Assert.Equal((1, 200.0, 800.0), (performance.FcpMs.Count, performance.FcpMs.P95, performance.LcpMs.Average));
    }

    [Fact]
    public async Task Custom_events_are_counted_by_name()
    {
        foreach (var name in new[] { "signup", "signup", "download" }) await TellAsync(new CustomEvent { Name = name });
        Assert.Equal("download=1 signup=2", Figures((await CountAsync()).Custom.ByName));
    }

    [Fact]
    public async Task A_session_and_a_user_of_several_kinds_are_one()
    {
        await TellAsync(new PageView(), session: "s", user: "u");
        await TellAsync(new PageError { Message = "x" }, session: "s", user: "u");
        await TellAsync(new PageTiming(), session: "s");
        await TellAsync(new CustomEvent { Name = "x" }, session: "t", user: "v");
        var summary = await CountAsync();
        Assert.Equal(new Audience { Events = 4, UniqueSessions = 2, UniqueUsers = 2 }, summary.Total);
        Assert.Equal([1L, 1, 1, 1], new[] { summary.PageViews.Audience, summary.Errors.Audience, summary.Performance.Audience, summary.Custom.Audience }.Select(static each => each.Events));
    }

    [Fact]
    public async Task A_window_in_which_nothing_happened_has_no_figures()
    {
        var summary = await CountAsync();
        Assert.Equal((0, null, null), (summary.Total.Events, summary.Performance.LoadMs.P95, summary.PageViews.DurationMs.Average));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(19, 19)]
    [InlineData(20, 19)]
    [InlineData(21, 20)]
    [InlineData(40, 38)]
    [InlineData(100, 95)]
    [InlineData(101, 96)]
    public async Task The_95th_percentile_is_the_nearest_rank(int count, int rank)
    {
        var values = Enumerable.Range(1, count).ToArray();
        new Random(count).Shuffle(values);
        await Parallel.ForEachAsync(values, async (value, _) => await TellAsync(new PageTiming { LoadMs = value }));
        var load = (await CountAsync()).Performance.LoadMs;
        Assert.Equal((count, (double)rank, 1.0, (double)count), (load.Count, load.P95, load.Min, load.Max));
    }

    [Theory]
    [InlineData("hourly")]
    [InlineData("daily")]
    [InlineData("weekly")]
    [InlineData("monthly")]
    public async Task What_happens_on_a_boundary_counts_once_in_the_window_it_begins(string name)
    {
        var period = new Period(name);
        var start = period.StartOf(TestClock.Start);
        var end = period.EndOf(start);
        await TellAsync(new CustomEvent { Name = "before" }, at: start.AddMilliseconds(-1));
        await TellAsync(new CustomEvent { Name = "first" }, at: start);
        await TellAsync(new CustomEvent { Name = "last" }, at: end.AddMilliseconds(-1));
        await TellAsync(new CustomEvent { Name = "after" }, at: end);
        Assert.Equal("before=1", Figures((await CountAsync(period: name, at: start.AddTicks(-1))).Custom.ByName));
        var summary = await CountAsync(period: name, at: start);
        Assert.Equal("first=1 last=1", Figures(summary.Custom.ByName));
        Assert.Equal((start, end), (summary.StartsAt, summary.EndsAt));
        Assert.Equal("after=1", Figures((await CountAsync(period: name, at: end)).Custom.ByName));
    }

    [Theory]
    [InlineData("/a", "/a/b")]
    [InlineData("/a", "/A")]
    [InlineData("/a", "/ab")]
    [InlineData("/a#x", "/a")]
    [InlineData("/a", "/a#AT#2030")]
    public async Task Pages_with_names_alike_never_mix(string first, string second)
    {
        await TellAsync(new PageView(), first);
        await TellAsync(new PageView(), second);
        await TellAsync(new PageView(), second);
        Assert.Equal((1, 2), ((await CountAsync(first)).Total.Events, (await CountAsync(second)).Total.Events));
        Assert.Equal((1, 2), (await RowsOf(first), await RowsOf(second)));
        Assert.Single((await Summaries.ListByRouteAsync(Analyst, first, "hourly", default)).Data.Items);

        async Task<int> RowsOf(string page) => (await Rows.ListByRouteAsync(Analyst, page, default)).Data.Items.Count;
    }

    [Fact]
    public async Task Tenants_count_apart()
    {
        await TellAsync(new PageView());
        await TellAsync(new PageView(), caller: Callers.User("t2", "website", WebsiteAnalytics.WriteScope));
        await TellAsync(new PageView(), caller: Callers.User("t2", "website", WebsiteAnalytics.WriteScope));
        Assert.Equal(1, (await CountAsync()).Total.Events);
        var stranger = Callers.User("t2", "root", "admin");
        Assert.Equal(2, (await CountAsync(caller: stranger)).Total.Events);
        Assert.Equal(2, Assert.Single((await Summaries.ListByRouteAsync(stranger, "/home", "hourly", default)).Data.Items).Total.Events);
    }

    [Fact]
    public async Task A_count_reads_its_window_and_nothing_else_to_the_last_page()
    {
        var start = TestClock.Start;
        for (var i = 1; i <= 30; i++) await TellAsync(new PageView(), at: start.AddHours(i % 2 == 0 ? -1 : 1));
        App.Clock.Set(start);
        await Parallel.ForAsync(0, 230, async (number, _) => await TellAsync(new PageView(), session: $"s{number % 50}"));

        using var recording = App.Record();
        var summary = await CountAsync();
        Assert.Equal((230, 50), (summary.Total.Events, summary.Total.UniqueSessions));
        Assert.Equal(230, recording.Requests.Where(static each => each.Operation == DynamoOperation.Query).Sum(static each => each.ItemsRead));
        Assert.DoesNotContain(recording.Requests, static each => each.Operation == DynamoOperation.Scan);
    }

    [Fact]
    public async Task Of_more_than_a_hundred_names_the_rest_is_one()
    {
        await TellAsync(new CustomEvent { Name = "n-000" });
        await Parallel.ForAsync(0, 105, async (number, _) => await TellAsync(new CustomEvent { Name = $"n-{number:000}" }));
        var names = (await CountAsync()).Custom.ByName;
        Assert.Equal((101, 2, 5), (names.Count, names["n-000"], names["(other)"]));
    }

    [Fact]
    public async Task Counting_again_counts_nothing_twice()
    {
        await TellAsync(new PageView(), session: "s");
        var first = await CountAsync();
        var second = await CountAsync();
        Assert.Equal((1, 1), (first.Total.Events, second.Total.Events));
        Assert.Single((await Summaries.ListByRouteAsync(Analyst, "/home", "hourly", default)).Data.Items);
    }

    [Fact]
    public async Task Summaries_are_listed_by_period_and_time_as_queries()
    {
        for (var hour = 0; hour < 5; hour++)
        {
            await TellAsync(new PageView(), at: TestClock.Start.AddHours(hour));
            await CountAsync();
        }

        await CountAsync(period: "daily");
        Assert.Equal(5, Assert.Single((await Summaries.ListByRouteAsync(Analyst, "/home", "daily", default)).Data.Items).Total.Events);
        var some = (await Summaries.ListByRouteAsync(Analyst, "/home", "hourly", default, TestClock.Start.AddHours(1), TestClock.Start.AddHours(3))).Data.Items;
        Assert.Equal([TestClock.Start.AddHours(1), TestClock.Start.AddHours(2)], some.Select(static each => each.StartsAt));
        Assert.Equal(ErrorCode.ValidationError, (await Summaries.ListByRouteAsync(Analyst, "/home", "yearly", default)).Error?.Code);
    }

    [Fact]
    public async Task Of_many_pages_each_outcome_is_told()
    {
        await TellAsync(new PageView(), "/a");
        await TellAsync(new PageView(), "/b");
        var report = (await Summaries.RecountPagesAsync(Admin, new() { Routes = ["/a", "", "/b"], Period = Period.Hourly })).Data;
        Assert.Equal((2, 1), (report.Succeeded, report.Failed));
        Assert.Equal(["/a 200", " 400", "/b 200"], report.Outcomes.Select(static each => $"{each.Subject} {each.Status}"));
        Assert.Equal(ErrorCode.AccessDenied, (await Summaries.RecountPagesAsync(Analyst, new() { Routes = ["/a"], Period = Period.Hourly })).Error?.Code);
    }

    [Fact]
    public async Task Rows_go_after_90_days_and_a_summary_is_not_counted_to_nothing_for_that()
    {
        var row = await TellAsync(new PageView());
        Assert.Equal(TestClock.Start.AddDays(90), row.ExpiresAt);
        Assert.Equal(1, (await CountAsync()).Total.Events);

        App.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Empty((await Rows.ListByRouteAsync(Analyst, "/home", default)).Data.Items);
        App.Clock.Advance(TimeSpan.FromHours(1));
        var report = (await Summaries.RecountPagesAsync(Admin, new() { Routes = ["/home"], Period = Period.Hourly, At = TestClock.Start })).Data;
        Assert.Equal("CONDITION_FAILED", report.Outcomes[0].ErrorCode);
        Assert.Equal(1, Assert.Single((await Summaries.ListByRouteAsync(Analyst, "/home", "hourly", default)).Data.Items).Total.Events);
    }

    private static string Figures(IReadOnlyDictionary<string, long> figures) => string.Join(' ', figures.OrderBy(static each => each.Key, StringComparer.Ordinal).Select(static each => $"{each.Key}={each.Value}"));
}

public sealed class SummariesOnDynoxide : SummaryTests<Dynoxide>;

public sealed class SummariesOnDynamoDbLocal : SummaryTests<Amazons>;
