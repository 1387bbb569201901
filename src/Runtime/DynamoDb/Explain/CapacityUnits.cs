using System.Text.Json;
using System.Text.Json.Nodes;

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

    /// <summary>Write units of an index: of what it holds of the item.</summary>
    public static double Index(IndexDefinition index, JsonElement? before, JsonElement? after)
    {
        var (old, next) = (Project(index, before), Project(index, after));
        if (old is null && next is null) return 0;
        if (next is null) return Kilobytes(AssumedTable.Size(old));
        if (old is null) return Kilobytes(AssumedTable.Size(next));
        if (!SameKey(index, old.Value, next.Value)) return Kilobytes(AssumedTable.Size(old)) + Kilobytes(AssumedTable.Size(next));
        return JsonElement.DeepEquals(old.Value, next.Value) ? 0 : Write(old, next);
    }

    private static double Kilobytes(int bytes) => Math.Max(1, (bytes + 1023) / 1024);

    private static IEnumerable<string> Keys(IndexDefinition index) =>
        index.PartitionAttributes.Concat(index.SortAttributes).Select(static key => key.Name);

    /// <summary>What an index holds of an item; null when the item is not in it. Without the table's keys it is a few bytes short.</summary>
    private static JsonElement? Project(IndexDefinition index, JsonElement? item)
    {
        if (item is not { } whole || !Keys(index).All(key => whole.TryGetProperty(key, out _))) return null;
        if (index.Projection == IndexProjection.All) return whole;
        var held = JsonObject.Create(whole)!;
        foreach (var member in whole.EnumerateObject())
        {
            if (!Keys(index).Contains(member.Name, StringComparer.Ordinal) && !index.Include.Contains(member.Name, StringComparer.Ordinal)) held.Remove(member.Name);
        }

        using var json = JsonDocument.Parse(held.ToJsonString());
        return json.RootElement.Clone();
    }

    private static bool SameKey(IndexDefinition index, JsonElement before, JsonElement after) =>
        Keys(index).All(key => JsonElement.DeepEquals(before.GetProperty(key), after.GetProperty(key)));
}
