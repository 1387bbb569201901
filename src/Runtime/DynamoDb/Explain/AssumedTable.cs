using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeekCafe.DynamoDb;

/// <summary>The items a plan assumes, as the answers to reads, and what writes would make of them.</summary>
internal sealed class AssumedTable(IReadOnlyList<AssumedItem> items)
{
    /// <summary>The item that has the key of another, or of a key alone; null when none has.</summary>
    public JsonElement? Find(JsonElement key)
    {
        foreach (var each in items)
        {
            if (Same(each.Item, key, each.PartitionKey) && Same(each.Item, key, each.SortKey)) return each.Item;
        }

        return null;
    }

    /// <summary>The items a query reads. Of the sort key only a prefix is looked at.</summary>
    public List<JsonElement> Query(JsonElement request)
    {
        var partition = ExpressionText.Partition(request);
        var prefix = ExpressionText.Prefix(request);
        return [.. items.Select(static each => each.Item).Where(item =>
            partition is { } wanted && item.TryGetProperty(wanted.Attribute, out var value) && string.Equals(ExpressionText.Text(value), wanted.Value, StringComparison.Ordinal) &&
            (prefix is not { } beginning || (item.TryGetProperty(beginning.Attribute, out var sort) && sort.TryGetProperty("S"u8, out var text) &&
                text.GetString()!.StartsWith(beginning.Value, StringComparison.Ordinal))))];
    }

    /// <summary>
    /// What an update makes of an item: <c>SET name = :value</c> and <c>REMOVE name</c> are carried out; what computes from stored values leaves them
    /// as they are, which can make no difference in size beyond a few bytes.
    /// </summary>
    public static JsonElement Update(JsonElement? before, JsonElement request)
    {
        var after = before is { } item ? JsonObject.Create(item)! : JsonObject.Create(request.GetProperty("Key"u8))!;
        var expression = request.TryGetProperty("UpdateExpression"u8, out var text) ? text.GetString()! : "";
        request.TryGetProperty("ExpressionAttributeNames"u8, out var names);
        request.TryGetProperty("ExpressionAttributeValues"u8, out var values);
        var removing = expression.IndexOf("REMOVE ", StringComparison.Ordinal);
        var (set, remove) = removing < 0 ? (expression, "") : (expression[..removing], expression[(removing + 7)..]);
        foreach (var clause in set.Replace("SET ", "", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries))
        {
            if (clause.Split('=', StringSplitOptions.TrimEntries) is [var name, var value] && values.ValueKind == JsonValueKind.Object && values.TryGetProperty(value, out var found))
            {
                after[Name(name)] = JsonNode.Parse(found.GetRawText());
            }
        }

        foreach (var name in remove.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) after.Remove(Name(name));
        using var json = JsonDocument.Parse(after.ToJsonString());
        return json.RootElement.Clone();

        string Name(string placeholder) => names.ValueKind == JsonValueKind.Object && names.TryGetProperty(placeholder, out var name) ? name.GetString()! : placeholder;
    }

    private static bool Same(JsonElement item, JsonElement key, string attribute) =>
        item.TryGetProperty(attribute, out var own) && key.TryGetProperty(attribute, out var other) && JsonElement.DeepEquals(own, other);

    /// <summary>An item's size as DynamoDB counts it; 0 for none.</summary>
    public static int Size(JsonElement? item) => item is { } known ? ItemSize.Measure(Encoding.UTF8.GetBytes(known.GetRawText())) : 0;
}
