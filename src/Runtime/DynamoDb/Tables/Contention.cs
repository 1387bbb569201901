using System.Diagnostics;

namespace GeekCafe.DynamoDb;

/// <summary>
/// How a write is tried again while others are in its way: twice at once, then with full jitter, until the caller's deadline is near. A conflict is
/// no failure of the database, so it costs nothing of the client's retry quota.
/// </summary>
/// <param name="clock">Tells how far the deadline is.</param>
/// <param name="call">For whom, and until when.</param>
internal struct Contention(TimeProvider clock, TableCall call)
{
    /// <summary>How long it goes on if the caller has no deadline: a third of what API Gateway waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What must be left of an invocation for answering.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan BaseDelay = TimeSpan.FromMilliseconds(5);

    /// <summary>Doublings of the longest wait: 5 ms to 320 ms.</summary>
    private const int MaxDoublings = 6;

    private const int TriesAtOnce = 2;

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _tries;

    /// <summary>
    /// The wait before the next try, in real time, because the clock of a test may stand still; zero: at once, with what is known. Null when it is
    /// time to give up.
    /// </summary>
    public TimeSpan? Next()
    {
        if (_tries++ < TriesAtOnce) return TimeSpan.Zero;
#pragma warning disable CA5394 // Jitter spreads load; nobody gains by guessing it.
        var wait = BaseDelay * (1 << int.Min(_tries - TriesAtOnce, MaxDoublings)) * Random.Shared.NextDouble();
#pragma warning restore CA5394
        var isOver = call.Deadline is { } end ? clock.GetUtcNow() + wait + Reserve > end : Stopwatch.GetElapsedTime(_started) + wait > Patience;
        return isOver ? null : wait;
    }
}
