using GeekCafe.DynamoDb;

namespace GeekCafe.Lambda;

/// <summary>Processes a batch of DynamoDB stream records.</summary>
/// <param name="batch">The event's bytes. Valid during the invocation.</param>
/// <param name="invocation">The invocation.</param>
/// <param name="output">Where the answer goes: <c>{"batchItemFailures":[...]}</c>.</param>
public delegate ValueTask StreamHandler(ReadOnlyMemory<byte> batch, InvocationContext invocation, PooledBuffer output);

/// <summary>What can be chosen for a Lambda application. Read once at start.</summary>
public sealed class LambdaOptions
{
    /// <summary>Which claims name tenant, user and roles.</summary>
    public ClaimsOptions Claims { get; set; } = new();

    /// <summary>
    /// Cross-origin answers. Null, the default: off, no headers. <see cref="LambdaHost"/> turns them on by
    /// <c>GEEKCAFE_CORS_ORIGINS</c>.
    /// </summary>
    public CorsOptions? Cors { get; set; }

    /// <summary>
    /// The authentication of every operation, whatever it declares. Null, the default: each as declared. Public is only for operations that are declared
    /// public. <see cref="LambdaHost"/> takes <c>GEEKCAFE_AUTHENTICATION</c>, which goes before this.
    /// </summary>
    public Authentication? Authentication { get; set; }

    /// <summary>Where API keys are found. Null, the default: every operation that asks for an API key answers 401.</summary>
    public IApiKeyStore? ApiKeys { get; set; }

    /// <summary>
    /// The most bytes a body may have, decoded. Default 262,144 (256 KB); at most 4,194,304, so that base64 and headers fit Lambda's
    /// 6 MB.
    /// </summary>
    public int BodyLimit { get; set; } = 256 * 1024;

    /// <summary>
    /// The id of the one API whose claims are believed. Null, the default: any. Whoever may invoke the function directly can forge an
    /// event;
    /// this catches a second gateway wired to it, not a forger. <see cref="LambdaHost"/> takes <c>GEEKCAFE_API_ID</c>.
    /// </summary>
    public string? ApiId { get; set; }

    /// <summary>
    /// The first path segment a custom domain maps to the API, such as <c>v1</c>, without slashes. Null, the default: none.
    /// </summary>
    public string? BasePath { get; set; }

    /// <summary>Steps between the body checks and the handler, in order. They see an authenticated caller.</summary>
    public IList<ApiMiddleware> Middleware { get; } = [];

    /// <summary>
    /// Processes stream batches, in place of what hosts take if it is null, the default: a <see cref="StreamProcessor"/> for the services that override
    /// <c>OnChangeAsync</c>. Where there are none either, a batch is a function error, so its records stay in the stream.
    /// </summary>
    public StreamHandler? Streams { get; set; }

    /// <summary>
    /// Gets each stream record that cannot be read, before it is passed over, to keep it for a human. Null, the default: it is only logged, without its
    /// content.
    /// </summary>
    public PoisonSink? OnPoison { get; set; }

    /// <summary>Whether every request writes a line to stdout. Default false.</summary>
    public bool LogRequests { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Makes the transport to DynamoDB. Used by <see cref="LambdaHost"/> only. Default: signed requests.</summary>
    public Func<LambdaSettings, IDynamoTransport> Transport { get; set; } = DefaultTransport.Create;

    /// <summary>Reads an environment variable. Used by <see cref="LambdaHost"/> only. Default: the process's.</summary>
    public Func<string, string?> Environment { get; set; } = System.Environment.GetEnvironmentVariable;

    internal RequestLog Log { get; set; } = RequestLog.Standard;

    /// <summary>Has stream batches processed by these services, unless <see cref="Streams"/> is set. For hosts.</summary>
    /// <param name="targets">The services.</param>
    public void Listen(IReadOnlyList<StreamTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Count > 0) Streams ??= new StreamProcessor(targets, this).ProcessAsync;
    }

    /// <summary>Takes over what the function's environment says of its API.</summary>
    internal void Apply(LambdaSettings settings)
    {
        ApiId ??= settings.ApiId;
        if (settings.CorsOrigins.Count > 0) Cors = (Cors ?? new() { Origins = [] }) with { Origins = settings.CorsOrigins };
    }

    internal void Check()
    {
        if (BodyLimit is < 1 or > 4 * 1024 * 1024) throw new ConfigurationException("LambdaOptions.BodyLimit must be from 1 to 4,194,304 bytes.");
        if (BasePath is { } path && (path.Length == 0 || path.Contains('/')))
        {
            throw new ConfigurationException("LambdaOptions.BasePath is one path segment without slashes, such as v1.");
        }

        Cors?.Check();
    }
}
