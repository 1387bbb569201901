namespace GeekCafe.DynamoDb;

/// <summary>How far DynamoDB's clock is ahead of ours, learned from its Date header when it refuses a signature for the time on it.</summary>
internal sealed class ClockOffset(TimeProvider clock)
{
    // Signatures are good for 5 minutes; the AWS SDKs take 4 minutes or more for skew and less for a signature that is wrong.
    private static readonly TimeSpan Threshold = TimeSpan.FromMinutes(4);
    private long _ticks;

    /// <summary>DynamoDB's time, as far as we know.</summary>
    public DateTimeOffset Now => clock.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ticks));

    /// <summary>Corrects the offset by the server's date.</summary>
    /// <param name="serverTime">The Date header, or null.</param>
    /// <param name="signedAt">The time on the refused signature.</param>
    /// <returns>Whether the clocks had been too far apart, so that another attempt can succeed.</returns>
    public bool Correct(DateTimeOffset? serverTime, DateTimeOffset signedAt)
    {
        if (serverTime is not { } time || (time - signedAt).Duration() < Threshold) return false;
        Volatile.Write(ref _ticks, (time - clock.GetUtcNow()).Ticks);
        return true;
    }
}
