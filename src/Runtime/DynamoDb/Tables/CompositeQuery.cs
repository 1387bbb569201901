using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>The parts of a query of an index of several key attributes: one condition for each attribute of the partition key.</summary>
internal sealed class CompositeQuery : IDisposable
{
    private readonly JsonDocument _partition;

    /// <param name="partition">A <see cref="GeekCafe.Keys.CompositeKey"/>.</param>
    public CompositeQuery(string partition) => _partition = JsonDocument.Parse(partition);

    /// <summary>Writes <c>#p0=:p0 AND #p1=:p1</c>.</summary>
    public void WriteCondition(Utf8JsonWriter json) =>
        json.WriteString("KeyConditionExpression"u8, string.Join(" AND ", Attributes.Select(static (_, i) => $"#p{i}=:p{i}")));

    public void WriteNames(Utf8JsonWriter json)
    {
        foreach (var (i, attribute) in Attributes.Index()) json.WriteString($"#p{i}", attribute.Name);
    }

    public void WriteValues(Utf8JsonWriter json)
    {
        foreach (var (i, attribute) in Attributes.Index())
        {
            json.WritePropertyName($":p{i}");
            attribute.Value.WriteTo(json);
        }
    }

    /// <summary>Writes the index's key attributes at a position.</summary>
    public void WriteStart(Utf8JsonWriter json, string sort)
    {
        foreach (var attribute in Attributes) attribute.WriteTo(json);
        using var values = JsonDocument.Parse(sort);
        foreach (var attribute in values.RootElement.EnumerateObject()) attribute.WriteTo(json);
    }

    /// <summary>The sort key of an item, as a <see cref="GeekCafe.Keys.CompositeKey"/>.</summary>
    /// <exception cref="JsonException">The item lacks an attribute of it.</exception>
    public static string Sort(in AttributeList item, IReadOnlyList<string> names)
    {
        using var key = DynamoRequest.Rent();
        key.Json.WriteStartObject();
        foreach (var name in names)
        {
            var value = item.ValueOf(ItemJson.Quoted(name));
            if (value.IsEmpty) throw new JsonException();
            key.Json.WritePropertyName(name);
            key.Json.WriteRawValue(value, skipInputValidation: true);
        }

        key.Json.WriteEndObject();
        return Encoding.UTF8.GetString(key.Since(0));
    }

    /// <inheritdoc/>
    public void Dispose() => _partition.Dispose();

    private JsonElement.ObjectEnumerator Attributes => _partition.RootElement.EnumerateObject();
}
