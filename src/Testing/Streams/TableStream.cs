using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Reads the stream of a table, shard by shard, by DynamoDB's Streams API: what Lambda does for a deployed function.</summary>
internal sealed class TableStream(DynamoClient client, string table)
{
    /// <summary>The stream's ARN.</summary>
    /// <exception cref="LocalDatabaseException">The table has no stream.</exception>
    public async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        using var reply = await SendAsync(DynamoOperation.DescribeTable, new() { ["TableName"] = table }, cancellationToken);
        return reply.RootElement.GetProperty("Table").TryGetProperty("LatestStreamArn", out var arn) && arn.GetString() is { } found
            ? found
            : throw new LocalDatabaseException($"The table {table} has no stream. Create it from a definition with HasStream = true.");
    }

    /// <summary>The shards, in the order in which they came to be.</summary>
    public async Task<IReadOnlyList<string>> ShardsAsync(string stream, CancellationToken cancellationToken)
    {
        var shards = new List<string>();
        string? after = null;
        do
        {
            var request = new Dictionary<string, string> { ["StreamArn"] = stream };
            if (after is not null) request["ExclusiveStartShardId"] = after;
            using var reply = await SendAsync(DynamoOperation.DescribeStream, request, cancellationToken);
            var description = reply.RootElement.GetProperty("StreamDescription");
            foreach (var shard in description.GetProperty("Shards").EnumerateArray()) shards.Add(shard.GetProperty("ShardId").GetString()!);
            after = description.TryGetProperty("LastEvaluatedShardId", out var last) ? last.GetString() : null;
        }
        while (after is not null);
        return shards;
    }

    /// <summary>All records of a shard that are there now, after a sequence number; from the oldest one if that is null, or is trimmed.</summary>
    public async Task<IReadOnlyList<StreamItem>> ReadAsync(string stream, string shard, string? after, CancellationToken cancellationToken)
    {
        var records = new List<StreamItem>();
        var iterator = await IteratorAsync(stream, shard, after, cancellationToken);
        while (iterator is not null)
        {
            using var reply = await SendAsync(DynamoOperation.GetRecords, new() { ["ShardIterator"] = iterator }, cancellationToken);
            var page = reply.RootElement.GetProperty("Records");
            foreach (var record in page.EnumerateArray()) records.Add(StreamItem.Of(record, stream));

            // An open shard has a next iterator for ever.
            if (page.GetArrayLength() == 0) break;
            iterator = reply.RootElement.TryGetProperty("NextShardIterator", out var next) ? next.GetString() : null;
        }

        return records;
    }

    private async Task<string?> IteratorAsync(string stream, string shard, string? after, CancellationToken cancellationToken)
    {
        var request = new Dictionary<string, string> { ["StreamArn"] = stream, ["ShardId"] = shard, ["ShardIteratorType"] = "TRIM_HORIZON" };
        if (after is not null) (request["ShardIteratorType"], request["SequenceNumber"]) = ("AFTER_SEQUENCE_NUMBER", after);
        using var reply = await TrySendAsync(DynamoOperation.GetShardIterator, request, "TrimmedDataAccessException", cancellationToken);
        if (reply is null) return after is null ? null : await IteratorAsync(stream, shard, null, cancellationToken);
        return reply.RootElement.TryGetProperty("ShardIterator", out var iterator) ? iterator.GetString() : null;
    }

    private async Task<JsonDocument> SendAsync(DynamoOperation operation, Dictionary<string, string> request, CancellationToken cancellationToken) =>
        (await TrySendAsync(operation, request, null, cancellationToken))!;

    /// <returns>The reply; null for the error that is expected.</returns>
    private async Task<JsonDocument?> TrySendAsync(
        DynamoOperation operation, Dictionary<string, string> request, string? expected, CancellationToken cancellationToken)
    {
        using var reply = await client.SendAsync(operation, JsonSerializer.SerializeToUtf8Bytes(request), null, cancellationToken);
        if (reply.Error is not { } error) return JsonDocument.Parse(reply.Body.ToArray(), new JsonDocumentOptions { MaxDepth = ItemJson.MaxDepth });
        return error.Code == expected ? null : throw new LocalDatabaseException($"{operation} failed: {error.Code}: {error.Message}");
    }
}
