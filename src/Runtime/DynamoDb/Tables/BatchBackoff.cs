namespace GeekCafe.DynamoDb;

/// <summary>How long to wait between rounds of a batch: full jitter, growing while nothing gets done, and not past the caller's deadline.</summary>
internal struct BatchBackoff(TimeProvider clock, TableCall call)
{
    /// <summary>Rounds without progress before a batch gives up: 1.6 s of waiting at most.</summary>
    private const int MaxIdleRounds = 6;

    private static readonly TimeSpan BaseDelay = TimeSpan.FromMilliseconds(25);

    /// <summary>What must be left of an invocation for answering.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(250);

    private int _idle;

    /// <summary>The wait before the next round; null when it is time to give up.</summary>
    /// <param name="progressed">Whether the last round did something.</param>
    public TimeSpan? Next(bool progressed)
    {
        _idle = progressed ? 0 : _idle + 1;
        return _idle >= MaxIdleRounds ? null : Wait();
    }

    private readonly TimeSpan? Wait()
    {
#pragma warning disable CA5394 // Jitter spreads load; nobody gains by guessing it.
        var wait = BaseDelay * (1 << _idle) * Random.Shared.NextDouble();
#pragma warning restore CA5394
        return call.Deadline is { } end && clock.GetUtcNow() + wait + Reserve > end ? null : wait;
    }
}
