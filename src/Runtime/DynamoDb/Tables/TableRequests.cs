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

    /// <summary>A table with on-demand capacity, text keys, and indexes that hold all attributes.</summary>
    public static DynamoRequest Create(string table, TableDefinition definition)
    {
        var request = DynamoRequest.For(table);
        var json = request.Json;
        json.WriteString("BillingMode"u8, "PAY_PER_REQUEST"u8);
        Attributes(json, definition);
        KeySchema(json, definition.PartitionKey, definition.SortKey);
        if (definition.Indexes.Count > 0)
        {
            json.WriteStartArray("GlobalSecondaryIndexes"u8);
            foreach (var index in definition.Indexes)
            {
                json.WriteStartObject();
                json.WriteString("IndexName"u8, index.Name);
                KeySchema(json, index.PartitionKey, index.SortKey);
                json.WriteStartObject("Projection"u8);
                json.WriteString("ProjectionType"u8, "ALL"u8);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        return request;
    }

    private static void Attributes(Utf8JsonWriter json, TableDefinition definition)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { definition.PartitionKey, definition.SortKey };
        foreach (var index in definition.Indexes)
        {
            names.Add(index.PartitionKey);
            names.Add(index.SortKey);
        }

        json.WriteStartArray("AttributeDefinitions"u8);
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("AttributeName"u8, name);
            json.WriteString("AttributeType"u8, "S"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void KeySchema(Utf8JsonWriter json, string partition, string sort)
    {
        json.WriteStartArray("KeySchema"u8);
        Key(json, partition, "HASH"u8);
        Key(json, sort, "RANGE"u8);
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
