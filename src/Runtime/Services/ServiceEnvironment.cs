using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What all services share. Immutable: nothing about a caller is ever stored here.</summary>
public sealed class ServiceEnvironment
{
    /// <summary>Sends requests to DynamoDB.</summary>
    public required DynamoClient Client { get; init; }

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>
    /// Seals cursors. Keys for AES-256-GCM of 32 bytes each; the first seals, all open. With none, lists that need a second page fail as a
    /// configuration error.
    /// </summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>How long a cursor is good for. Default 24 hours.</summary>
    public TimeSpan CursorLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The most Query requests for one page of a list, 1 to 255: a bound on what a page can cost. Of each shard, where there are shards. Default 10.</summary>
    public byte MaxQueriesPerPage { get; init; } = 10;

    /// <summary>
    /// Gets what each request consumed, once for the table and for each index it touched. Null, the default: DynamoDB is not asked. Called on many
    /// threads at once; an exception fails the operation.
    /// </summary>
    public Action<ConsumedCapacity>? Capacity { get; init; }

    /// <summary>Where times come from. Default: the system clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where ids of new resources come from. Default: UUIDv7.</summary>
    public IIdGenerator Ids { get; init; } = UuidV7Generator.Instance;

    /// <summary>The same with another client, whose capacity nobody is told of.</summary>
    internal ServiceEnvironment With(DynamoClient client) => new()
    {
        Client = client,
        TableName = TableName,
        CursorKeys = CursorKeys,
        CursorLifetime = CursorLifetime,
        MaxQueriesPerPage = MaxQueriesPerPage,
        Clock = Clock,
        Ids = Ids,
    };

    // Made when first asked for; two threads may both make one, and either will do.
    internal CursorSealer Cursors => field ??= new CursorSealer(CursorKeys, Clock, CursorLifetime);
}
