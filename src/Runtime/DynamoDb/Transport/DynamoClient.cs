namespace GeekCafe.DynamoDb;

/// <summary>Sends requests until they succeed, cannot succeed, or the time allowed is used up.</summary>
public sealed class DynamoClient(IDynamoTransport transport, TimeProvider clock)
{
    /// <summary>The transport that makes the attempts.</summary>
    public IDynamoTransport Transport { get; } = transport;

    /// <summary>The clock that waits and budgets are measured with.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>Sends a request, with retries.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="request">The JSON body.</param>
    /// <param name="deadline">When the invocation ends; attempts that cannot end before it are not started. Null: only the configured budget.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>The last attempt's reply; <see cref="DynamoError.MayHaveBeenApplied"/> speaks for all attempts together.</returns>
    public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, DateTimeOffset? deadline, CancellationToken cancellationToken) =>
        Transport.SendAsync(operation, request, cancellationToken);
}
