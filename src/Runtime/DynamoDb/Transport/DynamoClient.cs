using System.Runtime.CompilerServices;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Sends requests until they succeed, cannot succeed, or the time allowed is used up. Safe for any number of threads; what its operations
/// share is the retry quota.
/// </summary>
public sealed class DynamoClient
{
    private readonly RetryOptions _options;
    private readonly RetryQuota _quota;
    private readonly Random _random;

    /// <summary>A client.</summary>
    /// <param name="transport">Makes the attempts.</param>
    /// <param name="clock">Measures waits and budgets.</param>
    /// <param name="retries">How long and how often to try. Null: <see cref="RetryOptions.Default"/>.</param>
    public DynamoClient(IDynamoTransport transport, TimeProvider clock, RetryOptions? retries = null) : this(transport, clock, retries, Random.Shared) { }

    /// <summary>A client whose jitter a test can foresee.</summary>
    internal DynamoClient(IDynamoTransport transport, TimeProvider clock, RetryOptions? retries, Random random)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(clock);
        (Transport, Clock, _options, _random) = (transport, clock, retries ?? RetryOptions.Default, random);
        _quota = new RetryQuota(_options.QuotaTokens);
    }

    /// <summary>The transport that makes the attempts.</summary>
    public IDynamoTransport Transport { get; }

    /// <summary>The clock that waits and budgets are measured with.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Sends a request, with retries.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="request">The JSON body.</param>
    /// <param name="deadline">When the invocation ends; attempts that cannot end before it are not started. Null: only the configured budget.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>The last attempt's reply; <see cref="DynamoError.MayHaveBeenApplied"/> speaks for all attempts together.</returns>
    /// <exception cref="DynamoCanceledException">The token was cancelled.</exception>
    public ValueTask<DynamoReply> SendAsync(
        DynamoOperation operation, ReadOnlyMemory<byte> request, DateTimeOffset? deadline, CancellationToken cancellationToken) =>
        SendAsync(operation, request, repeatIfLost: true, deadline, cancellationToken);

    /// <summary>Sends a request, with retries.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="request">The JSON body.</param>
    /// <param name="repeatIfLost">
    /// Whether to repeat an attempt that may have been applied. False for writes without a condition: repeated, they would undo what others
    /// wrote in between.
    /// </param>
    /// <param name="deadline">When the invocation ends.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<DynamoReply> SendAsync(
        DynamoOperation operation, ReadOnlyMemory<byte> request, bool repeatIfLost, DateTimeOffset? deadline, CancellationToken cancellationToken)
    {
        var started = Clock.GetTimestamp();
        var budget = Budget(deadline);
        if (budget < _options.ShortestAttempt) return NoTime();

        using var timer = new AttemptTimer(budget, Clock, cancellationToken);
        var state = new RetryState(_options, _quota, _random);
        while (true)
        {
            state.Begin();
            DynamoReply reply;
            try
            {
                reply = await Transport.SendAsync(operation, request, timer.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                // Foreign transports may throw any cancellation; then a write is taken to have left.
                var mayHaveBeenApplied = e is DynamoCanceledException known ? known.MayHaveBeenApplied : operation.IsWrite();
                ThrowIfCancelled(mayHaveBeenApplied || state.EarlierMayHaveBeenApplied, cancellationToken);
                reply = DynamoReply.Failure(new DynamoError(DynamoErrorKind.Timeout, "BudgetExhausted", 0, mayHaveBeenApplied));
            }

            if (reply.Error is not { } error)
            {
                state.Succeeded();
                return reply.Conclude(state.Attempts, state.EarlierMayHaveBeenApplied);
            }
            var earlier = state.EarlierMayHaveBeenApplied;
            if (error.MayHaveBeenApplied && !repeatIfLost) return reply.Conclude(state.Attempts, earlier);
            if (state.Next(error, budget - Clock.GetElapsedTime(started)) is not { } wait) return reply.Conclude(state.Attempts, earlier);
            reply.Dispose();
            await WaitAsync(wait, state.EarlierMayHaveBeenApplied, cancellationToken).ConfigureAwait(false);
        }
    }

    private TimeSpan Budget(DateTimeOffset? deadline)
    {
        if (deadline is not { } end) return _options.Budget;
        var usable = end - Clock.GetUtcNow() - _options.Reserve;
        return usable < _options.Budget ? usable : _options.Budget;
    }

    private static DynamoReply NoTime() =>
        DynamoReply.Failure(new DynamoError(DynamoErrorKind.Timeout, "NoTimeLeft", 0, false)).Conclude(0, earlierMayHaveBeenApplied: false);

    private async ValueTask WaitAsync(TimeSpan wait, bool mayHaveBeenApplied, CancellationToken cancellationToken)
    {
        try
        {
            if (wait > TimeSpan.Zero) await Task.Delay(wait, Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            ThrowIfCancelled(mayHaveBeenApplied, cancellationToken);
        }
    }

    private static void ThrowIfCancelled(bool mayHaveBeenApplied, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) throw new DynamoCanceledException(mayHaveBeenApplied, cancellationToken);
    }
}
