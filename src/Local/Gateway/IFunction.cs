namespace GeekCafe.Local;

/// <summary>The Lambda function behind the gateway: an event's bytes in, the response's bytes out. Called by many requests at once.</summary>
internal interface IFunction
{
    /// <param name="eventBytes">An event of an HTTP API, payload format 2.0.</param>
    /// <param name="requestId">The id of the invocation.</param>
    /// <param name="output">Receives the response as JSON.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    ValueTask InvokeAsync(ReadOnlyMemory<byte> eventBytes, string requestId, PooledBuffer output, CancellationToken cancellationToken);
}
