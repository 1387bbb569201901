using Amazon.Runtime;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>A database that speaks DynamoDB's protocol on this machine, with a transport to it.</summary>
public sealed class LocalDatabase : IAsyncDisposable
{
    /// <summary>The access key to sign with; the databases accept any.</summary>
    public const string AccessKey = "local";

    /// <summary>The secret key to sign with; the databases accept any.</summary>
    public const string SecretKey = "local";

    /// <summary>The region to sign for; the databases accept any.</summary>
    public const string Region = "us-east-1";

    private readonly ServerProcess? _server;
    private readonly SignedHttpTransport _transport;

    internal LocalDatabase(string name, ServerProcess server)
        : this(name, new DynamoEndpoint(server.Endpoint, Region), new BasicAWSCredentials(AccessKey, SecretKey)) => _server = server;

    private LocalDatabase(string name, DynamoEndpoint endpoint, AWSCredentials? credentials)
    {
        (Name, Endpoint) = (name, endpoint.Url);

        // A local database may need seconds for its first requests; whoever wants less time says so to his own transport.
        _transport = new SignedHttpTransport(new SignedHttpOptions
        {
            Endpoint = endpoint,
            Credentials = credentials,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AttemptTimeout = TimeSpan.FromSeconds(30),
        });
    }

    /// <summary>Which database, for the names of tests.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Sends requests to it.</summary>
    public IDynamoTransport Transport => _transport;

    /// <summary>A database somebody else runs.</summary>
    /// <remarks>
    /// Over plain HTTP it is taken for an emulator and gets the keys above. Over HTTPS it may be DynamoDB itself: requests are signed with the
    /// credentials and for the region that the AWS SDK finds.
    /// </remarks>
    /// <param name="endpoint">Where it listens.</param>
    /// <exception cref="ConfigurationException">It is reached over HTTPS, and no region is set.</exception>
    public static LocalDatabase At(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Scheme == Uri.UriSchemeHttps
            ? new LocalDatabase(endpoint.Authority, DynamoEndpoint.FromEnvironment(endpoint.ToString()), credentials: null)
            : new LocalDatabase(endpoint.Authority, new DynamoEndpoint(endpoint, Region), new BasicAWSCredentials(AccessKey, SecretKey));
    }

    /// <summary>Stops the database if it was started here. Leave shared ones alone: they stop with the process.</summary>
    public ValueTask DisposeAsync()
    {
        _transport.Dispose();
        return _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
