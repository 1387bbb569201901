namespace GeekCafe.DynamoDb;

/// <summary>Creates, compares, changes and removes tables: for tests, local work, deployments of one's own, and a check before a start.</summary>
/// <param name="client">Sends requests, with retries.</param>
public sealed partial class TableAdministration(DynamoClient client)
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
        var created = await TryCreateAsync(name, definition, cancellationToken).ConfigureAwait(false);
        var table = await WhenActiveAsync(name, Patience, cancellationToken).ConfigureAwait(false);
        foreach (var index in definition.Indexes)
        {
            if (!table.Indexes.Any(each => each.Name == index.Name)) throw new InvalidOperationException($"The table {name} exists without the index {index.Name}.");
        }

        if (created && definition.TimeToLiveAttribute is { } attribute) await EnableTimeToLiveAsync(name, attribute, cancellationToken).ConfigureAwait(false);
        return created;
    }

    /// <summary>Whether there is a table of the name.</summary>
    /// <exception cref="InvalidOperationException">DynamoDB refuses.</exception>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) =>
        await DescribeAsync(name, cancellationToken).ConfigureAwait(false) is not null;

    /// <summary>Removes the table and everything in it, if there is one.</summary>
    /// <exception cref="InvalidOperationException">DynamoDB refuses.</exception>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        using var request = TableRequests.Named(name);
        await TrySendAsync(DynamoOperation.DeleteTable, request, DynamoErrorKind.NotFound, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryCreateAsync(string name, TableDefinition definition, CancellationToken cancellationToken)
    {
        if (await DescribeAsync(name, cancellationToken).ConfigureAwait(false) is not null) return false;
        using var request = TableRequests.Create(name, definition);
        return await TrySendAsync(DynamoOperation.CreateTable, request, DynamoErrorKind.InUse, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TableDescription> WhenActiveAsync(string name, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = client.Clock.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(20);
        while (true)
        {
            var table = await DescribeAsync(name, cancellationToken).ConfigureAwait(false);
            if (table is { IsActive: true } && table.Indexes.All(static index => index.IsActive)) return table;
            if (client.Clock.GetElapsedTime(started) > patience) throw new InvalidOperationException($"The table {name} did not become active in time.");
            await Task.Delay(pause, client.Clock, cancellationToken).ConfigureAwait(false);
            pause = pause < TimeSpan.FromSeconds(1) ? pause * 2 : pause;
        }
    }

    private async Task<TableDescription?> DescribeAsync(string name, CancellationToken cancellationToken)
    {
        using var request = TableRequests.Named(name);
        using var reply = await client.SendAsync(DynamoOperation.DescribeTable, request.Body, null, cancellationToken).ConfigureAwait(false);
        if (reply.Error is { Kind: DynamoErrorKind.NotFound }) return null;
        return reply.Error is { } error ? throw Refused(DynamoOperation.DescribeTable, error) : TableDescription.Read(reply.Body);
    }

    private async Task<string?> DescribeTimeToLiveAsync(string name, CancellationToken cancellationToken)
    {
        using var request = TableRequests.Named(name);
        using var reply = await client.SendAsync(DynamoOperation.DescribeTimeToLive, request.Body, null, cancellationToken).ConfigureAwait(false);
        return reply.Error is { } error ? throw Refused(DynamoOperation.DescribeTimeToLive, error) : TableDescription.ReadTimeToLive(reply.Body);
    }

    private async Task EnableTimeToLiveAsync(string name, string attribute, CancellationToken cancellationToken)
    {
        using var request = TableRequests.EnableTimeToLive(name, attribute);
        await TrySendAsync(DynamoOperation.UpdateTimeToLive, request, null, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether it was done; false when it failed as somebody else's doing would make it.</returns>
    private async Task<bool> TrySendAsync(DynamoOperation operation, DynamoRequest request, DynamoErrorKind? expected, CancellationToken cancellationToken)
    {
        using var reply = await client.SendAsync(operation, request.Body, null, cancellationToken).ConfigureAwait(false);
        if (reply.Error is { } error && error.Kind != expected) throw Refused(operation, error);
        return reply.Error is null;
    }

    private static InvalidOperationException Refused(DynamoOperation operation, DynamoError error) =>
        new($"{operation} failed: {error.Code}: {error.Message}");
}
