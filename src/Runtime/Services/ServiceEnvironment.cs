using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What all services share. Immutable: nothing about a caller is ever stored here.</summary>
public sealed class ServiceEnvironment
{
    /// <summary>Sends requests to DynamoDB.</summary>
    public required DynamoClient Client { get; init; }

    /// <summary>The table's name.</summary>
    public required string TableName { get; init; }

    /// <summary>Seals cursors. Keys for AES-256-GCM of 32 bytes each; the first seals, all open.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CursorKeys { get; init; }

    /// <summary>Where times come from. Default: the system clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
