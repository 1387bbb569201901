using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Writes requests about tables as a whole.</summary>
internal static class TableRequests
{
    public static DynamoRequest Named(string table)
    {
        var request = DynamoRequest.For(table);
        request.Json.WriteEndObject();
        return request;
    }

    /// <summary>A table with on-demand capacity.</summary>
    public static DynamoRequest Create(string table, TableDefinition definition)
    {
        var request = DynamoRequest.For(table);
        var json = request.Json;
        json.WriteString("BillingMode"u8, "PAY_PER_REQUEST"u8);
        Attributes(json, KeysOf(definition));
        KeySchema(json, [new KeyElement(definition.PartitionKey)], [new KeyElement(definition.SortKey)]);
        Indexes(json, "GlobalSecondaryIndexes"u8, definition.Indexes.Where(static index => !index.IsLocal));
        Indexes(json, "LocalSecondaryIndexes"u8, definition.Indexes.Where(static index => index.IsLocal));
        if (definition.HasStream) Stream(json);
        json.WriteEndObject();
        return request;
    }

    /// <summary>Adds a global index. DynamoDB wants the types of the new index's attributes only; giving all does no harm and is what it describes.</summary>
    public static DynamoRequest AddIndex(string table, TableDefinition definition, IndexDefinition index)
    {
        var request = DynamoRequest.For(table);
        Attributes(request.Json, [new KeyElement(definition.PartitionKey), new KeyElement(definition.SortKey), .. index.PartitionAttributes, .. index.SortAttributes]);
        Update(request.Json, "Create"u8, json => Index(json, index));
        return request;
    }

    public static DynamoRequest RemoveIndex(string table, string index)
    {
        var request = DynamoRequest.For(table);
        Update(request.Json, "Delete"u8, json =>
        {
            json.WriteStartObject();
            json.WriteString("IndexName"u8, index);
            json.WriteEndObject();
        });
        return request;
    }

    public static DynamoRequest EnableStream(string table)
    {
        var request = DynamoRequest.For(table);
        Stream(request.Json);
        request.Json.WriteEndObject();
        return request;
    }

    public static DynamoRequest EnableTimeToLive(string table, string attribute)
    {
        var request = DynamoRequest.For(table);
        var json = request.Json;
        json.WriteStartObject("TimeToLiveSpecification"u8);
        json.WriteString("AttributeName"u8, attribute);
        json.WriteBoolean("Enabled"u8, true);
        json.WriteEndObject();
        json.WriteEndObject();
        return request;
    }

    /// <summary>Every key attribute of the table and its indexes, once.</summary>
    public static IEnumerable<KeyElement> KeysOf(TableDefinition definition) =>
    [
        new KeyElement(definition.PartitionKey), new KeyElement(definition.SortKey),
        .. definition.Indexes.SelectMany(static index => index.PartitionAttributes.Concat(index.SortAttributes)),
    ];

    /// <summary>A type as DynamoDB calls it.</summary>
    public static string Symbol(KeyAttributeType type) => type switch
    {
        KeyAttributeType.Number => "N",
        KeyAttributeType.Binary => "B",
        _ => "S",
    };

    /// <summary>A projection as DynamoDB calls it.</summary>
    public static string Symbol(IndexProjection projection) => projection switch
    {
        IndexProjection.KeysOnly => "KEYS_ONLY",
        IndexProjection.Include => "INCLUDE",
        _ => "ALL",
    };

    private static void Update(Utf8JsonWriter json, ReadOnlySpan<byte> action, Action<Utf8JsonWriter> write)
    {
        json.WriteStartArray("GlobalSecondaryIndexUpdates"u8);
        json.WriteStartObject();
        json.WritePropertyName(action);
        write(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Indexes(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<IndexDefinition> indexes)
    {
        var all = indexes.ToArray();
        if (all.Length == 0) return;
        json.WriteStartArray(name);
        foreach (var index in all) Index(json, index);
        json.WriteEndArray();
    }

    private static void Index(Utf8JsonWriter json, IndexDefinition index)
    {
        json.WriteStartObject();
        json.WriteString("IndexName"u8, index.Name);
        KeySchema(json, index.PartitionAttributes, index.SortAttributes);
        json.WriteStartObject("Projection"u8);
        json.WriteString("ProjectionType"u8, Symbol(index.Projection));
        if (index.Include.Count > 0)
        {
            json.WriteStartArray("NonKeyAttributes"u8);
            foreach (var attribute in index.Include) json.WriteStringValue(attribute);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Stream(Utf8JsonWriter json)
    {
        json.WriteStartObject("StreamSpecification"u8);
        json.WriteBoolean("StreamEnabled"u8, true);
        json.WriteString("StreamViewType"u8, "NEW_AND_OLD_IMAGES"u8);
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json, IEnumerable<KeyElement> keys)
    {
        json.WriteStartArray("AttributeDefinitions"u8);
        foreach (var key in keys.DistinctBy(static key => key.Name))
        {
            json.WriteStartObject();
            json.WriteString("AttributeName"u8, key.Name);
            json.WriteString("AttributeType"u8, Symbol(key.Type));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void KeySchema(Utf8JsonWriter json, IReadOnlyList<KeyElement> partition, IReadOnlyList<KeyElement> sort)
    {
        json.WriteStartArray("KeySchema"u8);
        foreach (var key in partition) Key(json, key.Name, "HASH"u8);
        foreach (var key in sort) Key(json, key.Name, "RANGE"u8);
        json.WriteEndArray();
    }

    private static void Key(Utf8JsonWriter json, string name, ReadOnlySpan<byte> kind)
    {
        json.WriteStartObject();
        json.WriteString("AttributeName"u8, name);
        json.WriteString("KeyType"u8, kind);
        json.WriteEndObject();
    }
}
