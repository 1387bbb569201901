namespace GeekCafe.DynamoDb;

/// <summary>
/// One attempt at one DynamoDB request: an operation and its JSON in, JSON or a typed failure out. Retries, budgets and meaning are the
/// caller's (<see cref="DynamoClient"/>). Recording, replaying and fault-injecting transports are why the seam is this narrow.
/// </summary>
public interface IDynamoTransport
{
    /// <summary>Sends the request once.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="request">The body: JSON as in the DynamoDB API reference. Not used after the task ends.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The reply, which the caller disposes. Every failure but cancellation is a reply with an error, not an exception.</returns>
    /// <exception cref="OperationCanceledException">
    /// The token was cancelled. A <see cref="DynamoCanceledException"/> says whether a write had left by then; of any other, it is assumed.
    /// </exception>
    ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken);

    /// <summary>Does ahead of time what the first request would pay for: credentials, name resolution, connection, TLS. Never throws:
    /// the first request will meet the same failure and report it.</summary>
    ValueTask WarmUpAsync(CancellationToken cancellationToken);
}
