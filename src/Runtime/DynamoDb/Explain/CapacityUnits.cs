using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Units by the developer guide, "DynamoDB read and write operations" and "Using Global Secondary Indexes": reads of 4 KB, half if eventually
/// consistent; writes of 1 KB; transactions twice; an index pays for each entry it loses, gains or changes.
/// </summary>
internal static class CapacityUnits
{
    /// <summary>Read units of one item, or of a query's items together. Reading nothing costs as much as reading little.</summary>
    public static double Read(int bytes, bool consistent) => Math.Max(1, (bytes + 4095) / 4096) * (consistent ? 1 : 0.5);

    /// <summary>Write units of one item: of its larger form.</summary>
    public static double Write(JsonElement? before, JsonElement? after) => Kilobytes(Math.Max(AssumedTable.Size(before), AssumedTable.Size(after)));

    /// <summary>Write units of an index that holds all attributes.</summary>
    public static double Index(IndexDefinition index, JsonElement? before, JsonElement? after)
    {
        var (old, next) = (Holds(index, before), Holds(index, after));
        if (!old && !next) return 0;
        if (!next) return Kilobytes(AssumedTable.Size(before));
        if (!old) return Kilobytes(AssumedTable.Size(after));
        if (!SameKey(index, before!.Value, after!.Value)) return Kilobytes(AssumedTable.Size(before)) + Kilobytes(AssumedTable.Size(after));
        return JsonElement.DeepEquals(before.Value, after.Value) ? 0 : Math.Max(Kilobytes(AssumedTable.Size(before)), Kilobytes(AssumedTable.Size(after)));
    }

    private static double Kilobytes(int bytes) => Math.Max(1, (bytes + 1023) / 1024);

    private static bool Holds(IndexDefinition index, JsonElement? item) =>
        item is { } known && known.TryGetProperty(index.PartitionKey, out _) && known.TryGetProperty(index.SortKey, out _);

    private static bool SameKey(IndexDefinition index, JsonElement before, JsonElement after) =>
        JsonElement.DeepEquals(before.GetProperty(index.PartitionKey), after.GetProperty(index.PartitionKey)) &&
        JsonElement.DeepEquals(before.GetProperty(index.SortKey), after.GetProperty(index.SortKey));
}
