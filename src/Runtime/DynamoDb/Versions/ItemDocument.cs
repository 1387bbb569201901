using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The attributes of a stored item of an older version, to be brought into the next version's form by a method marked
/// <see cref="UpcastAttribute"/>. Names are those in the table. What says whose the item is (keys, tenant, version, deletion and the service's own
/// attributes) can be read and not be changed.
/// </summary>
public sealed class ItemDocument
{
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "pk", "sk", "id", ServiceAttributes.TenantId, ServiceAttributes.Version, ServiceAttributes.DeletedAt,
        ServiceAttributes.Type, ServiceAttributes.WriteToken, ServiceAttributes.BodyHash, ServiceAttributes.SchemaVersion,
    };

    private readonly bool _isItem;
    private readonly List<(string Name, byte[] Value)> _attributes = [];

    private ItemDocument(bool isItem) => _isItem = isItem;

    /// <summary>The names of all attributes.</summary>
    public IEnumerable<string> Names => _attributes.Select(static attribute => attribute.Name);

    /// <summary>Whether there is such an attribute, be it NULL.</summary>
    public bool Has(string name) => Find(name) >= 0;

    /// <summary>A text; null if there is none.</summary>
    /// <exception cref="ItemFormatException">The attribute is neither <c>S</c> nor NULL.</exception>
    public string? Text(string name) => Value(name, "S"u8) is { } value ? value.GetString() : null;

    /// <summary>A number; null if there is none.</summary>
    /// <exception cref="ItemFormatException">The attribute is neither <c>N</c> nor NULL, or not a decimal.</exception>
    public decimal? Number(string name) =>
        Value(name, "N"u8) is not { } value ? null
        : decimal.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ItemFormatException($"Attribute '{name}' is not a decimal.");

    /// <summary>A truth value; null if there is none.</summary>
    /// <exception cref="ItemFormatException">The attribute is neither <c>BOOL</c> nor NULL.</exception>
    public bool? Boolean(string name) => Value(name, "BOOL"u8)?.GetBoolean();

    /// <summary>A value of any type in DynamoDB's JSON, such as <c>{"L":[{"S":"a"}]}</c>; null if there is none.</summary>
    public string? Raw(string name) => Find(name) is >= 0 and var at ? Encoding.UTF8.GetString(_attributes[at].Value) : null;

    /// <summary>Sets a text.</summary>
    public void SetText(string name, string value) => Set(name, item => item.Value(value));

    /// <summary>Sets a number.</summary>
    public void SetNumber(string name, decimal value) => Set(name, item => item.Value(value));

    /// <summary>Sets a truth value.</summary>
    public void SetBoolean(string name, bool value) => Set(name, item => item.Value(value));

    /// <summary>Sets a value of any type.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="dynamoJson">The value in DynamoDB's JSON, such as <c>{"L":[{"S":"a"}]}</c>.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public void SetRaw(string name, string dynamoJson)
    {
        var reader = ItemJson.Reader(Encoding.UTF8.GetBytes(dynamoJson));
        reader.Read();
        Put(name, Copy(ref reader));
    }

    /// <summary>Gives an attribute another name, in place of one that has it; false if there is no such attribute.</summary>
    public bool Rename(string from, string to)
    {
        if (Find(from) is not (>= 0 and var at)) return false;
        var value = _attributes[at].Value;
        Remove(from);
        Put(to, value);
        return true;
    }

    /// <summary>Removes an attribute; false if there is no such attribute.</summary>
    public bool Remove(string name)
    {
        Demand(name);
        if (Find(name) is not (>= 0 and var at)) return false;
        _attributes.RemoveAt(at);
        return true;
    }

    /// <summary>Changes what is inside a nested record or dictionary; begins an empty one if there is none.</summary>
    /// <exception cref="ItemFormatException">The attribute is no map.</exception>
    public void Change(string name, Action<ItemDocument> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var nested = new ItemDocument(isItem: false);
        if (Find(name) is >= 0 and var at)
        {
            var value = _attributes[at].Value;
            if (!value.AsSpan().StartsWith(ItemJson.MapStart)) throw new ItemFormatException($"Attribute '{name}' is not M.");
            var reader = ItemJson.Reader(ItemJson.InsideOfMap(value));
            reader.Read();
            nested.Fill(ref reader);
        }

        change(nested);
        Put(name, [.. "{\"M\":"u8, .. nested.ToJson(), (byte)'}']);
    }

    /// <summary>Reads from the first brace of an item, or from its last token read, to its end.</summary>
    internal static ItemDocument Read(ref Utf8JsonReader json)
    {
        var document = new ItemDocument(isItem: true);
        document.Fill(ref json);
        return document;
    }

    /// <summary>The attributes as they are now, in the form in which updates compare them.</summary>
    internal byte[] ToJson() => Written(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in _attributes)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }

        json.WriteEndObject();
    });

    private void Fill(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            _attributes.Add((name, Copy(ref json)));
        }
    }

    private static byte[] Copy(ref Utf8JsonReader json)
    {
        using var value = JsonDocument.ParseValue(ref json);
        var element = value.RootElement;
        return Written(element.WriteTo);
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer, DynamoRequest.Options)) write(json);
        return buffer.WrittenSpan.ToArray();
    }

    private JsonElement? Value(string name, ReadOnlySpan<byte> tag)
    {
        if (Find(name) is not (>= 0 and var at)) return null;
        var reader = ItemJson.Reader(_attributes[at].Value);
        using var value = JsonDocument.ParseValue(ref reader);
        if (value.RootElement.TryGetProperty("NULL"u8, out _)) return null;
        return value.RootElement.TryGetProperty(tag, out var found) ? found.Clone() : throw new ItemFormatException($"Attribute '{name}' is not {Encoding.UTF8.GetString(tag)}.");
    }

    private void Set(string name, Action<ItemWriter> write) => Put(name, Written(json => write(new ItemWriter(json))));

    private void Put(string name, byte[] value)
    {
        Demand(name);
        if (Find(name) is >= 0 and var at) _attributes[at] = (name, value);
        else _attributes.Add((name, value));
    }

    private void Demand(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_isItem && Fixed.Contains(name)) throw new ItemFormatException($"An upcaster must not change the attribute '{name}'.");
    }

    private int Find(string name) => _attributes.FindIndex(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal));
}
