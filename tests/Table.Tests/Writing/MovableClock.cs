namespace GeekCafe.Table.Tests.Writing;

/// <summary>A clock that can be put forward; it ticks as the system's does.</summary>
public sealed class MovableClock : TimeProvider
{
    /// <summary>How far it is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
