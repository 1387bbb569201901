using System.Globalization;
using System.Net.Sockets;

namespace GeekCafe.Lambda;

/// <summary>Runs an application as a Lambda function on a custom runtime (<c>provided.al2023</c>).</summary>
/// <example><c>return await LambdaHost.RunAsync&lt;MyApplication&gt;();</c></example>
public static class LambdaHost
{
    /// <summary>More concurrent invocations than a managed instance gives a process.</summary>
    private const int MaxWorkers = 1024;

    /// <summary>
    /// Reads the settings, makes the services, warms up, and then handles events until the sandbox ends.
    /// </summary>
    /// <typeparam name="TApplication">The application the generator wrote.</typeparam>
    /// <param name="configure">Changes options before anything is made from them.</param>
    /// <param name="stop">Ends the loops. For tests; a sandbox just ends.</param>
    /// <returns>
    /// The exit code: 0 after <paramref name="stop"/>; 1 when the function could not start, which has then been reported to the
    /// Lambda service
    /// and written to stderr, or when the Runtime API is gone.
    /// </returns>
    public static async Task<int> RunAsync<TApplication>(Action<LambdaOptions>? configure = null, CancellationToken stop = default)
        where TApplication : class, IApplication<TApplication>
    {
        var options = new LambdaOptions { Log = RequestLog.Standard };
        RuntimeApiClient? client = null;
        RuntimeLoop[] loops;
        try
        {
            configure?.Invoke(options);
            var endpoint = options.Environment("AWS_LAMBDA_RUNTIME_API");
            if (string.IsNullOrEmpty(endpoint))
            {
                throw new ConfigurationException(
                    "AWS_LAMBDA_RUNTIME_API is not set: this program runs as a Lambda function; to run it here, use the local host.");
            }

            client = new(endpoint);
            var workers = WorkerCount(options);
            var application = await StartAsync<TApplication>(options, stop).ConfigureAwait(false);
            loops = new RuntimeLoop[workers];
            for (var i = 0; i < workers; i++)
            {
                loops[i] = new(i == 0 ? client : new(endpoint), application.CreateWorker(), options.Log, setTraceId: workers == 1);
            }
        }
#pragma warning disable CA1031 // The border of the process: whatever stops it from starting is reported, then it exits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ReportInitFailure(exception, client, options.Log);
            client?.Dispose();
            return 1;
        }

        // In a broken sandbox all loops end, one after the other.
        var codes = await Task.WhenAll(Array.ConvertAll(loops, loop => RunOnThread(loop, stop))).ConfigureAwait(false);
        return Array.Exists(codes, static code => code != 0) ? 1 : 0;
    }

    private static async ValueTask<LambdaApplication> StartAsync<TApplication>(LambdaOptions options, CancellationToken stop)
        where TApplication : class, IApplication<TApplication>
    {
        var made = new ServicePool<TApplication>(options).Take();
        options.Apply(made.Settings);
        var application = LambdaApplication.Compose(made.Services, options);

        // Until the first request for an event, Lambda counts this as start-up and lends more CPU.
        using var output = new PooledBuffer();
        using var worker = application.CreateWorker();
        var connecting = made.Transport.WarmUpAsync(stop);
        await worker.WarmUpAsync(output).ConfigureAwait(false);
        await connecting.ConfigureAwait(false);
        return application;
    }

    /// <summary>A thread of its own, because a loop blocks it for hours and the pool's are for the handlers' work.</summary>
    private static Task<int> RunOnThread(RuntimeLoop loop, CancellationToken stop)
    {
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                using (loop) ended.SetResult(loop.Run(stop));
            }
#pragma warning disable CA1031 // An exception on a bare thread would end the process without a word.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                ended.TrySetException(exception);
            }
        })
        { IsBackground = true, Name = "invocations" }.Start();
        return ended.Task;
    }

    private static int WorkerCount(LambdaOptions options)
    {
        var text = options.Environment("AWS_LAMBDA_MAX_CONCURRENCY");
        if (string.IsNullOrEmpty(text)) return 1;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxWorkers
            ? count
            : throw new ConfigurationException(
                $"AWS_LAMBDA_MAX_CONCURRENCY is not a number from 1 to {MaxWorkers}; Lambda sets it on managed instances, elsewhere remove it.");
    }

    private static void ReportInitFailure(Exception exception, RuntimeApiClient? client, RequestLog log)
    {
        // Our own sentence about a setting helps whoever deploys; any other exception's text may hold secrets and stays out.
        var (type, message) = exception is ConfigurationException
            ? (FunctionErrors.Configuration, exception.Message)
            : (FunctionErrors.Initialization, "The application could not be started; its log names the exception.");
        if (exception is ConfigurationException) log.WriteMessage("FATAL", "", message);
        else log.WriteFailure("", exception);
        if (client is null) return;
        try
        {
            using var body = new PooledBuffer();
            using var reply = new RuntimeApiReply();
            FunctionErrors.Write(body, type, message);
            client.FailInit(type, body.WrittenSpan, reply);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException)
        {
            // The process exits with code 1 either way, which Lambda reports on its own.
        }
    }
}
