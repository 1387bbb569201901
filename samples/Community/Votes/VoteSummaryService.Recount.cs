using Community.Recounts;
using GeekCafe;

namespace Community.Votes;

/// <content>Counting anew, from all votes.</content>
public partial class VoteSummaryService
{
    private const int MaxTries = 20;

    private static readonly ServiceError Busy = new(ErrorCode.Conflict, "People keep voting on the target. Its summary follows each vote; count anew later.");

    private static readonly ServiceError Mixed = new(ErrorCode.ConditionFailed, "There are votes on the target that are not of its type. They cannot be counted together.");

    // Made when it is needed: the votes' service holds this one.
    private VoteService Votes => new(Environment);

    /// <summary>
    /// Counts all votes on a target, however many, and corrects its summary. Votes that come meanwhile are not lost: the summary is only written if
    /// no vote has moved it since the count began; else it is counted again.
    /// </summary>
    /// <param name="caller">An admin, or background work.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/targets/{targetId}/recount")]
    public async Task<ServiceResult<VoteSummary>> RecountAsync(Caller caller, string targetId, CancellationToken cancellationToken = default)
    {
        if (!MayManage(caller)) return ServiceError.AccessDenied;
        (VoteSummary Summary, Tally Tally)? last = null;
        for (var tries = 1; tries <= MaxTries; tries++)
        {
            if (!(await CountAsync(caller, targetId, cancellationToken)).TryGet(out var count, out var error)) return error;

            // A list shows each vote as committed, but not all at one moment. So what would change the summary is counted twice.
            var isSure = count.Tally.Agrees(count.Summary) || (last?.Summary.Version == count.Summary.Version && last.Value.Tally.Agrees(count.Tally));
            last = count;
            if (!isSure) continue;

            var written = await WriteAsync(caller, count.Summary, count.Tally, cancellationToken);
            if (written.Error?.Code != ErrorCode.Conflict) return written;
            await Task.Delay(TimeSpan.FromMilliseconds(10 * tries), cancellationToken);
        }

        return Busy;
    }

    /// <summary>Counts many targets anew, each by itself: what fails of one keeps no other from it.</summary>
    /// <param name="caller">An admin, or background work.</param>
    /// <param name="targets">Which ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [HttpOperation("POST", "/targets/recount")]
    public async Task<ServiceResult<RecountReport>> RecountManyAsync(Caller caller, TargetList targets, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (!MayManage(caller)) return ServiceError.AccessDenied;
        return await RecountReport.OfAsync(caller, Environment.Clock, targets.TargetIds.ToAsyncEnumerable(),
            static targetId => targetId, async targetId => (await RecountAsync(caller, targetId, cancellationToken)).Error);
    }

    /// <summary>Counts every target anew that has not been for a day.</summary>
    /// <param name="caller">Background work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Job("recount", Schedule = "rate(1 day)")]
    public async Task<ServiceResult<RecountReport>> RecountStaleAsync(Caller caller, CancellationToken cancellationToken = default) =>
        await RecountReport.OfAsync(caller, Environment.Clock, EnumerateByRecountAsync(caller, StaleFor(24), new PageRequest { Limit = 100 }, cancellationToken),
            static summary => summary.TargetId, async summary => (await RecountAsync(caller, summary.TargetId, cancellationToken)).Error);

    /// <summary>The summary as it stands, or, if there is none, as the first vote would begin it; and all votes counted.</summary>
    private async Task<ServiceResult<(VoteSummary Summary, Tally Tally)>> CountAsync(Caller caller, string targetId, CancellationToken cancellationToken)
    {
        var found = await GetAsync(caller, targetId, consistent: true, cancellationToken);
        if (!found.TryGet(out var summary, out var error) && error.Code != ErrorCode.NotFound) return error;
        var tally = summary is null ? null : new Tally(summary, fromNothing: true);
        try
        {
            await foreach (var vote in Votes.EnumerateAsync(caller, targetId, page: new PageRequest { Limit = 100, Consistent = true }, cancellationToken: cancellationToken))
            {
                summary ??= VoteSummary.Begin(vote, Environment.Clock.GetUtcNow());
                if (vote.VoteType != summary.VoteType) return Mixed;
                (tally ??= new Tally(summary, fromNothing: true)).Add(vote);
            }
        }
        catch (ServiceException failure)
        {
            return failure.Error;
        }

        return summary is null ? ServiceError.NotFound : (summary, tally!);
    }

    private async Task<ServiceResult<VoteSummary>> WriteAsync(Caller caller, VoteSummary counted, Tally tally, CancellationToken cancellationToken)
    {
        var transaction = new ServiceTransaction(Environment, caller);
        var entry = transaction.Put(this, new VoteSummaryKey(counted.TargetId), current => (current?.Version ?? 0) == counted.Version
            ? tally.ApplyTo(current ?? counted) with { RecountedAt = Environment.Clock.GetUtcNow() }
            : throw new ServiceException(Busy));
        await transaction.CommitAsync(cancellationToken);
        return entry.Result;
    }
}
