namespace GeekCafe.Local;

/// <summary>The Lambda function behind the gateway: an event's bytes in, the response's bytes out. Called by many requests at once.</summary>
internal interface IFunction
{
    /// <param name="eventBytes">An event of an HTTP API, payload format 2.0, or one that names a job.</param>
    /// <param name="requestId">The id of the invocation.</param>
    /// <param name="output">Receives the response as JSON; for a function error what Lambda says about it.</param>
    /// <returns>Whether the event was answered. False is a function error.</returns>
    /// <remarks>Nothing cancels an invocation, as in the cloud: a write must not depend on whether the client waits for its answer.</remarks>
    ValueTask<bool> InvokeAsync(ReadOnlyMemory<byte> eventBytes, string requestId, PooledBuffer output);
}
