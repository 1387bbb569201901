using System.Buffers.Text;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>An HTTP request as an event described it, whichever kind of event that was.</summary>
/// <remarks>
/// Reused by a worker: it and everything got from it except strings is valid during the invocation only. Values are decoded when asked for.
/// </remarks>
public sealed partial class ApiRequest
{
    private readonly List<KeyValuePair<string, string>> _query = [];
    private readonly List<string> _routeValues = [];
    private IReadOnlyList<string> _routeNames = [];

    internal ApiRequest()
    {
    }

    /// <summary>Which kind of event it came in.</summary>
    public EventKind Kind { get; internal set; }

    /// <summary>The HTTP method as sent; methods are case-sensitive (RFC 9110, 9.1).</summary>
    public string Method { get; internal set; } = "";

    /// <summary>The path, decoded once, without the stage.</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The gateway's request id, for logs and error bodies; the invocation's when the event has none.</summary>
    public string RequestId { get; internal set; } = "";

    /// <summary>When the invocation ends. UTC.</summary>
    public DateTimeOffset? Deadline { get; internal set; }

    /// <summary>
    /// The body in UTF-8, decoded from text or base64. Empty when there is none, and for methods whose bodies mean nothing (GET, HEAD,
    /// DELETE, OPTIONS). Valid during the invocation.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>Query parameters in order, decoded; a name may occur more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    internal LambdaEvent Event { get; } = new();

    internal InvocationContext Invocation { get; private set; } = InvocationContext.None;

    /// <summary>What is wrong with the request as a whole, or null.</summary>
    internal ServiceError? Problem { get; private set; }

    /// <summary>The path as the event has it, without the stage: what routes are matched against.</summary>
    internal string RawPath { get; private set; } = "";

    /// <summary>Whether segments of <see cref="RawPath"/> still need decoding.</summary>
    internal bool HasEncodedPath { get; private set; }

    /// <summary>A route parameter, decoded once. Null when the route has none of that name.</summary>
    public string? RouteValue(string name)
    {
        for (var i = 0; i < _routeNames.Count; i++)
        {
            if (string.Equals(_routeNames[i], name, StringComparison.Ordinal)) return _routeValues[i];
        }

        return null;
    }

