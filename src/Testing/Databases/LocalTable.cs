using System.Security.Cryptography;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>A table with a name nobody else has, for one test or one class of tests. Deleted on dispose.</summary>
/// <example>
/// <code>
/// await using var table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), App.Table);
/// var app = App.Create(table.Environment());
/// </code>
/// </example>
public sealed class LocalTable : IAsyncDisposable
{
    private readonly byte[] _cursorKey = RandomNumberGenerator.GetBytes(32);

    // A busy machine keeps a local database waiting, and tests should not fail for that. Through other transports, such as faults, time is as in production.
    private static readonly RetryOptions Patient = new() { Budget = TimeSpan.FromSeconds(30) };

    private LocalTable(LocalDatabase database, TableDefinition definition)
    {
        (Database, Definition) = (database, definition);
        Name = $"test-{Guid.NewGuid():N}";
        Client = new DynamoClient(Transport, TimeProvider.System, Patient);
    }

    /// <summary>The database it is in.</summary>
    public LocalDatabase Database { get; }

    /// <summary>Its keys and indexes.</summary>
    public TableDefinition Definition { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Sends requests to its database.</summary>
    public IDynamoTransport Transport => Database.Transport;

    /// <summary>Sends requests to its database, with retries.</summary>
    public DynamoClient Client { get; }

    /// <summary>Creates a table.</summary>
    /// <param name="database">Where.</param>
    /// <param name="definition">Its keys and indexes, as generated for an application.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LocalTable> CreateAsync(
        LocalDatabase database, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var table = new LocalTable(database, definition);
        await TableSetup.EnsureAsync(table.Transport, table.Name, definition, cancellationToken);
        return table;
    }

    /// <summary>What services need to work on this table. All environments of a table open each other's cursors.</summary>
    /// <param name="transport">Another transport around <see cref="Transport"/>, such as a <see cref="RecordingTransport"/>.</param>
    /// <param name="clock">Another clock.</param>
    /// <param name="ids">Other ids for new resources.</param>
    /// <param name="capacity">Gets what each request consumed.</param>
    public ServiceEnvironment Environment(
        IDynamoTransport? transport = null, TimeProvider? clock = null, IIdGenerator? ids = null, Action<ConsumedCapacity>? capacity = null)
    {
        clock ??= TimeProvider.System;
        return new ServiceEnvironment
        {
            Client = new DynamoClient(transport ?? Transport, clock, IsDatabase(transport ?? Transport) ? Patient : null),
            TableName = Name,
            CursorKeys = [_cursorKey],
            Clock = clock,
            Ids = ids ?? UuidV7Generator.Instance,
            Capacity = capacity,
        };
    }

    private bool IsDatabase(IDynamoTransport transport) => transport == Transport || (transport is RecordingTransport { Inner: var inner } && IsDatabase(inner));

    /// <summary>Deletes the table.</summary>
    public ValueTask DisposeAsync() => new(TableSetup.DeleteAsync(Transport, Name));
}
