using GeekCafe;
using GeekCafe.Validation;

namespace Community.Votes;

/// <content>Every vote is written together with its target's summary: all or nothing, so that the summary is exact at any moment.</content>
public partial class VoteService
{
    private readonly VoteSummaryService _summaries = new(environment);

    /// <summary>Votes, or votes again: the caller's vote on a target replaces the one before.</summary>
    /// <param name="caller">Who votes.</param>
    /// <param name="input">The vote.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/votes", Name = "create")]
    public Task<ServiceResult<UpdateResult<Vote>>> CastAsync(Caller caller, VoteInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return CountAsync(caller, input.TargetId, transaction => transaction.Put(this, input), cancellationToken);
    }

    /// <summary>Changes members of a vote.</summary>
    /// <param name="caller">Who voted, or an admin.</param>
    /// <param name="key">The target and who voted.</param>
    /// <param name="patch">What changes.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("PATCH", "/votes/{targetId}/{userId}", Name = "patch")]
    public async Task<ServiceResult<Vote>> ChangeAsync(Caller caller, VoteKey key, VotePatch patch, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        var result = await CountAsync(caller, key.TargetId, transaction => transaction.Patch(this, key, patch, ifVersion), cancellationToken);
        return result.TryGet(out var changed, out var error) ? changed.After : error;
    }

    /// <summary>Withdraws a vote. Whoever withdrew can vote again.</summary>
    /// <param name="caller">Who voted, or an admin.</param>
    /// <param name="key">The target and who voted.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("DELETE", "/votes/{targetId}/{userId}", Name = "delete")]
    public async Task<ServiceResult<NoContent>> WithdrawAsync(Caller caller, VoteKey key, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        var result = await CountAsync(caller, key.TargetId, transaction => transaction.Delete(this, key, ifVersion), cancellationToken);
        return result.TryGet(out var _, out var error) ? new NoContent() : error;
    }

    /// <summary>The votes on a target, or, without one, the caller's own.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="page">Which page.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/votes", Name = "list")]
    public Task<ServiceResult<Page<Vote>>> ListMineAsync(Caller caller, PageRequest page, string? targetId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return targetId is null ? ListByUserAsync(caller, caller.UserId, page, cancellationToken) : ListAsync(caller, targetId, page, cancellationToken);
    }

    /// <summary>The votes on a target.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("GET", "/targets/{targetId}/votes")]
    public Task<ServiceResult<Page<Vote>>> ListByTargetAsync(Caller caller, string targetId, PageRequest page, CancellationToken cancellationToken = default) =>
        ListAsync(caller, targetId, page, cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, Vote next, Vote? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        VoteRules.Check(next, errors);
        return ValueTask.CompletedTask;
    }

    private async Task<ServiceResult<UpdateResult<Vote>>> CountAsync(
        Caller caller, string targetId, Func<ServiceTransaction, TransactionEntry<Vote>> write, CancellationToken cancellationToken)
    {
        var transaction = new ServiceTransaction(Environment, caller);
        var vote = write(transaction);
        transaction.Put(_summaries, new VoteSummaryKey(targetId), summary => _summaries.Move(summary, vote.Before, vote.After));
        var result = await transaction.CommitAsync(cancellationToken);
        return result.IsSuccess ? new UpdateResult<Vote>(vote.Before, vote.Result.Data) : result.Error;
    }
}
