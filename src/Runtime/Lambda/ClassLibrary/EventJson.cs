using System.Globalization;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>Writes the parts of event objects as the events had them, for generated code. What is null is left out, as gateways leave it out.</summary>
public static class EventJson
{
    /// <summary>Writes a text.</summary>
    public static void Text(Utf8JsonWriter json, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (value is not null) json.WriteString(name, value);
    }

    /// <summary>Writes texts.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string>? values)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (values is null) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes texts by name.</summary>
    public static void Map(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>>? map)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (map is null) return;
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            if (value is not null) json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes several texts to a name. Where there are none, the map of single ones counts.</summary>
    public static void MultiMap(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, IList<string>>>? map)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (map?.Any() != true) return;
        json.WriteStartObject(name);
        foreach (var (key, values) in map) Texts(json, key, values);
        json.WriteEndObject();
    }

    /// <summary>Writes values by name: texts, numbers, booleans, JSON elements, and lists and maps of these. What is none of these is left out.</summary>
    public static void Values(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, object>>? map)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (map is null) return;
        json.WriteStartObject(name);
        Members(json, map);
        json.WriteEndObject();
    }

    /// <summary>Writes what a Lambda or user pool authorizer of a REST API said.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="context">All that it said, by name.</param>
    /// <param name="claims">
    /// The claims of a user pool as texts. They stand in for what the context has as <c>claims</c>, if that is of a type of another serializer than
    /// System.Text.Json, or if it has none.
    /// </param>
    public static void Authorizer(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, object>>? context, IEnumerable<KeyValuePair<string, string>>? claims)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (context is null) return;
        var hasClaims = false;
        json.WriteStartObject(name);
        foreach (var (key, value) in context)
        {
            var isClaims = key == "claims";
            if (isClaims && value is not (null or string or JsonElement or bool)) continue;
            hasClaims |= isClaims;
            Member(json, key, value);
        }

        if (!hasClaims && claims?.Any() == true) Map(json, "claims", claims);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> map)
    {
        foreach (var (key, value) in map) Member(json, key, value);
    }

    private static void Member(Utf8JsonWriter json, string name, object? value)
    {
        if (!IsKnown(value)) return;
        json.WritePropertyName(name);
        Value(json, value);
    }

    private static bool IsKnown(object? value) => value is null or string or bool or JsonElement { ValueKind: not JsonValueKind.Undefined } or IEnumerable<KeyValuePair<string, object>> or IEnumerable<object>
        or int or long or double or decimal or float or short or byte;

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case IEnumerable<KeyValuePair<string, object>> map:
                json.WriteStartObject();
                Members(json, map);
                json.WriteEndObject();
                break;
            case IEnumerable<object> list:
                json.WriteStartArray();
                foreach (var element in list) Value(json, IsKnown(element) ? element : null);
                json.WriteEndArray();
                break;
            case IFormattable number:
                json.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
