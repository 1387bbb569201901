using GeekCafe.Lambda;

namespace GeekCafe.Testing;

/// <summary>One deployed function, in this process: events in, answers out, through everything but the network.</summary>
public sealed class TestFunction : IDisposable
{
    private readonly LambdaApplication _application;

    internal TestFunction(LambdaApplication application) => _application = application;

    internal LambdaApplication Application => _application;

    /// <summary>The operations it does.</summary>
    public IReadOnlyList<ApiOperation> Operations => _application.Operations;

    /// <summary>A user, as the gateway's authorizer tells of one after a login.</summary>
    /// <param name="tenantId">His tenant.</param>
    /// <param name="userId">His id.</param>
    /// <param name="roles">His roles.</param>
    public TestClient As(string tenantId, string userId, params string[] roles) => new(this, each => each.WithCaller(tenantId, userId, roles));

    /// <summary>Somebody with an API key.</summary>
    /// <param name="key">The key's text.</param>
    public TestClient AsApiKey(string key) => new(this, each => each.WithHeader("x-api-key", key));

    /// <summary>Somebody without credentials.</summary>
    public TestClient Anonymous => new(this, static each => each);

    /// <summary>Sends an HTTP event and reads the answer.</summary>
    /// <param name="request">The event, from <see cref="LambdaEvents"/>.</param>
    /// <param name="invocation">What the Lambda service says beside the event. Default: nothing.</param>
    /// <exception cref="InvalidOperationException">The function failed instead of answering; the message holds its error.</exception>
    public async Task<LambdaResponse> SendAsync(LambdaEventBuilder request, InvocationContext? invocation = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await InvokeAsync(request.Build(), invocation);
        return result.ErrorType is null
            ? LambdaResponse.Parse(result.Body)
            : throw new InvalidOperationException($"The function failed: {System.Text.Encoding.UTF8.GetString(result.Body.Span)}");
    }

    /// <summary>Sends an event of any kind: stream records, a warm-up, bytes that are no event.</summary>
    /// <param name="payload">The event's bytes.</param>
    /// <param name="invocation">What the Lambda service says beside the event. Default: nothing.</param>
    public async Task<FunctionResult> InvokeAsync(ReadOnlyMemory<byte> payload, InvocationContext? invocation = null)
    {
        using var output = new PooledBuffer();
        var outcome = await _application.HandleAsync(payload, invocation ?? InvocationContext.None, output);
        return new FunctionResult(output.WrittenSpan.ToArray(), outcome.ErrorType);
    }

    /// <inheritdoc/>
    public void Dispose() => _application.Dispose();
}

/// <summary>How a function ended.</summary>
/// <param name="Body">Its answer, or its error as JSON.</param>
/// <param name="ErrorType">Such as <c>Function.UnsupportedEvent</c>; null when it answered.</param>
public sealed record FunctionResult(ReadOnlyMemory<byte> Body, string? ErrorType);
