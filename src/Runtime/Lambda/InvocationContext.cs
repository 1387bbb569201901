namespace GeekCafe.Lambda;

/// <summary>What the Lambda service says about one invocation, apart from the event.</summary>
public sealed class InvocationContext
{
    /// <summary>Nothing known: a local host, a test.</summary>
    public static InvocationContext None { get; } = new();

    /// <summary>The invocation's id. API events bring an id of their own, which is preferred in answers.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>When the invocation ends. UTC. Null when nobody limits it.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// The tenant the platform names in tenant isolation mode, or null. Compared with the caller's tenant; never a source of it.
    /// </summary>
    public string? TenantId { get; init; }

    /// <summary>The X-Ray trace header, or null.</summary>
    public string? TraceId { get; init; }

    /// <summary>The function's ARN with alias or version, or null.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>Ends shortly before the invocation does.</summary>
    public CancellationToken CancellationToken { get; init; }
}

/// <summary>How an invocation ended: answered, or as a function error that the Lambda service is told of.</summary>
/// <param name="ErrorType">Such as <c>Function.UnsupportedEvent</c>, or null when the event was answered.</param>
public readonly record struct InvocationOutcome(string? ErrorType)
{
    /// <summary>The event was answered, if only with an HTTP error.</summary>
    public static InvocationOutcome Answered { get; }

    /// <summary>Whether the invocation failed. An event source then keeps or repeats the event instead of losing it.</summary>
    public bool IsError => ErrorType is not null;
}

/// <summary>Counts invocations, to tell cold from warm.</summary>
internal sealed class InvocationCounter
{
    private long _count;

    /// <summary>Invocations begun so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>When the application was made. UTC.</summary>
    public DateTimeOffset StartedAt { get; } = DateTimeOffset.UtcNow;

    /// <summary>Counts one.</summary>
    /// <returns>Whether it is the first: a cold start.</returns>
    internal bool Next() => Interlocked.Increment(ref _count) == 1;
}
