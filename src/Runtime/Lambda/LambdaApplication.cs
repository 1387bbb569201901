using System.Collections.Concurrent;

namespace GeekCafe.Lambda;

/// <summary>
/// A route table with its pipeline, composed once: event bytes in, answer bytes out. Immutable and shared.
/// </summary>
/// <remarks>
/// The pipeline: warm-up pings, CORS, errors, routing, authentication, body checks, your middleware, the operation's handler.
/// </remarks>
public sealed class LambdaApplication : IDisposable
{
    private readonly ConcurrentBag<LambdaWorker> _idle = [];

    /// <summary>Composes the application.</summary>
    /// <param name="operations">The route table.</param>
    /// <param name="options">What can be chosen. Default: everything as documented there.</param>
    /// <param name="jobs">The jobs. Default: none.</param>
    /// <exception cref="ConfigurationException">An option is wrong or does not fit the operations, or two operations share a route.</exception>
    public LambdaApplication(IReadOnlyList<ApiOperation> operations, LambdaOptions? options = null, IReadOnlyList<ApplicationJob>? jobs = null)
    {
        Options = options ?? new();
        Options.Check();
        Operations = FunctionAuthentication.Apply(operations, Options);
        Pipeline = Compose(Operations, Options);
        Jobs = new(jobs ?? [], Options);
    }

    /// <summary>The route table.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>How many invocations there have been.</summary>
    internal InvocationCounter Invocations { get; } = new();

    internal LambdaOptions Options { get; }

    internal ApiHandler Pipeline { get; }

    internal JobRunner Jobs { get; }

    /// <summary>Makes the state one invocation at a time needs: request, response, buffers. One for each concurrent invocation.</summary>
    internal LambdaWorker CreateWorker() => new(this);

    /// <summary>Handles one event. Any number may be handled at the same time.</summary>
    /// <param name="eventBytes">The event as the Lambda service sends it: JSON in UTF-8. Not used after the task ends.</param>
    /// <param name="invocation">What is known of the invocation.</param>
    /// <param name="output">
    /// Emptied, then filled with the answer: for an HTTP event of any kind <c>{"statusCode","headers","body",...}</c> in the form that kind
    /// takes; for a job what it answered; for a function error <c>{"errorType","errorMessage","stackTrace"}</c>.
    /// </param>
    /// <returns>
    /// Answered; or a function error for events nobody here can handle, such as an unknown kind, an authorizer request, or stream records
    /// without a processor: their source must not believe they were taken care of. Never throws for anything in an event.
    /// </returns>
    public async ValueTask<InvocationOutcome> HandleAsync(ReadOnlyMemory<byte> eventBytes, InvocationContext invocation, PooledBuffer output)
    {
        if (!_idle.TryTake(out var worker)) worker = CreateWorker();
        try
        {
            return await worker.HandleAsync(eventBytes, invocation, output).ConfigureAwait(false);
        }
        finally
        {
            _idle.Add(worker);
        }
    }

    /// <summary>Gives the idle workers' buffers back.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var worker)) worker.Dispose();
    }

    /// <summary>One deployed function: the application's own choices, then those of the function's environment.</summary>
    internal static LambdaApplication Compose<TApplication>(TApplication services, LambdaOptions options) where TApplication : class, IApplication<TApplication>
    {
        Prepare(services, options);
        return Select(services, options, options.Environment("_HANDLER"));
    }

    /// <summary>The choices of the application, then those of the function's environment: once for all functions that are made with the options.</summary>
    internal static void Prepare<TApplication>(TApplication services, LambdaOptions options) where TApplication : class, IApplication<TApplication>
    {
        services.Configure(options);
        options.Authentication = FunctionAuthentication.Parse(options.Environment(FunctionAuthentication.Variable)) ?? options.Authentication;
        options.Listen(services.StreamTargets);
    }

    /// <summary>The function that a handler names.</summary>
    internal static LambdaApplication Select<TApplication>(TApplication services, LambdaOptions options, string? handler) where TApplication : class, IApplication<TApplication>
    {
        var chosen = HandlerSelection.Choose(handler, services.Operations, services.Jobs);
        return new(chosen.Operations, options, chosen.Jobs);
    }

    private static ApiHandler Compose(IReadOnlyList<ApiOperation> operations, LambdaOptions options)
    {
        var steps = new List<ApiMiddleware>();
        if (options.Cors is { } cors) steps.Add(new CorsStep(cors).InvokeAsync);
        steps.Add(new ErrorStep(options.Log).InvokeAsync);
        steps.Add(new RoutingStep(new(operations)).InvokeAsync);
        steps.Add(new AuthenticationStep(new(options.Claims), new(options.ApiKeys, options.Clock), options.ApiId).InvokeAsync);
        steps.Add(new BodyStep(options.BodyLimit).InvokeAsync);
        steps.AddRange(options.Middleware);

        ApiHandler handler = static context => context.Operation!.Handler(context);
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            var (step, next) = (steps[i], handler);
            handler = context => step(context, next);
        }

        return handler;
    }
}
