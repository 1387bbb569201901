using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Between records and the AWS SDK's attribute maps, for code that talks to DynamoDB by itself. Goes through the same JSON as everything
/// else, so there is one format.
/// </summary>
public static class AttributeMap
{
    /// <summary>The item as the SDK's types, keys included.</summary>
    public static Dictionary<string, AttributeValue> From<T>(T resource) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(resource);
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            resource.WriteItem(new ItemWriter(json));
            json.WriteEndObject();
        }

        var reader = ItemJson.Reader(buffer.WrittenSpan);
        reader.Read();
        return ReadMap(ref reader);
    }

    /// <summary>The record that an item of the SDK's types holds.</summary>
    /// <exception cref="ItemFormatException">An attribute is missing or of the wrong type.</exception>
    public static T To<T>(Dictionary<string, AttributeValue> item) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(item);
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer)) WriteMap(json, item);
        var reader = ItemJson.Reader(buffer.WrittenSpan);
        reader.Read();
        var items = new ItemReader(reader);
        return T.ReadItem(ref items);
    }

    private static Dictionary<string, AttributeValue> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            map[name] = ReadValue(ref reader);
        }

        return map;
    }

    private static AttributeValue ReadValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        var tag = reader.GetString();
        reader.Read();
        var value = tag switch
        {
            "S" => new AttributeValue { S = reader.GetString() },
            "N" => new AttributeValue { N = reader.GetString() },
            "BOOL" => new AttributeValue { BOOL = reader.GetBoolean() },
            "NULL" => new AttributeValue { NULL = true },
            "B" => new AttributeValue { B = new MemoryStream(reader.GetBytesFromBase64()) },
            "M" => new AttributeValue { M = ReadMap(ref reader) },
            "L" => new AttributeValue { L = ReadList(ref reader) },
            "NS" => new AttributeValue { NS = ReadTexts(ref reader) },
            "BS" => new AttributeValue { BS = ReadBinaries(ref reader) },
            _ => new AttributeValue { SS = ReadTexts(ref reader) },
        };
        reader.Read();
        return value;
    }

    private static List<AttributeValue> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<AttributeValue>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) list.Add(ReadValue(ref reader));
        return list;
    }

    private static List<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) texts.Add(reader.GetString()!);
        return texts;
    }

    private static List<MemoryStream> ReadBinaries(ref Utf8JsonReader reader)
    {
        var binaries = new List<MemoryStream>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) binaries.Add(new MemoryStream(reader.GetBytesFromBase64()));
        return binaries;
    }

    private static void WriteMap(Utf8JsonWriter json, Dictionary<string, AttributeValue> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        if (value.S is not null) json.WriteString("S"u8, value.S);
        else if (value.N is not null) json.WriteString("N"u8, value.N);
        else if (value.BOOL is { } flag) json.WriteBoolean("BOOL"u8, flag);
        else if (value.NULL == true) json.WriteBoolean("NULL"u8, true);
        else if (value.B is not null) json.WriteBase64String("B"u8, value.B.ToArray());
        else if (value.M is not null) WriteNamed(json, "M"u8, value.M);
        else if (value.SS is not null) WriteTexts(json, "SS"u8, value.SS);
        else if (value.NS is not null) WriteTexts(json, "NS"u8, value.NS);
        else if (value.BS is not null) WriteBinaries(json, value.BS);
        else WriteList(json, value.L ?? []);
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, ReadOnlySpan<byte> tag, Dictionary<string, AttributeValue> map)
    {
        json.WritePropertyName(tag);
        WriteMap(json, map);
    }

    private static void WriteList(Utf8JsonWriter json, List<AttributeValue> list)
    {
        json.WriteStartArray("L"u8);
        foreach (var value in list) WriteValue(json, value);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> tag, List<string> texts)
    {
        json.WriteStartArray(tag);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteBinaries(Utf8JsonWriter json, List<MemoryStream> binaries)
    {
        json.WriteStartArray("BS"u8);
        foreach (var binary in binaries) json.WriteBase64StringValue(binary.ToArray());
        json.WriteEndArray();
    }
}
