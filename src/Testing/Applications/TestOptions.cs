using GeekCafe.DynamoDb;
using GeekCafe.Lambda;

namespace GeekCafe.Testing;

/// <summary>What a test can choose for its application.</summary>
/// <typeparam name="TApplication">The application the generator wrote.</typeparam>
public sealed class TestOptions<TApplication> where TApplication : class, IApplication<TApplication>
{
    /// <summary>The database. Default: the shared <see cref="LocalDynamo"/>; <see cref="DynamoDbLocal.SharedAsync"/> is Amazon's own.</summary>
    public Func<Task<LocalDatabase>> Database { get; set; } = LocalDynamo.SharedAsync;

    /// <summary>The clock of services and functions. Default: stands at <see cref="TestClock.Start"/>.</summary>
    public TestClock Clock { get; set; } = new();

    /// <summary>Where ids of new resources come from. Default: <see cref="TestIds"/>.</summary>
    public IIdGenerator Ids { get; set; } = new TestIds();

    /// <summary>
    /// Puts the application together. Default: the generated <c>Create</c>. Another one hands a derived service to the application's constructor.
    /// </summary>
    public Func<ServiceEnvironment, TApplication> Create { get; set; } = TApplication.Create;

    /// <summary>Wraps the way to the database, in a <see cref="FaultTransport"/> for one. Default: nothing around it.</summary>
    public Func<IDynamoTransport, IDynamoTransport> Transport { get; set; } = static transport => transport;

    /// <summary>Changes the functions' options before the application's own <c>Configure</c> does, as a host's <c>Program.cs</c> would.</summary>
    public Action<LambdaOptions> Configure { get; set; } = static _ => { };

    /// <summary>The functions' environment variables. Default: none is set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>();
}