    /// <summary>A route parameter as a value of a type: invariant text, as the type parses it.</summary>
    /// <param name="name">Its name in the route.</param>
    /// <param name="value">The value.</param>
    /// <returns>False when the route has no such parameter or its text is no such value.</returns>
    public bool TryGetRouteValue<T>(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) where T : ISpanParsable<T>
    {
        value = default;
        return RouteValue(name) is { } text && T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A header, by name in any case. Several values are joined with a comma and a space. Null when absent.</summary>
    public string? Header(string name) => Event.Header(name, out _);

    /// <summary>The worker's list of parameter values, emptied for a new match.</summary>
    internal List<string> BeginRoute()
    {
        _routeNames = [];
        _routeValues.Clear();
        return _routeValues;
    }

    /// <summary>Names the values of the match, in order.</summary>
    internal void SetRoute(IReadOnlyList<string> names) => _routeNames = names;

    /// <summary>Forgets the invocation, so that nothing of it is reachable from the next.</summary>
    internal void Clear()
    {
        Event.Reset(default);
        Invocation = InvocationContext.None;
        (Kind, Method, Path, RawPath, RequestId, Deadline, Body, Problem) = (EventKind.Unknown, "", "", "", "", null, default, null);
        _query.Clear();
        _routeValues.Clear();
        _routeNames = [];
    }

    /// <summary>Fills the request from the event that has been read. The body comes later, when somebody may have it.</summary>
    internal void Load(InvocationContext invocation, string? basePath)
    {
        var json = Event.Json.Span;
        ref var members = ref Event.Members;
        Kind = Event.Kind;
        Invocation = invocation;
        Deadline = invocation.Deadline;
        RequestId = members.RequestId.GetString(json) is { Length: > 0 } id ? id : invocation.RequestId;
        Method = MethodText(json, members.ContextMethod.IsPresent && Kind is EventKind.HttpV2 or EventKind.FunctionUrl
            ? members.ContextMethod
            : members.HttpMethod);

        if (!TryLoadPath(json, basePath))
        {
            Problem = new(ErrorCode.InvalidParameter, "The path is not percent-encoded UTF-8 that begins with a slash.");
        }
        else if (!QueryReader.TryRead(Event, _query))
        {
            Problem = new(ErrorCode.InvalidParameter,
                $"The query is not percent-encoded UTF-8, or has more than {QueryReader.MaxParameters} parameters.");
        }
    }

    private bool TryLoadPath(ReadOnlySpan<byte> json, string? basePath)
    {
        ref var members = ref Event.Members;
        var slice = Kind is EventKind.HttpV2 or EventKind.FunctionUrl ? members.RawPath : members.Path;
        if (!slice.TryGetString(json, out var path) || !path.StartsWith('/')) return false;
        HasEncodedPath = Event.HasEncodedPath;

        // HTTP APIs put a named stage in front of the path; REST APIs keep it in requestContext.path only.
        if (!HasEncodedPath && members.Stage.GetString(json) is { Length: > 0 } stage and not "$default") path = Strip(path, stage);
        if (basePath is not null) path = Strip(path, basePath);
        RawPath = Path = path;
        if (HasEncodedPath && path.Contains('%'))
        {
            if (!PercentEncoding.TryDecode(path, plusIsSpace: false, out var decoded)) return false;
            Path = decoded;
        }
        else
        {
            HasEncodedPath = false;
        }

        return true;
    }

    /// <summary>Removes a first segment, only where it is one: <c>/beta</c> is not the beginning of <c>/betamax</c>.</summary>
    private static string Strip(string path, string first)
    {
        if (!path.AsSpan(1).StartsWith(first, StringComparison.Ordinal)) return path;
        var rest = path.AsSpan(1 + first.Length);
        return rest.IsEmpty ? "/" : rest[0] == '/' ? rest.ToString() : path;
    }

    private static string MethodText(ReadOnlySpan<byte> json, JsonSlice slice)
    {
        ReadOnlySpan<byte> text = slice.IsString(json) ? slice.In(json)[1..^1] : default;
        return text switch
        {
            _ when text.SequenceEqual("GET"u8) => "GET",
            _ when text.SequenceEqual("POST"u8) => "POST",
            _ when text.SequenceEqual("PATCH"u8) => "PATCH",
            _ when text.SequenceEqual("PUT"u8) => "PUT",
            _ when text.SequenceEqual("DELETE"u8) => "DELETE",
            _ when text.SequenceEqual("HEAD"u8) => "HEAD",
            _ when text.SequenceEqual("OPTIONS"u8) => "OPTIONS",
            _ => slice.GetString(json) ?? "",
        };
    }

    /// <summary>Decodes the body into the worker's buffer.</summary>
    /// <param name="buffer">Empty; holds the body afterwards.</param>
    /// <param name="limit">The most bytes the body may have, counted after decoding.</param>
    /// <returns>What is wrong, or null.</returns>
    internal ServiceError? ReadBody(PooledBuffer buffer, int limit)
    {
        var json = Event.Json.Span;
        var slice = Event.Members.Body;
        if (!slice.IsPresent || slice.IsNull(json) || slice.Length == 2) return null;
        if (!slice.IsString(json)) return Malformed();

        // One byte takes at most six characters of JSON (\u0000), so this refuses without decoding what cannot fit.
        if (slice.Length - 2 > 6L * limit) return TooLarge(limit);
        var span = buffer.GetSpan(slice.Length);
        int length;
        try
        {
            var reader = new Utf8JsonReader(slice.In(json));
            reader.Read();
            length = reader.CopyString(span);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate.
            return Malformed();
        }

        if (Event.Members.IsBase64Encoded.IsTrue(json) &&
            Base64.DecodeFromUtf8InPlace(span[..length], out length) != System.Buffers.OperationStatus.Done)
        {
            return Malformed();
        }

        if (length > limit) return TooLarge(limit);
        buffer.Advance(length);
        Body = buffer.WrittenMemory;
        return null;
    }

    private static ServiceError Malformed() => new(ErrorCode.InvalidFormat, "The body cannot be decoded.");

    private static ServiceError TooLarge(int limit) => new(ErrorCode.PayloadTooLarge, $"The body may have at most {limit} bytes.");
}
