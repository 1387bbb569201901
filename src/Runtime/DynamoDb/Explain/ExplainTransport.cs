using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Answers requests from assumed items, and notes what each would cost.</summary>
internal sealed class ExplainTransport(string tableName, TableDefinition? definition, IReadOnlyList<AssumedItem> items) : IDynamoTransport
{
    private readonly AssumedTable _table = new(items);
    private readonly List<ExplainedStep> _steps = [];
    private readonly Lock _lock = new();

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<ExplainedStep> Steps
    {
        get
        {
            lock (_lock) return [.. _steps];
        }
    }

    /// <inheritdoc/>
    public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(request, new JsonDocumentOptions { MaxDepth = ItemJson.MaxDepth });
        var body = document.RootElement.Clone();
        var buffer = new PooledBuffer();
        using (var reply = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = ItemJson.MaxDepth }))
        {
            reply.WriteStartObject();
            var step = operation switch
            {
                DynamoOperation.GetItem => Get(body, reply),
                DynamoOperation.Query => Query(body, reply),
                DynamoOperation.BatchGetItem => BatchGet(body, reply),
                DynamoOperation.TransactGetItems => TransactGet(body, reply),
                DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem => Write(operation, [(operation, body)], body, factor: 1),
                DynamoOperation.BatchWriteItem => Write(operation, [.. Batched(body)], body, factor: 1),
                DynamoOperation.TransactWriteItems => Write(operation, [.. Transacted(body)], body, factor: 2),
                _ => new ExplainedStep(operation, null, null, null, null, 0, 0, body),
            };
            reply.WriteEndObject();
            lock (_lock) _steps.Add(step);
        }

        return new(DynamoReply.Success(buffer));
    }

    /// <inheritdoc/>
    public ValueTask WarmUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private ExplainedStep Get(JsonElement body, Utf8JsonWriter reply)
    {
        var item = _table.Find(body.GetProperty("Key"u8));
        WriteItem(reply, item);
        return new ExplainedStep(DynamoOperation.GetItem, null, null, null, null, CapacityUnits.Read(AssumedTable.Size(item), IsConsistent(body)), 0, body) { Items = 1 };
    }

    private ExplainedStep Query(JsonElement body, Utf8JsonWriter reply)
    {
        var found = _table.Query(body);
        reply.WriteStartArray("Items"u8);
        foreach (var item in found) item.WriteTo(reply);
        reply.WriteEndArray();
        var index = body.TryGetProperty("IndexName"u8, out var name) ? name.GetString() : null;
        return new ExplainedStep(DynamoOperation.Query, index, ExpressionText.Of(body, "KeyConditionExpression"), ExpressionText.Of(body, "FilterExpression"), null,
            CapacityUnits.Read(found.Sum(static item => AssumedTable.Size(item)), IsConsistent(body)), 0, body);
    }

    private ExplainedStep BatchGet(JsonElement body, Utf8JsonWriter reply)
    {
        var asked = body.GetProperty("RequestItems"u8).GetProperty(tableName);
        var found = asked.GetProperty("Keys"u8).EnumerateArray().Select(_table.Find).ToList();
        reply.WriteStartObject("Responses"u8);
        reply.WriteStartArray(tableName);
        foreach (var item in found) item?.WriteTo(reply);
        reply.WriteEndArray();
        reply.WriteEndObject();
        var units = found.Sum(item => CapacityUnits.Read(AssumedTable.Size(item), IsConsistent(asked)));
        return new ExplainedStep(DynamoOperation.BatchGetItem, null, null, null, null, units, 0, body) { Items = found.Count };
    }

    private ExplainedStep TransactGet(JsonElement body, Utf8JsonWriter reply)
    {
        var found = body.GetProperty("TransactItems"u8).EnumerateArray().Select(each => _table.Find(each.GetProperty("Get"u8).GetProperty("Key"u8))).ToList();
        reply.WriteStartArray("Responses"u8);
        foreach (var item in found)
        {
            reply.WriteStartObject();
            WriteItem(reply, item);
            reply.WriteEndObject();
        }

        reply.WriteEndArray();
        var units = found.Sum(static item => CapacityUnits.Read(AssumedTable.Size(item), consistent: true)) * 2;
        return new ExplainedStep(DynamoOperation.TransactGetItems, null, null, null, null, units, 0, body) { Items = found.Count };
    }

    private ExplainedStep Write(DynamoOperation operation, List<(DynamoOperation Operation, JsonElement Body)> writes, JsonElement body, double factor)
    {
        double units = 0;
        var indexes = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var conditions = new List<string>();
        foreach (var (kind, write) in writes)
        {
            if (ExpressionText.Of(write, "ConditionExpression") is { } condition) conditions.Add(condition);
            var before = _table.Find(write.TryGetProperty("Key"u8, out var key) ? key : write.GetProperty("Item"u8));
            JsonElement? after = kind switch
            {
                DynamoOperation.PutItem => write.GetProperty("Item"u8),
                DynamoOperation.UpdateItem => AssumedTable.Update(before, write),
                DynamoOperation.DeleteItem => null,
                _ => before,
            };
            units += CapacityUnits.Write(before, after) * factor;
            foreach (var index in definition?.Indexes ?? [])
            {
                if (CapacityUnits.Index(index, before, after) * factor is > 0 and var more) indexes[index.Name] = indexes.GetValueOrDefault(index.Name) + more;
            }
        }

        return new ExplainedStep(operation, null, null, null, conditions.Count == 0 ? null : string.Join('\n', conditions), 0, units + indexes.Values.Sum(), body)
        {
            Items = writes.Count,
            IndexWriteUnits = indexes,
        };
    }

    private IEnumerable<(DynamoOperation, JsonElement)> Batched(JsonElement body) =>
        from entry in body.GetProperty("RequestItems"u8).GetProperty(tableName).EnumerateArray()
        from write in entry.EnumerateObject()
        select (write.NameEquals("PutRequest"u8) ? DynamoOperation.PutItem : DynamoOperation.DeleteItem, write.Value);

    private static IEnumerable<(DynamoOperation, JsonElement)> Transacted(JsonElement body) =>
        from entry in body.GetProperty("TransactItems"u8).EnumerateArray()
        from action in entry.EnumerateObject()
        select (action.Name switch
        {
            "Put" => DynamoOperation.PutItem,
            "Update" => DynamoOperation.UpdateItem,
            "Delete" => DynamoOperation.DeleteItem,
            _ => DynamoOperation.GetItem,
        }, action.Value);

    private static bool IsConsistent(JsonElement body) => body.TryGetProperty("ConsistentRead"u8, out var consistent) && consistent.GetBoolean();

    private static void WriteItem(Utf8JsonWriter reply, JsonElement? item)
    {
        if (item is not { } known) return;
        reply.WritePropertyName("Item"u8);
        known.WriteTo(reply);
    }
}
