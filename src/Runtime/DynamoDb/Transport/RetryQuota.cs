namespace GeekCafe.DynamoDb;

/// <summary>
/// The token bucket of the AWS SDKs' standard retry mode: retries draw on it, successes refill it. When everything fails, it is what keeps
/// many callers from multiplying the load. Safe for any number of threads.
/// </summary>
internal sealed class RetryQuota
{
    private readonly int _capacity;
    private int _tokens;

    /// <summary>A full bucket.</summary>
    public RetryQuota(int capacity) => _tokens = _capacity = capacity;

    /// <summary>Tokens left.</summary>
    public int Tokens => Volatile.Read(ref _tokens);

    /// <summary>Takes tokens, all or none.</summary>
    public bool TryTake(int cost)
    {
        for (var seen = Volatile.Read(ref _tokens); seen >= cost;)
        {
            var found = Interlocked.CompareExchange(ref _tokens, seen - cost, seen);
            if (found == seen) return true;
            seen = found;
        }
        return false;
    }

    /// <summary>Gives tokens back, up to the capacity.</summary>
    public void Return(int tokens)
    {
        for (var seen = Volatile.Read(ref _tokens); seen < _capacity;)
        {
            var found = Interlocked.CompareExchange(ref _tokens, Math.Min(_capacity, seen + tokens), seen);
            if (found == seen) return;
            seen = found;
        }
    }
}
