using System.Collections.Concurrent;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// The functions of an application for Lambda's managed .NET runtime, where a handler is a method of a class in a library. Each goes through the same pipeline
/// as a function of <see cref="LambdaHost"/>. The generator writes such a class wherever <c>Amazon.Lambda.Core</c> is referenced.
/// </summary>
/// <typeparam name="TApplication">The application the generator wrote.</typeparam>
public sealed class LambdaFunctions<TApplication> where TApplication : class, IApplication<TApplication>
{
    private readonly ConcurrentDictionary<string, LambdaApplication> _applications = new(StringComparer.Ordinal);
    private readonly TApplication _services;
    private readonly LambdaOptions _options;

    /// <summary>Reads the settings from the environment, makes the services and connects: what Lambda counts as start-up.</summary>
    /// <param name="options">Where settings, clock and transport come from. Default: this process's environment, signed requests.</param>
    /// <exception cref="ConfigurationException">A setting is missing or wrong.</exception>
    public LambdaFunctions(LambdaOptions? options = null)
    {
        _options = options ?? new();
        var made = new ServicePool<TApplication>(_options).Take();
        _services = made.Services;
        _options.Apply(made.Settings);
        LambdaApplication.Prepare(_services, _options);

        // Until the first event, Lambda lends more CPU; there is nothing else to do meanwhile.
        made.Transport.WarmUpAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The functions of services that are there already. For tests.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The options. Default: everything as documented there.</param>
    public LambdaFunctions(TApplication services, LambdaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        (_services, _options) = (services, options ?? new());
        LambdaApplication.Prepare(services, _options);
    }

    /// <summary>Handles an event of any kind as it came: the bytes are read where they are, and no serializer is needed.</summary>
    /// <param name="handler">What the function does, as <c>_HANDLER</c> says it of a custom runtime: <c>api</c>, <c>jobs</c>, <c>streams</c>, a resource, an operation or a job.</param>
    /// <param name="input">The event: JSON in UTF-8.</param>
    /// <param name="invocation">What is known of the invocation.</param>
    /// <returns>The answer: JSON in UTF-8.</returns>
    /// <exception cref="LambdaFunctionException">The event is of no kind that the function handles, or could not be handled; Lambda then counts an error.</exception>
    public async Task<Stream> HandleAsync(string handler, Stream input, FunctionInvocation invocation)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var bytes = new PooledBuffer();
        int read;
        while ((read = await input.ReadAsync(bytes.GetMemory(4096)).ConfigureAwait(false)) > 0) bytes.Advance(read);
        using var output = new PooledBuffer();
        await RunAsync(handler, bytes, invocation, output).ConfigureAwait(false);
        return new MemoryStream(output.WrittenSpan.ToArray(), writable: false);
    }

    /// <summary>Handles an HTTP event that a serializer has read into an object.</summary>
    /// <param name="handler">What the function does.</param>
    /// <param name="request">The object.</param>
    /// <param name="write">Writes it as the event it was: one JSON object.</param>
    /// <param name="invocation">What is known of the invocation.</param>
    /// <typeparam name="TRequest">The object's type.</typeparam>
    /// <exception cref="LambdaFunctionException">The event is of no kind that the function handles, or could not be handled; Lambda then counts an error.</exception>
    public async Task<FunctionAnswer> HandleAsync<TRequest>(string handler, TRequest request, Action<Utf8JsonWriter, TRequest> write, FunctionInvocation invocation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(write);
        using var bytes = new PooledBuffer(16 * 1024);
        using (var json = new Utf8JsonWriter(bytes)) write(json, request);
        using var output = new PooledBuffer();
        await RunAsync(handler, bytes, invocation, output).ConfigureAwait(false);
        return FunctionAnswer.Parse(output.WrittenSpan);
    }

    private async Task RunAsync(string handler, PooledBuffer bytes, FunctionInvocation invocation, PooledBuffer output)
    {
        var application = _applications.GetOrAdd(handler, static (handler, functions) => LambdaApplication.Select(functions._services, functions._options, handler), this);
        using var deadline = new CancellationTokenSource();
        var context = invocation.ToContext(_options.Clock, deadline);
        var outcome = await application.HandleAsync(bytes.WrittenMemory, context, output).ConfigureAwait(false);
        if (outcome.ErrorType is { } type) throw LambdaFunctionException.Of(type, output.WrittenMemory);
    }
}
