using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Rules for reading DynamoDB's JSON.</summary>
internal static class ItemJson
{
    /// <summary>An item may nest 32 levels (developer guide, Quotas), each two of JSON, inside a reply's own few.</summary>
    public const int MaxDepth = 80;

    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>Moves from before an object to the value of one of its members; false, and nowhere of use, if there is none.</summary>
    public static bool MoveTo(ref Utf8JsonReader json, ReadOnlySpan<byte> member)
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals(member);
            json.Read();
            if (found) return true;
            json.Skip();
        }

        return false;
    }

    /// <summary>What a map begins with in the compact JSON that writers here produce.</summary>
    public static ReadOnlySpan<byte> MapStart => "{\"M\":{"u8;

    /// <summary>The object of a value that begins with <see cref="MapStart"/>.</summary>
    public static ReadOnlySpan<byte> InsideOfMap(ReadOnlySpan<byte> value) => value[(MapStart.Length - 1)..^1];

    /// <summary>The text of an attribute value <c>{"S":"..."}</c> or <c>{"N":"..."}</c>; null for anything else.</summary>
    public static string? Text(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return null;
        var json = Reader(value);
        json.Read();
        if (!json.Read() || !(json.ValueTextEquals("S"u8) || json.ValueTextEquals("N"u8))) return null;
        json.Read();
        return json.TokenType == JsonTokenType.String ? json.GetString() : null;
    }

    /// <summary>Whether an attribute value <c>{"SS":["..."]}</c> or <c>{"L":[{"S":"..."}]}</c> holds the text; false for anything else.</summary>
    public static bool Holds(ReadOnlySpan<byte> value, string text)
    {
        if (value.IsEmpty) return false;
        var json = Reader(value);
        json.Read();
        if (!json.Read()) return false;
        var isSet = json.ValueTextEquals("SS"u8);
        if (!isSet && !json.ValueTextEquals("L"u8)) return false;
        json.Read();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (isSet ? json.ValueTextEquals(text) : IsText(ref json, text)) return true;
        }

        return false;
    }

    /// <summary>Whether the element that begins here is that text; moves to its end.</summary>
    private static bool IsText(ref Utf8JsonReader json, string text)
    {
        json.Read();
        var isText = json.ValueTextEquals("S"u8);
        json.Read();
        isText = isText && json.TokenType == JsonTokenType.String && json.ValueTextEquals(text);
        json.Skip();
        json.Read();
        return isText;
    }

    /// <summary>Writes the name of a member from its form in JSON, quotes included.</summary>
    public static void WriteName(Utf8JsonWriter json, ReadOnlySpan<byte> quoted)
    {
        if (!quoted.Contains((byte)'\\'))
        {
            json.WritePropertyName(quoted[1..^1]);
            return;
        }

        var reader = Reader(quoted);
        reader.Read();
        json.WritePropertyName(reader.GetString()!);
    }

    /// <summary>The bytes between a string's quotes as they would be written for this name; names of attributes are plain ASCII.</summary>
    public static byte[] Quoted(string name) => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(name)}\"");
}
