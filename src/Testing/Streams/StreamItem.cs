using System.Text.Encodings.Web;
using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>A record of a stream, as Lambda sends it.</summary>
/// <param name="SequenceNumber">Where in its shard it is.</param>
/// <param name="Json">The record in UTF-8.</param>
internal sealed record StreamItem(string SequenceNumber, byte[] Json)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = ItemJson.MaxDepth };

    /// <summary>
    /// A record of the Streams API. Lambda's differs in two things: it names the stream, and the members of <c>userIdentity</c> begin with small
    /// letters.
    /// </summary>
    public static StreamItem Of(JsonElement record, string stream)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            foreach (var member in record.EnumerateObject())
            {
                if (member.Name == "userIdentity" && member.Value.ValueKind == JsonValueKind.Object) Identity(json, member.Value);
                else member.WriteTo(json);
            }

            json.WriteString("eventSourceARN", stream);
            json.WriteEndObject();
        }

        return new(record.GetProperty("dynamodb").GetProperty(nameof(SequenceNumber)).GetString()!, bytes.ToArray());
    }

    /// <summary>The event of a batch.</summary>
    public static byte[] Event(IEnumerable<StreamItem> batch)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            foreach (var record in batch) json.WriteRawValue(record.Json, skipInputValidation: true);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Identity(Utf8JsonWriter json, JsonElement identity)
    {
        json.WriteStartObject("userIdentity");
        foreach (var member in identity.EnumerateObject()) json.WriteString(char.ToLowerInvariant(member.Name[0]) + member.Name[1..], member.Value.GetString());
        json.WriteEndObject();
    }
}
