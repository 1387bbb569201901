using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>What a handler answers: status, a few headers, a body in UTF-8. Reused by a worker for every invocation.</summary>
/// <remarks>
/// Answer with JSON: <c>var json = response.BeginJson(201);</c>, write one value, return. Answer with an error:
/// <c>response.WriteError(error, request.RequestId)</c>.
/// </remarks>
public sealed class ApiResponse : IDisposable
{
    // JSON is never put into HTML by us and always typed as JSON, so escaping for HTML would only make it longer.
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly List<KeyValuePair<string, string>> _headers = [];
    private Utf8JsonWriter? _json;

    /// <summary>The HTTP status. Default 200.</summary>
    public int StatusCode { get; set; } = 200;

    /// <summary>The body's bytes; none when nothing is written.</summary>
    public PooledBuffer Body { get; } = new();

    /// <summary>Headers in the order they were set; names are lower case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>Sets a header, replacing an earlier value.</summary>
    /// <param name="name">The name; it is written in lower case.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">A control character in name or value: it would end the header and begin another.</exception>
    public void SetHeader(string name, string value)
    {
        if (HasControl(name) || HasControl(value)) throw new ArgumentException("A header may not hold control characters.", nameof(value));
        name = name.ToLowerInvariant();
        for (var i = 0; i < _headers.Count; i++)
        {
            if (!string.Equals(_headers[i].Key, name, StringComparison.Ordinal)) continue;
            _headers[i] = new(name, value);
            return;
        }

        _headers.Add(new(name, value));
    }

    /// <summary>Removes a header if it is set.</summary>
    /// <param name="name">The name in lower case.</param>
    public void RemoveHeader(string name)
    {
        for (var i = 0; i < _headers.Count; i++)
        {
            if (!string.Equals(_headers[i].Key, name, StringComparison.Ordinal)) continue;
            _headers.RemoveAt(i);
            return;
        }
    }

    /// <summary>Whether a header is set.</summary>
    /// <param name="name">The name in lower case.</param>
    public bool HasHeader(string name)
    {
        foreach (var header in _headers)
        {
            if (string.Equals(header.Key, name, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Begins a JSON body: replaces what was written and gives the worker's writer, so that none is allocated.</summary>
    /// <param name="statusCode">The HTTP status. Default 200.</param>
    /// <returns>A writer on <see cref="Body"/>. It need not be flushed or disposed, and may not be kept.</returns>
    public Utf8JsonWriter BeginJson(int statusCode = 200)
    {
        StatusCode = statusCode;
        Body.Truncate(0);
        SetHeader("content-type", "application/json");
        if (_json is null) _json = new Utf8JsonWriter(Body, JsonOptions);
        else _json.Reset();
        return _json;
    }

    /// <summary>
    /// Answers with an error: its status and <c>{"error","errorCode","details"?,"requestId"}</c>. Replaces what was written.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The request's id, for the client to quote.</param>
    public void WriteError(ServiceError error, string requestId)
    {
        // Headers that speak of a resource would be untrue of an error.
        RemoveHeader("etag");
        RemoveHeader("location");
        var json = BeginJson(error.Code.HttpStatus());
        json.WriteStartObject();
        json.WriteString("error"u8, error.Message);
        json.WriteString("errorCode"u8, error.Code.WireName());
        if (error.Details.Count > 0)
        {
            json.WriteStartObject("details"u8);
            foreach (var (member, problem) in error.Details) json.WriteString(member, problem);
            json.WriteEndObject();
        }

        json.WriteString("requestId"u8, requestId);
        json.WriteEndObject();
    }

    /// <summary>Back to an empty 200.</summary>
    public void Clear()
    {
        StatusCode = 200;
        _headers.Clear();
        _json?.Reset();
        Body.Clear();
    }

    /// <summary>Brings everything written into <see cref="Body"/>.</summary>
    internal void Complete() => _json?.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _json?.Reset();
        Body.Dispose();
    }

    private static bool HasControl(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0 || text.Contains('\u007f');
}
