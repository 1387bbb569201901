using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>A database that speaks DynamoDB's protocol on this machine and accepts any credentials.</summary>
public sealed class LocalDatabase : IAsyncDisposable
{
    /// <summary>The access key to sign with; the databases accept any.</summary>
    public const string AccessKey = "local";

    /// <summary>The secret key to sign with; the databases accept any.</summary>
    public const string SecretKey = "local";

    /// <summary>The region to sign for; the databases accept any.</summary>
    public const string Region = "us-east-1";

    private readonly ServerProcess? _server;

    internal LocalDatabase(string name, Uri endpoint, ServerProcess? server)
    {
        (Name, Endpoint, _server) = (name, endpoint, server);
        Transport = new LocalTransport(endpoint);
    }

    /// <summary>Which database, for the names of tests.</summary>
    public string Name { get; }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>Sends requests to it.</summary>
    public IDynamoTransport Transport { get; }

    /// <summary>A database somebody else runs.</summary>
    /// <param name="endpoint">Where it listens.</param>
    public static LocalDatabase At(Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new LocalDatabase(endpoint.Authority, endpoint, null);
    }

    /// <summary>Stops the database if it was started here. Leave shared ones alone: they stop with the process.</summary>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
