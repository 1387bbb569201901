using Community.Recounts;
using GeekCafe;
using GeekCafe.Lambda;
using GeekCafe.Validation;

namespace Community.Analytics;

/// <content>Telling and listing what happened.</content>
public partial class WebsiteAnalyticsService
{
    /// <summary>How long what happened is kept: long enough to count a month anew when it is over.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    private readonly AnalyticsSummaryService _summaries = new(environment);

    /// <summary>Tells what happened. The tenant is that of the API key.</summary>
    /// <param name="caller">The key's.</param>
    /// <param name="input">What happened.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/analytics", Name = "create", Authentication = Authentication.ApiKey)]
    public async Task<ServiceResult<UpdateResult<WebsiteAnalytics>>> TrackAsync(Caller caller, WebsiteAnalyticsInput input, CancellationToken cancellationToken = default)
    {
        var created = await CreateAsync(caller, input, cancellationToken);
        return created.TryGet(out var row, out var error) ? new UpdateResult<WebsiteAnalytics>(null, row) : error;
    }

    /// <summary>What happened on a page, in the order of time.</summary>
    /// <param name="caller">An admin or analyst.</param>
    /// <param name="route">The page.</param>
    /// <param name="page">Which page of the list.</param>
    /// <param name="from">The first moment wanted. Default: the beginning.</param>
    /// <param name="to">The first moment no longer wanted. Default: now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/analytics", Name = "list")]
    public async Task<ServiceResult<Page<WebsiteAnalytics>>> ListByRouteAsync(
        Caller caller, string route, PageRequest page, DateTimeOffset? from = null, DateTimeOffset? to = null, CancellationToken cancellationToken = default) =>
        MayRead(caller)
            ? await ListAsync(caller, route, Within(from ?? DateTimeOffset.UnixEpoch, to ?? DateTimeOffset.MaxValue), page, cancellationToken)
            : ServiceError.AccessDenied;

    /// <summary>Counts every window anew into which something came since it was counted.</summary>
    /// <param name="caller">Background work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Job("recount", Schedule = "rate(1 hour)")]
    public Task<ServiceResult<RecountReport>> RecountAsync(Caller caller, CancellationToken cancellationToken = default) =>
        _summaries.RecountStaleAsync(caller, cancellationToken);

    /// <summary>All of a window of a page, and nothing else, by queries of that part of the page's partition.</summary>
    internal IAsyncEnumerable<WebsiteAnalytics> EnumerateWindowAsync(Caller caller, string page, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken) =>
        EnumerateAsync(caller, page, Within(start, end), new PageRequest { Limit = 100, Consistent = true }, cancellationToken);

    /// <inheritdoc/>
    protected override WebsiteAnalytics OnCreating(Caller caller, WebsiteAnalytics resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource with { Page = resource.Route ?? resource.Slug ?? "-", ExpiresAt = resource.At + Retention };
    }

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, WebsiteAnalytics next, WebsiteAnalytics? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(errors);
        if (next is { Route: null, Slug: null }) errors.Add("route", "or slug must be given");
        return ValueTask.CompletedTask;
    }

    /// <summary>Marks the hour of a new row. To be told of it twice does no harm.</summary>
    /// <param name="change">What happened to a row.</param>
    /// <param name="cancellationToken">The invocation's.</param>
    protected override async ValueTask OnChangeAsync(StreamChange<WebsiteAnalytics> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is not { Kind: StreamChangeKind.Created, New: { } row }) return;
        if (await _summaries.MarkAsync(change.Caller, row.Page, Period.Hourly, row.At, cancellationToken) is { } error) throw new ServiceException(error);
    }

    // Times are stored in whole ticks, so all before the end is all up to the tick before it.
    private static SortRange<WebsiteAnalytics, WebsiteAnalyticsSort.PrimaryKey> Within(DateTimeOffset start, DateTimeOffset end) =>
        WebsiteAnalyticsSort.PrimaryKey.At.Between(start, LastBefore(end));

    /// <summary>The last moment before another, or the first there is.</summary>
    internal static DateTimeOffset LastBefore(DateTimeOffset end) => end.UtcTicks == 0 ? DateTimeOffset.MinValue : end.ToUniversalTime().AddTicks(-1);

    /// <summary>Whose business figures are.</summary>
    internal static bool MayRead(Caller caller) => caller.IsSystem || caller.HasRole("admin") || caller.HasRole("analyst");
}
