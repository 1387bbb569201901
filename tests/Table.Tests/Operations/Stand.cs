using GeekCafe.Lambda;

namespace GeekCafe.Table.Tests.Operations;

/// <summary>A stand of a market: its key is not its id, and its service has operations of its own.</summary>
[Resource("stands", Route = "/markets/{marketId}/stands", Http = Operation.Create | Operation.Read)]
[PrimaryKey("TENANT#{TenantId}#MARKET#{MarketId}", "STAND#{Number}")]
[Allow(Operation.Update, Anyone = true)]
public partial record Stand
{
    [CreateOnly] public required string MarketId { get; init; }
    [CreateOnly] public required string Number { get; init; }
    public string Title { get; init; } = "";
    [SetByServer] public StandState State { get; init; }
    [SetByServer] public string? Reason { get; init; }
}

public enum StandState { Open, Closed }

public partial record Closing
{
    [System.ComponentModel.DataAnnotations.StringLength(20, MinimumLength = 2)] public required string Reason { get; init; }
}

public partial record MarketSummary
{
    public required string Market { get; init; }
    public int Open { get; init; }
    public DateOnly? Day { get; init; }
    public IReadOnlyList<StandTitle> Titles { get; init; } = [];
}

public partial record Evening
{
    [System.ComponentModel.DataAnnotations.StringLength(10)] public required string Market { get; init; }
    public string? Reason { get; init; }
}

public partial record StandTitle(string Number, string Title);

/// <summary>Operations that a user writes.</summary>
public partial class StandService
{
    [HttpOperation("POST", "/markets/{marketId}/stands/{number}/close")]
    public Task<ServiceResult<Stand>> CloseAsync(Caller caller, StandKey key, Closing? closing, long? ifVersion, CancellationToken cancellationToken) =>
        UpdateAsync(caller, key, stand => stand with { State = StandState.Closed, Reason = closing?.Reason }, ifVersion, cancellationToken: cancellationToken);

    /// <summary>Replaces what is generated for the same path.</summary>
    [HttpOperation("PUT", "/markets/{marketId}/stands/{number}", Name = "place")]
    public Task<ServiceResult<UpdateResult<Stand>>> PutAsync(Caller caller, StandInput input, string marketId, string number, CancellationToken cancellationToken) =>
        input.MarketId == marketId && input.Number == number
            ? PutAsync(caller, input, cancellationToken: cancellationToken)
            : Task.FromResult<ServiceResult<UpdateResult<Stand>>>(ServiceError.Invalid("number", "must be that of the path"));

    /// <summary>Beside <c>/markets/{marketId}/stands/{number}</c>, which would take <c>open</c> for a number.</summary>
#pragma warning disable GCG0103 // On purpose: what is asked first is tested.
    [HttpOperation("GET", "/markets/{marketId}/stands/open")]
#pragma warning restore GCG0103
    public async Task<ServiceResult<Page<Stand>>> OpenAsync(Caller caller, string marketId, PageRequest page, CancellationToken cancellationToken, StandState state = StandState.Open)
    {
        var found = await ListAsync(caller, marketId, page, cancellationToken);
        return found.TryGet(out var stands, out var error) ? new Page<Stand>([.. stands.Items.Where(stand => stand.State == state)], stands.Cursor) : error;
    }

    [HttpOperation("GET", "/markets/{marketId}/summary")]
    public async ValueTask<ServiceResult<MarketSummary>> SummaryAsync(Caller caller, string marketId, bool titles, DateOnly? day, CancellationToken cancellationToken)
    {
        var found = await ListAsync(caller, marketId, default, cancellationToken);
        if (!found.TryGet(out var stands, out var error)) return error;
        return new MarketSummary
        {
            Market = marketId,
            Day = day,
            Open = stands.Items.Count(static stand => stand.State == StandState.Open),
            Titles = titles ? [.. stands.Items.Select(static stand => new StandTitle(stand.Number, stand.Title))] : [],
        };
    }

    [HttpOperation("GET", "/market-days", Authentication = Authentication.Public)]
    public Task<ServiceResult<Page<StandTitle>>> DaysAsync(int count) =>
        Task.FromResult<ServiceResult<Page<StandTitle>>>(new Page<StandTitle>([.. Enumerable.Range(1, count).Select(static day => new StandTitle($"{day}", "Day"))], null));

    [HttpOperation("DELETE", "/markets/{marketId}/stands/{number}/reason")]
    public async Task<ServiceResult<NoContent>> ForgetReasonAsync(Caller caller, StandKey key) =>
        (await UpdateAsync(caller, key, static stand => stand with { Reason = null })).TryGet(out _, out var error) ? new NoContent() : error;

    /// <summary>Closes every stand of the market that the job's tenant has.</summary>
    [Job("closeAll", Schedule = "cron(0 20 * * ? *)")]
    public async Task<ServiceResult<MarketSummary>> CloseAllAsync(Caller caller, Evening evening, CancellationToken cancellationToken)
    {
        var found = await ListAsync(caller, evening.Market, default, cancellationToken);
        if (!found.TryGet(out var stands, out var error)) return error;
        foreach (var stand in stands.Items)
        {
            var closed = await CloseAsync(caller, new(stand.MarketId, stand.Number), new() { Reason = evening.Reason ?? caller.Reason! }, null, cancellationToken);
            if (!closed.IsSuccess) return closed.Error;
        }

        return await SummaryAsync(caller, evening.Market, titles: false, day: null, cancellationToken);
    }

    [Job("reopen")]
    public Task<ServiceResult<Stand>> ReopenAsync(Caller caller, Evening? evening) => UpdateAsync(caller, new(evening?.Market ?? "m1", "1"),
        static stand => stand with { State = StandState.Open });

    [Job("nothing")]
    public Task<ServiceResult<NoContent>> DoNothingAsync(Caller caller) => Task.FromResult<ServiceResult<NoContent>>(new NoContent());
}
