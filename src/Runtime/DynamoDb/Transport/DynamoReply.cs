namespace GeekCafe.DynamoDb;

/// <summary>The answer to one request: the body's bytes and, on failure, what kind of failure.</summary>
/// <remarks>Owns a pooled buffer; dispose it once and do not touch <see cref="Body"/> afterwards.</remarks>
public sealed class DynamoReply : IDisposable
{
    private readonly PooledBuffer? _buffer;

    private DynamoReply(PooledBuffer? buffer, DynamoError? error) => (_buffer, Error) = (buffer, error);

    /// <summary>The JSON body. Empty when none came. On failure it may hold <c>Item</c> or <c>CancellationReasons</c>.</summary>
    public ReadOnlyMemory<byte> Body => _buffer?.WrittenMemory ?? default;

    /// <summary>The failure, or null.</summary>
    public DynamoError? Error { get; private set; }

    /// <summary>How many attempts were made, this one included. Set by <see cref="DynamoClient"/>, 0 if there was no time for any; 1 from a
    /// transport.</summary>
    public int Attempts { get; private set; } = 1;

    /// <summary>
    /// Whether an attempt before this one can have been carried out, its answer lost. Then this reply may describe our own effect: a failed
    /// condition may have met our own write. Set by <see cref="DynamoClient"/>; false from a transport.
    /// </summary>
    public bool EarlierAttemptMayHaveBeenApplied { get; private set; }

    /// <summary>A success.</summary>
    /// <param name="body">The body; the reply owns it from here on.</param>
    public static DynamoReply Success(PooledBuffer body) => new(body, null);

    /// <summary>A failure.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="body">The error body, if one came; the reply owns it from here on.</param>
    public static DynamoReply Failure(DynamoError error, PooledBuffer? body = null) => new(body, error);

    /// <summary>Gives the failure another meaning.</summary>
    internal void Reinterpret(DynamoErrorKind kind) => Error = Error! with { Kind = kind };

    /// <summary>Makes the last attempt's reply speak for all attempts.</summary>
    internal DynamoReply Conclude(int attempts, bool earlierMayHaveBeenApplied)
    {
        (Attempts, EarlierAttemptMayHaveBeenApplied) = (attempts, earlierMayHaveBeenApplied);
        if (earlierMayHaveBeenApplied && Error is { MayHaveBeenApplied: false } error) Error = error with { MayHaveBeenApplied = true };
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer?.Dispose();
}
