using Community.Recounts;
using GeekCafe;

namespace Community.Analytics;

/// <content>
/// Summaries are counted from the rows of their window. Which windows need it is marked as rows come; marking twice is as good as once, so that a
/// stream may repeat itself.
/// </content>
public partial class AnalyticsSummaryService
{
    private static readonly ServiceError Gone = new(ErrorCode.ConditionFailed, "The rows of the window have expired. Its summary stays as it is.");

    private static readonly ServiceError NoPeriod = ServiceError.Invalid("period", "must be hourly, daily, weekly or monthly");

    // Made when it is needed: the rows' service holds this one.
    private WebsiteAnalyticsService Rows => new(Environment);

    /// <summary>The summaries of a page, in the order of time.</summary>
    /// <param name="caller">An admin or analyst.</param>
    /// <param name="route">The page.</param>
    /// <param name="period">How long the windows are: hourly, daily, weekly, monthly.</param>
    /// <param name="page">Which page of the list.</param>
    /// <param name="from">Windows that begin then or later. Default: all.</param>
    /// <param name="to">Windows that begin before. Default: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/analytics/summaries", Name = "list")]
    public async Task<ServiceResult<Page<AnalyticsSummary>>> ListByRouteAsync(Caller caller, string route, string period, PageRequest page,
        DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default)
    {
        if (!WebsiteAnalyticsService.MayRead(caller)) return ServiceError.AccessDenied;
        if (Period.Find(period) is null) return NoPeriod;
        var windows = AnalyticsSummarySort.PrimaryKey.Period.Is(period).StartsAt;
        return await ListAsync(caller, route, windows.Between(from ?? DateTimeOffset.UnixEpoch, WebsiteAnalyticsService.LastBefore(to ?? DateTimeOffset.MaxValue)), page, cancellationToken);
    }

    /// <summary>Counts a window of some pages anew, each by itself: what fails of one keeps no other from it.</summary>
    /// <param name="caller">An admin, or background work.</param>
    /// <param name="request">Which pages and which window.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/analytics/recount")]
    public async Task<ServiceResult<RecountReport>> RecountPagesAsync(Caller caller, PageRecount request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (!caller.IsSystem && !caller.HasRole("admin")) return ServiceError.AccessDenied;
        var now = Environment.Clock.GetUtcNow();
        if (request.At > now) return ServiceError.Invalid("at", "must not be in the future");
        var start = request.Period.StartOf(request.At ?? now);
        return await RecountReport.OfAsync(caller, Environment.Clock, request.Routes.ToAsyncEnumerable(), static route => route,
            async route => (await RecountAsync(caller, new(route, request.Period.Name, start), cancellationToken)).Error);
    }

    /// <summary>
    /// Counts every window that is marked: hours first, which mark their days, weeks and months. A window that is not over is counted again when a
    /// 24th of it has gone by, so that a month is read about 25 times, not every hour.
    /// </summary>
    internal Task<ServiceResult<RecountReport>> RecountStaleAsync(Caller caller, CancellationToken cancellationToken) =>
        RecountReport.OfAsync(caller, Environment.Clock, StaleAsync(caller, cancellationToken), static each => $"{each.Page} {each.Period.Name} {each.StartsAt:u}",
            async each => (await RecountAsync(caller, new(each.Page, each.Period.Name, each.StartsAt), cancellationToken)).Error);

    /// <summary>Says that a row has come into a window.</summary>
    internal async Task<ServiceError?> MarkAsync(Caller caller, string page, Period period, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var key = new AnalyticsSummaryKey(page, period.Name, period.StartOf(moment));
        var found = await GetAsync(caller, key, consistent: true, cancellationToken);

        // The next count has not begun, so it will meet the row: it was stored before this was read.
        if (found.TryGet(out var summary, out var error) && summary is { StaleSince: not null, IsBeingCounted: false }) return null;
        if (error is not null && error.Code != ErrorCode.NotFound) return error;
        return (await SetAsync(caller, key, static each => each with { IsBeingCounted = false }, cancellationToken)).Error;
    }

    /// <summary>Counts a window anew.</summary>
    internal async Task<ServiceResult<AnalyticsSummary>> RecountAsync(Caller caller, AnalyticsSummaryKey key, CancellationToken cancellationToken)
    {
        var period = new Period(key.Period);
        if (key.StartsAt < Environment.Clock.GetUtcNow() - WebsiteAnalyticsService.Retention) return Gone;

        // Before the hour is clean, what is made of hours must know.
        foreach (var longer in period == Period.Hourly ? Period.All.Skip(1) : [])
        {
            if (await MarkAsync(caller, key.Page, longer, key.StartsAt, cancellationToken) is { } unmarked) return unmarked;
        }

        var began = await SetAsync(caller, key, static each => each with { IsBeingCounted = true }, cancellationToken);
        if (!began.TryGet(out var begun, out var error)) return error;
        var count = new WindowCount();
        try
        {
            await foreach (var row in Rows.EnumerateWindowAsync(caller, key.Page, begun.StartsAt, begun.EndsAt, cancellationToken)) count.Add(row);
        }
        catch (ServiceException failure)
        {
            return failure.Error;
        }

        // If anything has written the summary since, a row may have come that was not counted: then it stays marked.
        var now = Environment.Clock.GetUtcNow();
        return await UpdateAsync(caller, key, each => count.ApplyTo(each) with
        {
            CountedAt = now,
            IsBeingCounted = each.Version != begun.Version && each.IsBeingCounted,
            StaleSince = each.Version == begun.Version ? null : each.StaleSince ?? now,
        }, cancellationToken: cancellationToken);
    }

    /// <summary>Changes a summary that is marked by that, or makes it.</summary>
    private async Task<ServiceResult<AnalyticsSummary>> SetAsync(
        Caller caller, AnalyticsSummaryKey key, Func<AnalyticsSummary, AnalyticsSummary> change, CancellationToken cancellationToken)
    {
        var period = new Period(key.Period);
        var now = Environment.Clock.GetUtcNow();
        var transaction = new ServiceTransaction(Environment, caller);
        var entry = transaction.Put(this, key, current => change(
            (current ?? new AnalyticsSummary { Page = key.Page, Period = period, StartsAt = key.StartsAt, EndsAt = period.EndOf(key.StartsAt) }) with
            {
                StaleSince = current?.StaleSince ?? now,
            }));
        await transaction.CommitAsync(cancellationToken);
        return entry.Result;
    }

    private async IAsyncEnumerable<AnalyticsSummary> StaleAsync(Caller caller, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var period in Period.All)
        {
            var marked = AnalyticsSummarySort.Stale.Period.Is(period.Name);
            await foreach (var each in EnumerateStaleAsync(caller, marked, new PageRequest { Limit = 100 }, cancellationToken))
            {
                var now = Environment.Clock.GetUtcNow();
                if (each.EndsAt <= now || each.CountedAt is not { } counted || now - counted >= (each.EndsAt - each.StartsAt) / 24) yield return each;
            }
        }
    }
}
