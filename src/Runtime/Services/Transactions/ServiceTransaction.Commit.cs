using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>The commit: read, check, write, and find out what became of it.</content>
public sealed partial class ServiceTransaction
{
    private static readonly ServiceError TooMany =
        new(ErrorCode.PayloadTooLarge, $"A transaction writes or checks at most {TableTransaction.MaxActions} items. Markers of unique values and audit entries count.");

    private static readonly ServiceError KeyReused = new(ErrorCode.IdempotencyMismatch, "The Idempotency-Key was used for another transaction, or for this one some time ago.");

    private readonly DynamoTable _table = new(environment.Client, environment.TableName, environment.Capacity);
    // Markers that turned out to be another's: there is nothing to give up.
    private readonly HashSet<ItemKey> _dropped = [];
    private bool _committed;

    /// <summary>Does all of it, or nothing. Without entries there is nothing to do, which succeeds.</summary>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>
    /// Success, or why nothing was done, with the entries at fault: any error a single write has, PayloadTooLarge for more than 100 items or 4 MB.
    /// </returns>
    /// <exception cref="InvalidOperationException">It was committed before.</exception>
    public async Task<TransactionResult> CommitAsync(CancellationToken cancellationToken = default)
    {
        if (_committed) throw new InvalidOperationException("A transaction is committed once.");
        _committed = true;
        var (asked, token) = (_entries.Count, IdempotencyKey is { } key && Idempotency.Problem(key) is null ? Idempotency.Token(caller, environment.TableName, key) : null);
        if (KeyLifetime is { } lifetime && token is not null && asked > 0)
        {
            _entries.Add(new KeyMarkerEntry(token, caller.TenantId, environment.Clock.GetUtcNow() + lifetime));
        }

        var result = await TryAsync(token, cancellationToken).ConfigureAwait(false);
        if (_entries.Count > asked && result.Errors.Count > asked) result = result with { Errors = [.. result.Errors.Take(asked)] };
        foreach (var entry in _entries) entry.Outcome = result;
        if (result is not { IsSuccess: true, WasRepeated: false }) return result;
        foreach (var entry in _entries) await entry.AfterAsync(entry.For(caller), cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async Task<TransactionResult> TryAsync(string? token, CancellationToken cancellationToken)
    {
        if (_entries.Count == 0) return new TransactionResult(null, []);
        if (Idempotency.Problem(IdempotencyKey) is { } problem) return Failed(problem);

        // A create takes its id from the token, so that a repeated one meets the first one's resource.
        var author = caller.WithKey(token);
        var contention = new Contention(environment.Clock, TableCall.For(author, cancellationToken));
        for (var isFirst = true; ; isFirst = false)
        {
            foreach (var entry in _entries) entry.Error = null;
            if (await ReadAsync(author, cancellationToken).ConfigureAwait(false) is { } unread) return Failed(unread);
            if (token is not null && _entries.Exists(entry => entry.Bears(token))) return await RecogniseAsync(author, cancellationToken).ConfigureAwait(false);
            if (!await PrepareAsync(author, cancellationToken).ConfigureAwait(false)) return Failed();

            var call = TableCall.For(author, cancellationToken);
            using var actions = new TransactionActions(_table, call, token, _dropped, isMarked: KeyLifetime is not null);
            if (Write(actions) is { } unwritten) return Failed(unwritten);
            cancellationToken.ThrowIfCancellationRequested();
            var turn = contention.Next();
            var (result, again) = await SendAsync(actions, author, isFirst, isLast: turn is null, cancellationToken).ConfigureAwait(false);
            if (!again) return result;
            if (turn > TimeSpan.Zero) await Task.Delay(turn.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<ServiceError?> ReadAsync(Caller author, CancellationToken cancellationToken)
    {
        var reads = new List<ItemRead>(_entries.Count);
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Ask(_entries[i].For(author), i) is { } read) reads.Add(read);
        }

        // No write goes with more items than a transaction can hold; so much need not be read to say so.
        if (_entries.Count > TableTransaction.MaxActions) return TooMany;
        await _table.ReadTogetherAsync(reads, TableCall.For(author, cancellationToken), consistent: true).ConfigureAwait(false);
        foreach (var entry in _entries) entry.Look();
        return null;
    }

    private async ValueTask<bool> PrepareAsync(Caller author, CancellationToken cancellationToken)
    {
        var sound = true;
        for (var i = 0; i < _entries.Count; i++)
        {
            try
            {
                _entries[i].Error = await _entries[i].PrepareAsync(_entries[i].For(author), i, cancellationToken).ConfigureAwait(false);
                sound &= _entries[i].Error is null;
            }
            catch (NotPendingException) when (!sound)
            {
                // It builds on an entry that failed; that one says what is wrong.
            }
        }

        return sound;
    }

    /// <returns>Why the actions cannot be sent, or null.</returns>
    private ServiceError? Write(TransactionActions actions)
    {
        foreach (var entry in _entries) entry.Write(actions);
        var problems = actions.Transaction.Problems;
        for (var i = 0; i < problems.Count; i++) actions[i].Entry.Error ??= problems[i];
        if (_entries.Find(static entry => entry.Error is not null) is { } wrong) return wrong.Error;
        if (problems.Count > TableTransaction.MaxActions) return TooMany;
        return actions.Transaction.Fits() ? null : TableTransaction.TooLarge;
    }

    private async Task<(TransactionResult Result, bool Again)> SendAsync(TransactionActions actions, Caller author, bool isFirst, bool isLast, CancellationToken cancellationToken)
    {
        ServiceError failure;
        try
        {
            using var reply = await actions.Transaction.SendAsync().ConfigureAwait(false);
            if (reply.Error is not { } error) return (new TransactionResult(null, new ServiceError?[_entries.Count]), false);
            if (error.Kind == DynamoErrorKind.TransactionCanceled)
            {
                var again = Settle(actions, new CancellationReasons(reply.Body, actions.Transaction.Count), isLast);
                return (Failed(again ? null : DynamoFailures.Conflict), again);
            }

            if (error.Kind == DynamoErrorKind.TokenMismatch)
            {
                // Of an earlier try of ours, which was cancelled; or of an earlier commit, whose traces others have overwritten.
                return (Failed(isFirst ? KeyReused : DynamoFailures.Conflict), false);
            }

            // Others were in the way each time the client sent it; what they left behind is to be read.
            if (error is { Kind: DynamoErrorKind.WriteConflict, MayHaveBeenApplied: false } && !isLast) return (Failed(DynamoFailures.Conflict), true);
            failure = DynamoFailures.Explain(error, isWrite: true);
        }
        catch (DynamoCanceledException canceled) when (canceled.MayHaveBeenApplied)
        {
            return (Failed(DynamoFailures.OutcomeUnknown), false);
        }

        if (failure.Code == ErrorCode.OutcomeUnknown && await WasAppliedAsync(actions.Transaction.Token, author, cancellationToken).ConfigureAwait(false))
        {
            return (new TransactionResult(null, new ServiceError?[_entries.Count]), false);
        }

        return (Failed(failure), false);
    }

    /// <summary>Says whose conditions did not hold.</summary>
    /// <param name="actions">What was sent.</param>
    /// <param name="reasons">What DynamoDB said.</param>
    /// <param name="isLast">Whether this was the last try.</param>
    /// <returns>Whether to try again with what stands there now.</returns>
    private bool Settle(TransactionActions actions, CancellationReasons reasons, bool isLast)
    {
        var (again, isOver) = (false, false);
        for (var i = 0; i < actions.Transaction.Count; i++)
        {
            var (entry, companion) = actions[i];
            if (!reasons.IsConditionFailed(i))
            {
                var error = TransactionOutcome.Explain(reasons[i].Span);
                entry.Error ??= error;
                isOver |= error is not null;
                continue;
            }

            var refusal = companion is null ? entry.Refused(reasons[i]) : companion.Refusal;
            if (refusal is null && companion is not null) _dropped.Add(actions.Transaction.KeyOf(i));
            if (refusal is null && isLast) refusal = DynamoFailures.Conflict;
            again |= refusal is null;
            entry.Error ??= refusal;
        }

        // What an entry is refused for may follow from what another one had read, and is decided anew with that: a number that was the next one is taken.
        return again && !isOver;
    }

    /// <summary>Looks for what the transaction would have left behind, after its answer was lost.</summary>
    private async ValueTask<bool> WasAppliedAsync(string token, Caller author, CancellationToken cancellationToken)
    {
        try
        {
            var traces = _entries.Select(static entry => entry.Trace()).OfType<ItemRead>().ToList();
            await _table.ReadTogetherAsync(traces, TableCall.For(author, cancellationToken), consistent: true).ConfigureAwait(false);
            return _entries.Exists(entry => entry.Bears(token));
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>An earlier commit under the same key did it: what stands there is the result.</summary>
    private async Task<TransactionResult> RecogniseAsync(Caller author, CancellationToken cancellationToken)
    {
        foreach (var entry in _entries) entry.Error = await entry.RecogniseAsync(entry.For(author), cancellationToken).ConfigureAwait(false);

        // With a marker it is certain; what became of the resources since is another matter.
        if (KeyLifetime is not null) return new TransactionResult(null, _entries.ConvertAll(static entry => entry.Error), WasRepeated: true);
        return Failed() is { Error: not null } failed ? failed : new TransactionResult(null, new ServiceError?[_entries.Count], WasRepeated: true);
    }

    private TransactionResult Failed(ServiceError? error = null)
    {
        var errors = _entries.ConvertAll(static entry => entry.Error);
        return new TransactionResult(errors.Find(static each => each is not null) ?? error, errors);
    }
}
