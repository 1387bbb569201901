using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>A table as DynamoDB describes it.</summary>
internal sealed class TableDescription
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    private TableDescription(JsonElement table)
    {
        foreach (var attribute in Array(table, "AttributeDefinitions")) _types[Text(attribute, "AttributeName")] = Text(attribute, "AttributeType");
        IsActive = Text(table, "TableStatus") == "ACTIVE";
        (Partition, Sort) = Keys(table);
        Indexes = [.. Array(table, "GlobalSecondaryIndexes").Select(index => Index(index, isLocal: false)), .. Array(table, "LocalSecondaryIndexes").Select(index => Index(index, isLocal: true))];
        HasStream = table.TryGetProperty("StreamSpecification", out var stream) && stream.ValueKind == JsonValueKind.Object
            && stream.TryGetProperty("StreamEnabled", out var on) && on.ValueKind == JsonValueKind.True && Text(stream, "StreamViewType") == "NEW_AND_OLD_IMAGES";
    }

    /// <summary>Whether the table itself can be used and changed.</summary>
    public bool IsActive { get; }

    /// <summary>The partition key, as <see cref="KeyText"/> writes it.</summary>
    public string Partition { get; }

    /// <summary>The sort key, as <see cref="KeyText"/> writes it.</summary>
    public string Sort { get; }

    public IReadOnlyList<DescribedIndex> Indexes { get; }

    /// <summary>Whether changes are streamed, with the item before and after.</summary>
    public bool HasStream { get; }

    /// <summary>Reads the answer to a DescribeTable.</summary>
    public static TableDescription Read(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return new TableDescription(json.RootElement.GetProperty("Table"));
    }

    /// <summary>The attribute that expires items, in the answer to a DescribeTimeToLive; null if none does.</summary>
    public static string? ReadTimeToLive(ReadOnlyMemory<byte> body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("TimeToLiveDescription", out var description) && Text(description, "TimeToLiveStatus") is "ENABLED" or "ENABLING"
            ? Text(description, "AttributeName") : null;
    }

    /// <summary>A key's attributes and their types, such as <c>tenant_id (S), floor (N)</c>.</summary>
    public static string KeyText(IEnumerable<KeyElement> key) => string.Join(", ", key.Select(static each => $"{each.Name} ({TableRequests.Symbol(each.Type)})"));

    private DescribedIndex Index(JsonElement index, bool isLocal)
    {
        var (partition, sort) = Keys(index);
        var projection = index.TryGetProperty("Projection", out var described) ? described : default;
        var include = projection.ValueKind == JsonValueKind.Object ? Array(projection, "NonKeyAttributes").Select(static each => each.GetString() ?? "") : [];
        return new(Text(index, "IndexName"), isLocal, partition, sort, projection.ValueKind == JsonValueKind.Object ? Text(projection, "ProjectionType") : "",
            [.. include.Order(StringComparer.Ordinal)], Text(index, "IndexStatus") is "ACTIVE" or "");
    }

    private (string Partition, string Sort) Keys(JsonElement described)
    {
        var keys = Array(described, "KeySchema").Select(key => (Kind: Text(key, "KeyType"), Text: Described(Text(key, "AttributeName")))).ToArray();
        return (Of("HASH"), Of("RANGE"));

        string Of(string kind) => string.Join(", ", keys.Where(key => key.Kind == kind).Select(static key => key.Text));
    }

    private string Described(string attribute) => $"{attribute} ({_types.GetValueOrDefault(attribute, "?")})";

    private static string Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString() ?? "" : "";

    private static JsonElement.ArrayEnumerator Array(JsonElement element, string member) =>
        element.TryGetProperty(member, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : default;
}

/// <summary>An index as DynamoDB describes it; local ones have no state of their own.</summary>
internal sealed record DescribedIndex(string Name, bool IsLocal, string Partition, string Sort, string Projection, IReadOnlyList<string> Include, bool IsActive);
