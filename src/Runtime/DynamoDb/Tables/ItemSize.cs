using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The size of an item as DynamoDB counts it (developer guide, "DynamoDB item sizes and formats"): names and texts in bytes of UTF-8,
/// numbers about a byte for two digits, binary in raw bytes, a byte for null and boolean, three for a list or map and one for each entry.
/// </summary>
internal static class ItemSize
{
    /// <summary>400 KB, names included (developer guide, Quotas). DynamoDB stores 409,600 bytes and refuses 409,601.</summary>
    public const int Max = 400 * 1024;

    /// <summary>Whether DynamoDB will take the item as far as its size goes.</summary>
    /// <param name="item">The item's JSON.</param>
    public static bool Fits(ReadOnlySpan<byte> item) =>
        // The JSON is never shorter than what it stands for, so only large items need to be counted.
        item.Length <= Max || Measure(item) <= Max;

    /// <summary>The item's size in bytes.</summary>
    public static int Measure(ReadOnlySpan<byte> item)
    {
        var json = ItemJson.Reader(item);
        json.Read();
        return Entries(ref json, perEntry: 0);
    }

    private static int Entries(ref Utf8JsonReader json, int perEntry)
    {
        var size = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            size += TextBytes(ref json) + perEntry;
            json.Read();
            size += Value(ref json);
        }

        return size;
    }

    /// <summary>Measures one value; the reader goes from its first brace to its last.</summary>
    private static int Value(ref Utf8JsonReader json)
    {
        json.Read();
        var tag = json.ValueSpan;
        json.Read();
        var size = tag switch
        {
            [(byte)'S'] => TextBytes(ref json),
            [(byte)'N'] => NumberBytes(json.ValueSpan),
            [(byte)'B'] => Base64Bytes(json.ValueSpan),
            [(byte)'M'] => 3 + Entries(ref json, perEntry: 1),
            [(byte)'L'] => 3 + Elements(ref json),
            [var kind, (byte)'S'] => SetElements(ref json, kind),
            _ => 1,
        };
        json.Read();
        return size;
    }

    private static int Elements(ref Utf8JsonReader json)
    {
        var size = 0;
        while (json.Read() && json.TokenType == JsonTokenType.StartObject) size += 1 + Value(ref json);
        return size;
    }

    private static int SetElements(ref Utf8JsonReader json, byte kind)
    {
        var size = 0;
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            size += kind switch
            {
                (byte)'S' => TextBytes(ref json),
                (byte)'N' => NumberBytes(json.ValueSpan),
                _ => Base64Bytes(json.ValueSpan),
            };
        }

        return size;
    }

    private static int TextBytes(ref Utf8JsonReader json) =>
        json.ValueIsEscaped ? global::System.Text.Encoding.UTF8.GetByteCount(json.GetString()!) : json.ValueSpan.Length;

    private static int NumberBytes(ReadOnlySpan<byte> digits) => ((digits.Length + 1) / 2) + 1;

    private static int Base64Bytes(ReadOnlySpan<byte> text) => text.Length / 4 * 3 - (text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0);
}
