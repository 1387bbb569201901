using System.Collections.Immutable;
using System.Text.Json;

namespace GeekCafe.Json;

/// <summary>Writes the value of one element of a collection.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate void ApiValueWriter<in T>(ApiWriter json, T value);

/// <summary>Writes values as the API shows them: <c>json.Name("title"u8).Value(Title)</c>. Formats are those of docs/types.md.</summary>
public readonly partial struct ApiWriter
{
    /// <summary>Whether the next value is the name of an entry.</summary>
    private readonly bool _isName;

    /// <summary>A writer of values.</summary>
    /// <param name="json">Where to write.</param>
    public ApiWriter(Utf8JsonWriter json) => Json = json;

    private ApiWriter(Utf8JsonWriter json, bool isName) => (Json, _isName) = (json, isName);

    /// <summary>The writer beneath.</summary>
    public Utf8JsonWriter Json { get; }

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

    /// <summary>A nested record as an object.</summary>
    public void Document<T>(T document) where T : IDocument<T>
    {
        Json.WriteStartObject();
        document.WriteJson(this);
        Json.WriteEndObject();
    }

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

    /// <summary>An array; a default one counts as empty.</summary>
    public void List<T>(ImmutableArray<T> values, ApiValueWriter<T> writeValue) => List<T>(values.IsDefault ? [] : values.AsEnumerable(), writeValue);

    /// <summary>A set of texts as an array.</summary>
    public void Set(IEnumerable<string> values) => Set(values, static (json, value) => json.Value(value));

    /// <summary>A set as an array.</summary>
    public void Set<T>(IEnumerable<T> values, ApiValueWriter<T> writeValue) => List(StableOrder.Of(values), writeValue);

    /// <summary>A dictionary as an object.</summary>
    public void Map<T>(IEnumerable<KeyValuePair<string, T>> entries, ApiValueWriter<T> writeValue) =>
        Map(entries, static (json, name) => json.Value(name), writeValue);

    /// <summary>A dictionary whose names are no plain texts as an object.</summary>
    public void Map<TKey, T>(IEnumerable<KeyValuePair<TKey, T>> entries, ApiValueWriter<TKey> writeName, ApiValueWriter<T> writeValue)
        where TKey : notnull
    {
        Json.WriteStartObject();
        foreach (var (name, value) in StableOrder.Of(entries))
        {
            writeName(new(Json, isName: true), name);
            writeValue(this, value);
        }

        Json.WriteEndObject();
    }
}
