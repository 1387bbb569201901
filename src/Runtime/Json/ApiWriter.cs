using System.Text.Json;

namespace GeekCafe.Json;

/// <summary>Writes the value of one element of a collection.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate void ApiValueWriter<in T>(ApiWriter json, T value);

/// <summary>Writes values as the API shows them: <c>json.Name("title"u8).Value(Title)</c>. Formats are those of docs/types.md.</summary>
/// <param name="json">Where to write.</param>
public readonly struct ApiWriter(Utf8JsonWriter json)
{
    /// <summary>The writer beneath.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>Begins a member.</summary>
    public ApiWriter Name(ReadOnlySpan<byte> name)
    {
        Json.WritePropertyName(name);
        return this;
    }

    /// <summary>Begins an entry of a dictionary.</summary>
    public ApiWriter Name(string name)
    {
        Json.WritePropertyName(name);
        return this;
    }

    /// <summary>Begins an object.</summary>
    public void StartObject() => Json.WriteStartObject();

    /// <summary>Ends an object.</summary>
    public void EndObject() => Json.WriteEndObject();

    /// <summary>A null.</summary>
    public void Null() => Json.WriteNullValue();

    /// <summary>A text.</summary>
    public void Value(string value) => Json.WriteStringValue(value);

    /// <summary>A text that is ASCII by construction.</summary>
    public void Text8(ReadOnlySpan<byte> value) => Json.WriteStringValue(value);

    /// <summary>A boolean.</summary>
    public void Value(bool value) => Json.WriteBooleanValue(value);

    /// <summary>A whole number.</summary>
    public void Value(int value) => Json.WriteNumberValue(value);

    /// <summary>A whole number.</summary>
    public void Value(long value) => Json.WriteNumberValue(value);

    /// <summary>A whole number.</summary>
    public void Value(ulong value) => Json.WriteNumberValue(value);

    /// <summary>A number.</summary>
    public void Value(decimal value) => Json.WriteNumberValue(value);

    /// <summary>A number.</summary>
    public void Value(double value) => Json.WriteNumberValue(value);

    /// <summary>A number.</summary>
    public void Value(float value) => Json.WriteNumberValue(value);

    /// <summary>A Guid as 36 characters.</summary>
    public void Value(Guid value) => Json.WriteStringValue(value);

    /// <summary>A time in UTC (RFC 3339).</summary>
    public void Value(DateTime value) => Json.WriteStringValue(Times.ToUtc(value));

    /// <summary>A time with its offset (RFC 3339).</summary>
    public void Value(DateTimeOffset value) => Json.WriteStringValue(value);

    /// <summary>A date as yyyy-MM-dd (RFC 3339 full-date).</summary>
    public void Value(DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, "O", global::System.Globalization.CultureInfo.InvariantCulture);
        Json.WriteStringValue(text[..length]);
    }

    /// <summary>A time of day as HH:mm:ss[.fffffff].</summary>
    public void Value(TimeOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out var length, value.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "O",
            global::System.Globalization.CultureInfo.InvariantCulture);
        Json.WriteStringValue(text[..length]);
    }

    /// <summary>A duration as [-][d.]hh:mm:ss[.fffffff].</summary>
    public void Value(TimeSpan value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "c", global::System.Globalization.CultureInfo.InvariantCulture);
        Json.WriteStringValue(text[..length]);
    }

    /// <summary>An address as it was written.</summary>
    public void Value(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Json.WriteStringValue(value.OriginalString);
    }

    /// <summary>Bytes in base64.</summary>
    public void Value(byte[] value) => Json.WriteBase64StringValue(value);

    /// <summary>A number that is digits by construction.</summary>
    public void Number8(ReadOnlySpan<byte> digits) => Json.WriteRawValue(digits, skipInputValidation: true);

    /// <summary>A free-form value, its numbers digit by digit; null if there is no value at all.</summary>
    public void Value(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) Json.WriteNullValue();
        else value.WriteTo(Json);
    }

    /// <summary>An array.</summary>
    public void List<T>(IEnumerable<T> values, ApiValueWriter<T> writeValue)
    {
        Json.WriteStartArray();
        foreach (var value in values) writeValue(this, value);
        Json.WriteEndArray();
    }

    /// <summary>A set of texts as an array.</summary>
    public void Set(IEnumerable<string> values)
    {
        Json.WriteStartArray();
        foreach (var value in values) Json.WriteStringValue(value);
        Json.WriteEndArray();
    }

    /// <summary>A nested record as an object.</summary>
    public void Document<T>(T document) where T : IDocument<T>
    {
        Json.WriteStartObject();
        document.WriteJson(this);
        Json.WriteEndObject();
    }

    /// <summary>A dictionary as an object.</summary>
    public void Map<T>(IEnumerable<KeyValuePair<string, T>> entries, ApiValueWriter<T> writeValue)
    {
        Json.WriteStartObject();
        foreach (var (key, value) in entries) writeValue(Name(key), value);
        Json.WriteEndObject();
    }
}
