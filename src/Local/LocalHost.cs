using GeekCafe.Description;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace GeekCafe.Local;

/// <summary>Runs an application on this machine through the same handlers as in the cloud.</summary>
/// <example>
/// A whole <c>Program.cs</c>:
/// <code>
/// return await GeekCafe.Local.LocalHost.RunAsync&lt;Community&gt;(args);
/// </code>
/// </example>
public static class LocalHost
{
    /// <summary>Starts a local DynamoDB, creates the table, and serves the API until Ctrl-C.</summary>
    /// <typeparam name="TApplication">The generated application.</typeparam>
    /// <param name="args">The command line; <c>--help</c> explains it.</param>
    /// <param name="configure">Chooses what the deployed function chooses too: claims, CORS, API keys, middleware.</param>
    /// <param name="stop">Stops it as Ctrl-C does.</param>
    /// <returns>The exit code: 0 when stopped, 1 when something is missing or taken, 2 when the command line is wrong.</returns>
    public static async Task<int> RunAsync<TApplication>(string[] args, Action<LambdaOptions>? configure = null, CancellationToken stop = default)
        where TApplication : class, IApplication<TApplication>
    {
        if (!LocalOptions.TryParse(args, out var options, out var problem)) return await FailAsync(2, problem);
        if (options.ShowHelp)
        {
            await Console.Out.WriteLineAsync(LocalOptions.Help);
            return 0;
        }

        try
        {
            using var keys = options.KeepsData ? HostKeys.Open(options.Data) : HostKeys.Random();
            await using var database = await OpenDatabaseAsync(options);
            return await ServeAsync<TApplication>(options, configure, keys, database, stop);
        }
        catch (Exception expected) when (expected is LocalDatabaseException or ConfigurationException or IOException or UnauthorizedAccessException)
        {
            return await FailAsync(1, expected.Message);
        }
    }

    private static async Task<int> ServeAsync<TApplication>(
        LocalOptions options, Action<LambdaOptions>? configure, HostKeys keys, LocalDatabase database, CancellationToken stop)
        where TApplication : class, IApplication<TApplication>
    {
        var manifest = ApplicationManifest.Parse(TApplication.Manifest);
        var table = $"{manifest.Application}-local"; // Behind --endpoint there may be a database with a table of the plain name.
        await TableSetup.EnsureAsync(database.Transport, table, TApplication.Table, stop);
        var application = TApplication.Create(new ServiceEnvironment
        {
            Client = new DynamoClient(database.Transport, TimeProvider.System),
            TableName = table,
            CursorKeys = [keys.Cursors],
        });

        var settings = new LambdaOptions();
        application.Configure(settings);
        configure?.Invoke(settings);
        settings.Listen(application.StreamTargets);
        (settings.ApiId, settings.BasePath) = (null, null); // There is one gateway here, and it maps no domain.
        using var engine = new LambdaApplication(application.Operations, settings, application.Jobs);
        var tokens = new TokenAuthority(keys.Tokens, TimeProvider.System, settings.Claims);
        await using var app = LocalServer.Build(options.Url, TApplication.Manifest, application.Operations, new LambdaFunction(engine), tokens);
        await StartAsync(app);
        var where = options.Endpoint?.ToString() ?? (options.KeepsData ? Path.GetFullPath(options.Data) : "memory");
        await Console.Out.WriteLineAsync(Greeting.Text(manifest, app.Urls.First().TrimEnd('/'), where));
        if (!options.Url.IsLoopback)
        {
            await Console.Out.WriteLineAsync("Careful: whoever reaches this address can make himself a token for any tenant.");
        }

        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var stream = TApplication.Table.HasStream && settings.Streams is not null
            ? NewStream(options, engine, database, table).RunAsync(stopped.Token)
            : Task.CompletedTask;
        await app.WaitForShutdownAsync(stop);
        await stopped.CancelAsync();
        await stream;
        return 0;
    }

    private static LocalStream NewStream(LocalOptions options, LambdaApplication engine, LocalDatabase database, string table)
    {
        var pump = new StreamPump(database.Transport, table, engine)
        {
            RetryDelay = TimeSpan.FromMilliseconds(250),
            OnGivenUp = static number => Console.Error.WriteLine($"The change with sequence number {number} failed again and again and is passed over."),
        };
        return new LocalStream(pump, options.KeepsData ? Path.Combine(options.Data, "stream.json") : null, Console.Error);
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken)
        {
            throw new IOException($"{taken.Message} Choose another with --urls.", taken);
        }
    }

    private static async Task<LocalDatabase> OpenDatabaseAsync(LocalOptions options)
    {
        if (options.Endpoint is { } endpoint) return LocalDatabase.At(endpoint);
        return await LocalDynamo.StartAsync(options.KeepsData ? Path.Combine(options.Data, "dynamodb.db") : null);
    }

    private static async Task<int> FailAsync(int code, string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return code;
    }
}
