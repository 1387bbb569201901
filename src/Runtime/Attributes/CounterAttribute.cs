namespace GeekCafe;

/// <summary>
/// A number that many count at once, of type <see cref="long"/> or <see cref="int"/>. No create, update, patch or replace writes it; only the
/// service's <c>IncrementAsync</c> does, exactly once for each call, without changing the version, so that it is in nobody's way.
/// </summary>
/// <remarks>
/// Each increment is a transaction, twice the write units of a plain update: its token is what keeps a repeated attempt from counting again
/// (API reference, TransactWriteItems: 10 minutes).
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class CounterAttribute : Attribute
{
    /// <summary>
    /// Over how many items increments are spread, 2 to 100, for counters that move faster than one item can be written (developer guide,
    /// partitions: 1,000 write units a second). The member then stays at its initial value; <c>GetCounterAsync</c> adds the items up.
    /// Default 0: the member itself counts.
    /// </summary>
    public int Shards { get; set; }
}
