using System.Globalization;
using GeekCafe.Lambda;

namespace GeekCafe.Testing;

/// <summary>
/// An application on a table of its own in a local database, with a clock and ids a test controls. Calls go as events of a gateway through all that a
/// deployed function runs; <see cref="Services"/> are there to be called directly.
/// </summary>
/// <example>
/// <code>
/// await using var app = await TestApplication&lt;ShopApplication&gt;.StartAsync();
/// var ann = app.As("t1", "ann", "admin");
/// var created = await ann.PostAsync("/orders", """{"title":"x"}""");
/// var listed = await app.Services.Orders.ListAsync(Callers.User("t1", "bob"));
/// </code>
/// One for all tests of a class, with xunit v3:
/// <code>
/// public sealed class Shop : TestApplication&lt;ShopApplication&gt;, IAsyncLifetime;
/// public sealed class OrderTests(Shop shop) : IClassFixture&lt;Shop&gt; { ... }
/// </code>
/// </example>
/// <typeparam name="TApplication">The application the generator wrote.</typeparam>
public class TestApplication<TApplication> : IAsyncDisposable where TApplication : class, IApplication<TApplication>
{
    private readonly TestOptions<TApplication> _options = new();
    private readonly Recorder _recorder = new();
    private LocalTable? _table;
    private TApplication? _services;
    private TestFunction? _everything;
    private IReadOnlyDictionary<string, string> _delivered = new Dictionary<string, string>();
    private int _tenants;

    /// <summary>Prepares everything by default; <see cref="InitializeAsync"/> does it.</summary>
    public TestApplication()
    {
    }

    /// <summary>Prepares; <see cref="InitializeAsync"/> does it.</summary>
    /// <param name="configure">Chooses.</param>
    public TestApplication(Action<TestOptions<TApplication>> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(_options);
    }

    /// <summary>Starts one.</summary>
    /// <param name="configure">Chooses. Default: dynoxide, the generated services, a standing clock.</param>
    /// <exception cref="LocalDatabaseException">The database cannot run here, and why.</exception>
#pragma warning disable CA1000 // Which application it is has to be said, and is said once.
    public static async Task<TestApplication<TApplication>> StartAsync(Action<TestOptions<TApplication>>? configure = null)
    {
        var application = new TestApplication<TApplication>(configure ?? (static _ => { }));
        await application.InitializeAsync();
        return application;
    }
#pragma warning restore CA1000

    /// <summary>Creates the table and puts the application together. Called once, before anything else; <see cref="StartAsync"/> has done it.</summary>
    /// <exception cref="LocalDatabaseException">The database cannot run here, and why.</exception>
    public virtual async ValueTask InitializeAsync()
    {
        _table = await LocalTable.CreateAsync(await _options.Database(), TApplication.Table);
        Environment = _table.Environment(_recorder.Around(_options.Transport(_table.Transport)), _options.Clock, _options.Ids, _recorder.Note);
        _services = _options.Create(Environment);
        _everything = Function(HandlerSelection.Api);
    }

    /// <summary>The services.</summary>
    public TApplication Services => _services ?? throw NotStarted();

    /// <summary>The table.</summary>
    public LocalTable Table => _table ?? throw NotStarted();

    /// <summary>What the services were made from; other services made from it share table, clock, ids and recordings.</summary>
    public ServiceEnvironment Environment { get => field ?? throw NotStarted(); private set; }

    /// <summary>The clock of services and functions.</summary>
    public TestClock Clock => _options.Clock;

    /// <summary>A user, as the gateway's authorizer tells of one after a login. Calls the function that does everything.</summary>
    /// <inheritdoc cref="TestFunction.As"/>
    public TestClient As(string tenantId, string userId, params string[] roles) => Everything.As(tenantId, userId, roles);

    /// <summary>Somebody with an API key.</summary>
    /// <param name="key">The key's text.</param>
    public TestClient AsApiKey(string key) => Everything.AsApiKey(key);

    /// <summary>Somebody without credentials.</summary>
    public TestClient Anonymous => Everything.Anonymous;

    /// <summary>A tenant's id that nobody else has in this table, so that tests that share it keep apart.</summary>
    public string NewTenant() => string.Create(CultureInfo.InvariantCulture, $"tenant-{Interlocked.Increment(ref _tenants)}");

    /// <summary>The application as one deployed function, with the application's own <c>Configure</c>.</summary>
    /// <param name="handler">What <c>_HANDLER</c> names: an operation such as <c>events.create</c>, a resource, a job, <c>jobs</c>, <c>api</c>.</param>
    /// <param name="variables">Environment variables of this function, beside those of <see cref="TestOptions{TApplication}.Environment"/>.</param>
    /// <exception cref="ConfigurationException">There is no such handler, or something is configured wrong.</exception>
    public TestFunction Function(string handler, params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>(_options.Environment) { ["_HANDLER"] = handler };
        foreach (var (name, value) in variables) environment[name] = value;
        var options = new LambdaOptions { Clock = Clock, Environment = environment.GetValueOrDefault };
        _options.Configure(options);
        return new TestFunction(LambdaApplication.Compose(Services, options));
    }

    /// <summary>
    /// Gives every change since the last call to the services that override <c>OnChangeAsync</c>, and the changes that those make, as Lambda does
    /// continuously.
    /// </summary>
    /// <returns>How many changes there were.</returns>
    /// <exception cref="InvalidOperationException">A service fails with a change whenever it comes; the exception is on stderr.</exception>
    public async Task<int> DeliverChangesAsync()
    {
        List<string> failed = [];
        var pump = new StreamPump(Table.Transport, Table.Name, Everything.Application) { OnGivenUp = failed.Add };
        pump.Resume(_delivered);
        var count = await pump.PumpAsync();
        _delivered = pump.Checkpoint;
        return failed.Count == 0
            ? count
            : throw new InvalidOperationException($"{failed.Count} changes failed again and again: {string.Join(", ", failed)}. stderr has the exceptions.");
    }

    /// <summary>Records what the database is asked for until the recording is disposed, by whomever.</summary>
    /// <example><code>
    /// using var recording = app.Record();
    /// await ann.GetAsync("/users/ann/events");
    /// Assert.Equal("1 Query on gsi1, 3 items read", recording.Summary);
    /// </code></example>
    public Recording Record() => _recorder.Begin();

    /// <summary>Deletes the table. The database goes on for other tests.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        _everything?.Dispose();
        if (_table is not null) await _table.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private TestFunction Everything => _everything ?? throw NotStarted();

    private static InvalidOperationException NotStarted() => new("The test application has not been started; await StartAsync or InitializeAsync first.");
}
