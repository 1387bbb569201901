namespace GeekCafe.Lambda;

/// <summary>One HTTP exchange on its way through the pipeline. Belongs to one invocation; never keep it.</summary>
public sealed class ApiContext
{
    private Caller? _caller;

    /// <summary>What was asked.</summary>
    public required ApiRequest Request { get; init; }

    /// <summary>What will be answered.</summary>
    public required ApiResponse Response { get; init; }

    /// <summary>The operation the route table chose. Null before routing and when nothing matches.</summary>
    public ApiOperation? Operation { get; set; }

    /// <summary>Who asks. Set by authentication, and by nothing else.</summary>
    /// <exception cref="InvalidOperationException">The operation is public, or authentication has not run.</exception>
    public Caller Caller
    {
        get => _caller ?? throw new InvalidOperationException("This operation is public: it has no caller.");
        internal set => _caller = value;
    }

    /// <summary>Whether there is a caller.</summary>
    public bool HasCaller => _caller is not null;

    /// <summary>Ends shortly before the invocation does.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The worker's buffer for the body, so that it is decoded only for requests that get that far.</summary>
    internal PooledBuffer? BodyBuffer { get; init; }

    /// <summary>Answers with an error.</summary>
    public void WriteError(ServiceError error) => Response.WriteError(error, Request.RequestId);
}

/// <summary>Does the work of an operation, or of everything that comes after a middleware.</summary>
public delegate ValueTask ApiHandler(ApiContext context);

/// <summary>A step every request passes. Call <paramref name="next"/> to go on, or fill the response and return.</summary>
public delegate ValueTask ApiMiddleware(ApiContext context, ApiHandler next);
