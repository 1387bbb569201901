using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Creates and removes tables: for tests, local work and small deployments. Production tables are better made by a deployment.</summary>
/// <param name="client">Sends requests, with retries.</param>
public sealed class TableAdministration(DynamoClient client)
{
    /// <summary>How long a table may take to become active. Default 60 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Creates the table if there is none of the name, with on-demand capacity, and waits until it and its indexes are active.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="definition">Its keys and indexes.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it was created here.</returns>
    /// <exception cref="InvalidOperationException">DynamoDB refuses, the table lacks an index, or it does not become active in time.</exception>
    public async Task<bool> CreateIfAbsentAsync(string name, TableDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var created = false;
        if (await DescribeAsync(name, definition, cancellationToken).ConfigureAwait(false) == TableState.Absent)
        {
            using var request = TableRequests.Create(name, definition);
            created = await TrySendAsync(DynamoOperation.CreateTable, request, DynamoErrorKind.InUse, cancellationToken).ConfigureAwait(false);
        }

        var started = client.Clock.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(20);
        while (await DescribeAsync(name, definition, cancellationToken).ConfigureAwait(false) != TableState.Active)
        {
            if (client.Clock.GetElapsedTime(started) > Patience) throw new InvalidOperationException($"The table {name} did not become active in time.");
            await Task.Delay(pause, client.Clock, cancellationToken).ConfigureAwait(false);
            pause = pause < TimeSpan.FromSeconds(1) ? pause * 2 : pause;
        }

        return created;
    }

    /// <summary>Whether there is a table of the name.</summary>
    /// <exception cref="InvalidOperationException">DynamoDB refuses.</exception>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default)
    {
        using var request = TableRequests.Named(name);
        return await TrySendAsync(DynamoOperation.DescribeTable, request, DynamoErrorKind.NotFound, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the table and everything in it, if there is one.</summary>
    /// <exception cref="InvalidOperationException">DynamoDB refuses.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        using var request = TableRequests.Named(name);
        await TrySendAsync(DynamoOperation.DeleteTable, request, DynamoErrorKind.NotFound, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TableState> DescribeAsync(string name, TableDefinition definition, CancellationToken cancellationToken)
    {
        using var request = TableRequests.Named(name);
        using var reply = await client.SendAsync(DynamoOperation.DescribeTable, request.Body, null, cancellationToken).ConfigureAwait(false);
        if (reply.Error is { Kind: DynamoErrorKind.NotFound }) return TableState.Absent;
        if (reply.Error is { } error) throw Refused(DynamoOperation.DescribeTable, error);

        using var json = JsonDocument.Parse(reply.Body);
        var table = json.RootElement.GetProperty("Table");
        var active = table.GetProperty("TableStatus").ValueEquals("ACTIVE");
        foreach (var index in definition.Indexes)
        {
            if (Find(table, index.Name) is not { } found) throw new InvalidOperationException($"The table {name} exists without the index {index.Name}.");
            active &= !found.TryGetProperty("IndexStatus", out var status) || status.ValueEquals("ACTIVE");
        }

        return active ? TableState.Active : TableState.InBetween;
    }

    private static JsonElement? Find(JsonElement table, string index)
    {
        if (!table.TryGetProperty("GlobalSecondaryIndexes", out var indexes) || indexes.ValueKind != JsonValueKind.Array) return null;
        foreach (var each in indexes.EnumerateArray())
        {
            if (each.GetProperty("IndexName").ValueEquals(index)) return each;
        }

        return null;
    }

    /// <returns>Whether it was done; false when it failed as somebody else's doing would make it.</returns>
    private async Task<bool> TrySendAsync(DynamoOperation operation, DynamoRequest request, DynamoErrorKind expected, CancellationToken cancellationToken)
    {
        using var reply = await client.SendAsync(operation, request.Body, null, cancellationToken).ConfigureAwait(false);
        if (reply.Error is { } error && error.Kind != expected) throw Refused(operation, error);
        return reply.Error is null;
    }

    private static InvalidOperationException Refused(DynamoOperation operation, DynamoError error) =>
        new($"{operation} failed: {error.Code}: {error.Message}");

    private enum TableState
    {
        Absent,
        InBetween,
        Active,
    }
}
