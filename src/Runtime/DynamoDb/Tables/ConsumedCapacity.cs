using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>What a request consumed of a table or of one index.</summary>
/// <param name="Operation">The request's operation.</param>
/// <param name="Table">The table.</param>
/// <param name="Index">The index, or null for the table itself.</param>
/// <param name="ReadUnits">Read units: 4 KB each, or 8 KB for reads that are eventually consistent.</param>
/// <param name="WriteUnits">Write units: 1 KB each.</param>
public readonly record struct ConsumedCapacity(DynamoOperation Operation, string Table, string? Index, double ReadUnits, double WriteUnits)
{
    /// <summary>Reports what a reply says: one entry for each table, in batches and transactions a list of them.</summary>
    internal static void Report(DynamoOperation operation, ReadOnlySpan<byte> reply, Action<ConsumedCapacity> observer)
    {
        var json = ItemJson.Reader(reply);
        if (!ItemJson.MoveTo(ref json, "ConsumedCapacity"u8)) return;
        using var document = JsonDocument.ParseValue(ref json);
        var consumed = document.RootElement;
        if (consumed.ValueKind == JsonValueKind.Object) ReportTable(operation, consumed, observer);
        if (consumed.ValueKind != JsonValueKind.Array) return;
        foreach (var table in consumed.EnumerateArray()) ReportTable(operation, table, observer);
    }

    private static void ReportTable(DynamoOperation operation, JsonElement consumed, Action<ConsumedCapacity> observer)
    {
        var name = consumed.TryGetProperty("TableName"u8, out var table) ? table.GetString() ?? "" : "";
        var hasIndexes = ReportIndexes("GlobalSecondaryIndexes") | ReportIndexes("LocalSecondaryIndexes");
        if (consumed.TryGetProperty("Table"u8, out var own)) observer(Of(own, null));
        else if (!hasIndexes) observer(Of(consumed, null));

        bool ReportIndexes(string kind)
        {
            if (!consumed.TryGetProperty(kind, out var indexes) || indexes.ValueKind != JsonValueKind.Object) return false;
            foreach (var index in indexes.EnumerateObject()) observer(Of(index.Value, index.Name));
            return true;
        }

        ConsumedCapacity Of(JsonElement units, string? index)
        {
            var total = Units(units, "CapacityUnits") ?? 0;
            var isWrite = operation.IsWrite();
            return new(operation, name, index, Units(units, "ReadCapacityUnits") ?? (isWrite ? 0 : total), Units(units, "WriteCapacityUnits") ?? (isWrite ? total : 0));
        }
    }

    private static double? Units(JsonElement part, string name) =>
        part.TryGetProperty(name, out var units) && units.ValueKind == JsonValueKind.Number ? units.GetDouble() : null;
}
