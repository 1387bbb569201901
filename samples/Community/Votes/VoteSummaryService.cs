using GeekCafe;
using GeekCafe.Validation;

namespace Community.Votes;

/// <content>Summaries: how a target is voted on, what came out, and counting anew.</content>
public partial class VoteSummaryService
{
    /// <summary>Ten years.</summary>
    private const int MaxHours = 87_600;

    private static readonly ServiceError Begun = new(ErrorCode.ConditionFailed, "People have voted on the target already. How it is voted on can no longer change.");

    /// <summary>The votes on a target, counted.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="key">The target.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/targets/{targetId}/summary", Name = "get")]
    public Task<ServiceResult<VoteSummary>> GetByTargetAsync(Caller caller, VoteSummaryKey key, CancellationToken cancellationToken = default) =>
        GetAsync(caller, key, consistent: true, cancellationToken);

    /// <summary>Says how a target is voted on before anybody votes; without it the first vote does.</summary>
    /// <param name="caller">An admin.</param>
    /// <param name="input">The target, the type of its votes, what can be chosen, and how many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/targets", Name = "open")]
    public async Task<ServiceResult<UpdateResult<VoteSummary>>> OpenAsync(Caller caller, VoteSummaryInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!MayManage(caller)) return ServiceError.AccessDenied;
        var transaction = new ServiceTransaction(Environment, caller);
        var summary = transaction.Put(this, new VoteSummaryKey(input.TargetId), current =>
        {
            if (current?.Participants > 0) throw new ServiceException(Begun);
            var open = (current ?? new VoteSummary { TargetId = input.TargetId, VoteType = input.VoteType, RecountedAt = Environment.Clock.GetUtcNow() }) with
            {
                VoteType = input.VoteType,
                Choices = input.Choices ?? [],
                MaxSelections = input.MaxSelections,
                IsDeclared = true,
            };
            return new Tally(open, fromNothing: true).ApplyTo(open);
        });
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new UpdateResult<VoteSummary>(summary.Before, summary.Result.Data) : result.Error;
    }

    /// <summary>Targets whose votes have not been counted anew for a time, the longest first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">Which page.</param>
    /// <param name="hours">For how long. Default: a day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/targets/stale")]
    public async Task<ServiceResult<Page<VoteSummary>>> ListStaleAsync(Caller caller, PageRequest page, int hours = 24, CancellationToken cancellationToken = default) =>
        hours is >= 0 and <= MaxHours
            ? await ListByRecountAsync(caller, StaleFor(hours), page, cancellationToken)
            : ServiceError.Invalid("hours", $"must be 0 to {MaxHours}");

    /// <summary>All targets of the tenant, the one counted anew longest ago first.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/targets", Name = "list")]
    public Task<ServiceResult<Page<VoteSummary>>> ListAllAsync(Caller caller, PageRequest page, CancellationToken cancellationToken = default) =>
        ListByRecountAsync(caller, page, cancellationToken);

    /// <summary>The summary after a vote has come, gone or changed.</summary>
    /// <param name="summary">As it is; null before the first vote.</param>
    /// <param name="before">The vote as it was; null if there was none.</param>
    /// <param name="after">The vote as it is to be; null if it is withdrawn.</param>
    /// <exception cref="ServiceException">It is no vote for this target.</exception>
    internal VoteSummary Move(VoteSummary? summary, Vote? before, Vote? after)
    {
        var current = summary ?? VoteSummary.Begin(after ?? before ?? throw new ServiceException(ServiceError.NotFound), Environment.Clock.GetUtcNow());
        if (after is null) return new Tally(current).Remove(before).ApplyTo(current);

        // Where no vote binds the type, and no admin does, this one says it.
        if (current is { IsDeclared: false, Participants: 0 })
        {
            var begun = current with { VoteType = after.VoteType, MaxSelections = after.MaxSelections };
            return new Tally(begun, fromNothing: true).Add(after).ApplyTo(begun);
        }

        VoteRules.Demand(current, after);
        return new Tally(current).Remove(before).Add(after).ApplyTo(current);
    }

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, VoteSummary next, VoteSummary? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        VoteRules.Check(next, errors);
        return ValueTask.CompletedTask;
    }

    private static bool MayManage(Caller caller) => caller.IsSystem || caller.HasRole("admin");

    private SortRange<VoteSummary, VoteSummarySort.ByRecount> StaleFor(int hours) =>
        VoteSummarySort.ByRecount.RecountedAt.Before(Environment.Clock.GetUtcNow().AddHours(-hours));
}
