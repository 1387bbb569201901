using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Makes tables from the generated definition: on-demand capacity, string keys, indexes that project everything.</summary>
public static class TableSetup
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Creates the table if it is absent, and the indexes it lacks if it is there.</summary>
    /// <param name="transport">Where to.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="table">Its keys and indexes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalDatabaseException">The database refuses, or the table exists with other keys.</exception>
    public static async Task EnsureAsync(
        IDynamoTransport transport, string name, TableDefinition table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(table);
        var request = CreateTable(name, table);
        var created = await TrySendAsync(transport, DynamoOperation.CreateTable, request, DynamoErrorKind.InUse, cancellationToken);
        if (!created) await AddIndexesAsync(transport, name, table, cancellationToken);
        await DescribeWhenActiveAsync(transport, name, cancellationToken);
    }

    /// <summary>Deletes the table if it is there.</summary>
    public static async Task DeleteAsync(IDynamoTransport transport, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transport);
        await TrySendAsync(transport, DynamoOperation.DeleteTable, Named(name), DynamoErrorKind.NotFound, cancellationToken);
    }

    private static async Task AddIndexesAsync(IDynamoTransport transport, string name, TableDefinition table, CancellationToken cancellationToken)
    {
        var present = await DescribeWhenActiveAsync(transport, name, cancellationToken);
        if (!HasKeys(present, table.PartitionKey, table.SortKey))
        {
            throw new LocalDatabaseException($"The table {name} exists with other keys than the definition's.");
        }

        foreach (var index in table.Indexes)
        {
            var same = Indexes(present).FirstOrDefault(each => each.GetProperty("IndexName").GetString() == index.Name);
            if (same.ValueKind is JsonValueKind.Undefined)
            {
                // DynamoDB builds one index at a time.
                await TrySendAsync(transport, DynamoOperation.UpdateTable, CreateIndex(name, index), null, cancellationToken);
                await DescribeWhenActiveAsync(transport, name, cancellationToken);
            }
            else if (!HasKeys(same, index.PartitionKey, index.SortKey))
            {
                throw new LocalDatabaseException($"The index {index.Name} of table {name} exists with other keys than the definition's.");
            }
        }
    }

    private static async Task<JsonElement> DescribeWhenActiveAsync(IDynamoTransport transport, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var reply = await transport.SendAsync(DynamoOperation.DescribeTable, Named(name), cancellationToken);
            if (reply.Error is { } error) throw Refused(DynamoOperation.DescribeTable, error);
            using var json = JsonDocument.Parse(reply.Body);
            var table = json.RootElement.GetProperty("Table");
            if (IsActive(table, "TableStatus") && Indexes(table).All(static index => IsActive(index, "IndexStatus"))) return table.Clone();
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static async Task<bool> TrySendAsync(IDynamoTransport transport, DynamoOperation operation, ReadOnlyMemory<byte> request,
        DynamoErrorKind? expected, CancellationToken cancellationToken)
    {
        using var reply = await transport.SendAsync(operation, request, cancellationToken);
        if (reply.Error is { } error && error.Kind != expected) throw Refused(operation, error);
        return reply.Error is null;
    }

    private static LocalDatabaseException Refused(DynamoOperation operation, DynamoError error) =>
        new($"{operation} failed: {error.Code}: {error.Message}");

    private static bool IsActive(JsonElement description, string member) =>
        !description.TryGetProperty(member, out var status) || status.ValueEquals("ACTIVE");

    private static JsonElement.ArrayEnumerator Indexes(JsonElement table) =>
        table.TryGetProperty("GlobalSecondaryIndexes", out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : default;

    private static bool HasKeys(JsonElement description, string partitionKey, string sortKey) =>
        description.GetProperty("KeySchema").EnumerateArray().Select(static key => key.GetProperty("AttributeName").GetString())
            .SequenceEqual([partitionKey, sortKey]);

    private static byte[] Named(string name) => JsonSerializer.SerializeToUtf8Bytes(new { TableName = name });

    private static byte[] CreateTable(string name, TableDefinition table)
    {
        var indexes = table.Indexes.Select(Index).ToArray();
        var keys = table.Indexes.SelectMany(static index => new[] { index.PartitionKey, index.SortKey });
        var request = new Dictionary<string, object>
        {
            ["TableName"] = name,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["AttributeDefinitions"] = Attributes([table.PartitionKey, table.SortKey, .. keys]),
            ["KeySchema"] = KeySchema(table.PartitionKey, table.SortKey),
        };
        if (indexes.Length > 0) request["GlobalSecondaryIndexes"] = indexes;
        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    private static byte[] CreateIndex(string name, IndexDefinition index) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        TableName = name,
        AttributeDefinitions = Attributes([index.PartitionKey, index.SortKey]),
        GlobalSecondaryIndexUpdates = new[] { new { Create = Index(index) } },
    });

    private static object Index(IndexDefinition index) => new
    {
        IndexName = index.Name,
        KeySchema = KeySchema(index.PartitionKey, index.SortKey),
        Projection = new { ProjectionType = "ALL" },
    };

    private static object[] Attributes(IEnumerable<string> names) =>
        [.. names.Distinct().Select(static name => new { AttributeName = name, AttributeType = "S" })];

    private static object[] KeySchema(string partitionKey, string sortKey) =>
        [new { AttributeName = partitionKey, KeyType = "HASH" }, new { AttributeName = sortKey, KeyType = "RANGE" }];
}
