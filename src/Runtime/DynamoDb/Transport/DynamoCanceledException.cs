namespace GeekCafe.DynamoDb;

/// <summary>The caller cancelled a request, and this says whether it can have been carried out all the same.</summary>
public sealed class DynamoCanceledException : OperationCanceledException
{
    /// <summary>A cancellation of which nothing is known: a write may have been applied.</summary>
    public DynamoCanceledException() => MayHaveBeenApplied = true;

    /// <inheritdoc cref="DynamoCanceledException()"/>
    public DynamoCanceledException(string message) : base(message) => MayHaveBeenApplied = true;

    /// <inheritdoc cref="DynamoCanceledException()"/>
    public DynamoCanceledException(string message, Exception? innerException) : base(message, innerException) => MayHaveBeenApplied = true;

    /// <summary>A cancellation.</summary>
    /// <param name="mayHaveBeenApplied">Whether the request, a write, had been sent.</param>
    /// <param name="token">The token that was cancelled.</param>
    public DynamoCanceledException(bool mayHaveBeenApplied, CancellationToken token)
        : base(mayHaveBeenApplied ? "Cancelled after the request was sent." : "Cancelled.", token) => MayHaveBeenApplied = mayHaveBeenApplied;

    /// <summary>False only if nothing can have been changed: the request reads, or it never left.</summary>
    public bool MayHaveBeenApplied { get; }
}
