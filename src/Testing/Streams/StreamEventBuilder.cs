using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Testing;

/// <summary>Gathers changes and writes them as Lambda sends a batch of a DynamoDB stream. Made by <see cref="LambdaEvents.Stream"/>.</summary>
public sealed class StreamEventBuilder
{
    private const string Source = "arn:aws:dynamodb:us-east-1:000000000000:table/test/stream/2026-01-01T00:00:00.000";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Action<Utf8JsonWriter>> _records = [];
    private long _sequenceNumber = 100_000_000_000_000_000;

    internal StreamEventBuilder()
    {
    }

    /// <summary>A resource was created.</summary>
    public StreamEventBuilder Created<T>(T resource) where T : class, IResource<T> => Change(null, resource);

    /// <summary>A resource was changed: also a delete and a restore.</summary>
    public StreamEventBuilder Updated<T>(T old, T resource) where T : class, IResource<T> => Change(old, resource);

    /// <summary>A resource's item was removed.</summary>
    public StreamEventBuilder Removed<T>(T old) where T : class, IResource<T> => Change(old, null);

    /// <summary>DynamoDB removed a resource's item whose time was over.</summary>
    public StreamEventBuilder Expired<T>(T old) where T : class, IResource<T> => Item(Image(old), null, byService: true);

    /// <summary>A change of any item.</summary>
    /// <param name="oldImage">The item before in DynamoDB's JSON, such as <c>{"pk":{"S":"..."},...}</c>; null if it is new.</param>
    /// <param name="newImage">The item after; null if it is gone.</param>
    /// <param name="byService">Whether DynamoDB did it: expiry.</param>
    public StreamEventBuilder Item(string? oldImage, string? newImage, bool byService = false)
    {
        if (oldImage is null && newImage is null) throw new ArgumentException("A change has an old image, a new one, or both.");
        var number = (_sequenceNumber++).ToString(CultureInfo.InvariantCulture);
        return Record(json => Write(json, number, oldImage, newImage, byService));
    }

    /// <summary>A record as it is given, whatever it is.</summary>
    public StreamEventBuilder Record(string json) => Record(writer => writer.WriteRawValue(json, skipInputValidation: true));

    /// <summary>The event in UTF-8.</summary>
    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            json.WriteStartArray("Records");
            foreach (var record in _records) record(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>A resource's item in DynamoDB's JSON, as a service stores it.</summary>
    public static string Image<T>(T resource) where T : class, IResource<T>
    {
        ArgumentNullException.ThrowIfNull(resource);
        using var item = ItemUpdate.Write(resource);
        using var json = JsonDocument.Parse(item.Since(0).ToArray());
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            writer.WriteStartObject();
            foreach (var attribute in json.RootElement.EnumerateObject()) attribute.WriteTo(writer);
            Text(writer, T.Definition.Names.Type, T.Definition.TypeName);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private StreamEventBuilder Change<T>(T? old, T? resource) where T : class, IResource<T> =>
        Item(old is null ? null : Image(old), resource is null ? null : Image(resource));

    private StreamEventBuilder Record(Action<Utf8JsonWriter> record)
    {
        _records.Add(record);
        return this;
    }

    private static void Write(Utf8JsonWriter json, string number, string? oldImage, string? newImage, bool byService)
    {
        json.WriteStartObject();
        json.WriteString("eventID", $"test-{number}");
        json.WriteString("eventName", oldImage is null ? "INSERT" : newImage is null ? "REMOVE" : "MODIFY");
        json.WriteString("eventVersion", "1.1");
        json.WriteString("eventSource", "aws:dynamodb");
        json.WriteString("awsRegion", "us-east-1");
        if (byService)
        {
            json.WriteStartObject("userIdentity");
            json.WriteString("type", "Service");
            json.WriteString("principalId", "dynamodb.amazonaws.com");
            json.WriteEndObject();
        }

        json.WriteStartObject("dynamodb");
        json.WriteNumber("ApproximateCreationDateTime", 1_767_225_600);
        json.WritePropertyName("Keys");
        Keys(json, newImage ?? oldImage!);
        Raw(json, "NewImage", newImage);
        Raw(json, "OldImage", oldImage);
        json.WriteString("SequenceNumber", number);
        json.WriteNumber("SizeBytes", (oldImage?.Length ?? 0) + (newImage?.Length ?? 0));
        json.WriteString("StreamViewType", "NEW_AND_OLD_IMAGES");
        json.WriteEndObject();
        json.WriteString("eventSourceARN", Source);
        json.WriteEndObject();
    }

    private static void Keys(Utf8JsonWriter json, string image)
    {
        using var item = JsonDocument.Parse(image);
        json.WriteStartObject();
        foreach (var attribute in item.RootElement.EnumerateObject())
        {
            if (attribute.Name is "pk" or "sk") attribute.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter json, string name, string? image)
    {
        if (image is null) return;
        json.WritePropertyName(name);
        json.WriteRawValue(image);
    }

    private static void Text(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject(name);
        json.WriteString("S", value);
        json.WriteEndObject();
    }
}
