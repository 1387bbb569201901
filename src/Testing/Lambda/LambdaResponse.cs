using System.Text;
using System.Text.Json;

namespace GeekCafe.Testing;

/// <summary>Reads the answer to an HTTP event, whichever kind of event it answers.</summary>
public sealed class LambdaResponse
{
    private LambdaResponse(int statusCode, IReadOnlyDictionary<string, string> headers, byte[] body) =>
        (StatusCode, Headers, BodyBytes) = (statusCode, headers, body);

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>Headers by name in any case; several values are joined with a comma and a space.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body, decoded. Empty when there is none.</summary>
    public ReadOnlyMemory<byte> BodyBytes { get; }

    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(BodyBytes.Span);

    /// <summary>The body as JSON.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(BodyBytes);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The <c>errorCode</c> of an error body, or null.</summary>
    public string? ErrorCode => StatusCode >= 400 && Json.TryGetProperty("errorCode", out var code) ? code.GetString() : null;

    /// <summary>The <c>id</c> of a resource's body.</summary>
    public string Id => Text("id");

    /// <summary>The <c>items</c> of a list's body.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>The ids of a list's items, in order.</summary>
    public IReadOnlyList<string> Ids => [.. Items.Select(static item => item.GetProperty("id").GetString()!)];

    /// <summary>The <c>cursor</c> of a list's body; null on the last page.</summary>
    public string? Cursor => Json.GetProperty("cursor").GetString();

    /// <summary>The <c>results</c> of a batch's body, one for each entry, in order.</summary>
    public IReadOnlyList<JsonElement> Results => [.. Json.GetProperty("results").EnumerateArray()];

    /// <summary>The <c>ETag</c> header with its quotes, to be sent back as <c>If-Match</c>. Null when there is none.</summary>
    public string? ETag => Header("etag");

    /// <summary>A text member of the body.</summary>
    /// <exception cref="KeyNotFoundException">There is no such member; the body says what came instead.</exception>
    public string Text(string member) => Json.TryGetProperty(member, out var value)
        ? value.GetString()!
        : throw new KeyNotFoundException($"The answer {StatusCode} has no {member}: {Body}");

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">What the function answered: JSON in UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">It has no <c>statusCode</c>, so a gateway would not take it as an HTTP answer.</exception>
    public static LambdaResponse Parse(ReadOnlyMemory<byte> answer)
    {
        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (root.TryGetProperty("headers", out var single))
        {
            foreach (var header in single.EnumerateObject()) headers[header.Name] = header.Value.GetString()!;
        }

        if (root.TryGetProperty("multiValueHeaders", out var multiple))
        {
            foreach (var header in multiple.EnumerateObject())
            {
                headers[header.Name] = string.Join(", ", header.Value.EnumerateArray().Select(static value => value.GetString()));
            }
        }

        var text = root.TryGetProperty("body", out var body) ? body.GetString() ?? "" : "";
        var isBase64 = root.TryGetProperty("isBase64Encoded", out var flag) && flag.GetBoolean();
        return new(root.GetProperty("statusCode").GetInt32(), headers, isBase64 ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Status and body, for the messages of failed assertions.</summary>
    public override string ToString() => $"{StatusCode} {Body}";
}
