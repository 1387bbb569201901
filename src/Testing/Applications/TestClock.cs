namespace GeekCafe.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Only what time it is is made up: delays, timers and elapsed time are real, so retries
/// and timeouts work as ever.
/// </summary>
/// <param name="now">What time it is. Default <see cref="Start"/>.</param>
public sealed class TestClock(DateTimeOffset? now = null) : TimeProvider
{
    /// <summary>
    /// When clocks start: 2030-01-01 09:00 UTC. Ahead of the database's own clock, which would otherwise take what expires on this clock for expired long ago.
    /// </summary>
    public static readonly DateTimeOffset Start = new(2030, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private long _ticks = (now ?? Start).UtcTicks;

    /// <summary>What time it is. UTC.</summary>
    public DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock on.</summary>
    /// <param name="time">How far. Negative moves it back, as clocks of computers do.</param>
    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
