using System.Text;

namespace GeekCafe.Lambda;

/// <summary>One event: its bytes, its kind, and where the members stand that anybody may ask for. Reused by a worker.</summary>
internal sealed class LambdaEvent
{
    /// <summary>The members we know, by offset.</summary>
    public EventMembers Members;

    private readonly List<HeaderSlice> _headers = [];
    private readonly List<HeaderSlice> _multiValueHeaders = [];

    public ReadOnlyMemory<byte> Json { get; private set; }

    public EventKind Kind { get; set; }

    public List<HeaderSlice> SingleHeaders => _headers;

    public List<HeaderSlice> MultiValueHeaders => _multiValueHeaders;

    /// <summary>REST events and load balancers may send both maps; the one with several values to a name is complete.</summary>
    public bool UsesMultiValueHeaders => _multiValueHeaders.Count > 0;

    /// <summary>
    /// Whether the path still is percent-encoded. HTTP APIs decode it in both payload formats; REST APIs (which have no <c>version</c>),
    /// Function URLs and load balancers do not.
    /// </summary>
    public bool HasEncodedPath => Kind switch
    {
        EventKind.HttpV2 => false,
        EventKind.RestV1 => !Members.Version.IsPresent,
        _ => true,
    };

    public void Reset(ReadOnlyMemory<byte> json)
    {
        Json = json;
        Kind = EventKind.Unknown;
        Members = default;
        _headers.Clear();
        _multiValueHeaders.Clear();
    }

    /// <summary>A header by name in any case, several values joined with a comma and a space (RFC 9110, 5.3).</summary>
    /// <param name="name">The name.</param>
    /// <param name="count">How many values there are.</param>
    public string? Header(string name, out int count)
    {
        count = 0;
        string? joined = null;
        var json = Json.Span;
        foreach (var header in UsesMultiValueHeaders ? _multiValueHeaders : _headers)
        {
            if (!NameEquals(json, header.Name, name)) continue;
            if (!header.Value.TryGetString(json, out var value)) continue;
            joined = count++ == 0 ? value : string.Concat(joined, ", ", value);
        }

        return joined;
    }

    private static bool NameEquals(ReadOnlySpan<byte> json, JsonSlice slice, string name)
    {
        var raw = slice.In(json)[1..^1];
        return raw.Length == name.Length
            ? Ascii.EqualsIgnoreCase(raw, name)
            : raw.Contains((byte)'\\') && string.Equals(slice.GetString(json), name, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A header's name and one of its values.</summary>
internal readonly record struct HeaderSlice(JsonSlice Name, JsonSlice Value);

/// <summary>Offsets of the members that decide what an event is and what it asks.</summary>
internal struct EventMembers
{
    public JsonSlice Version, HttpMethod, Path, RawPath, RawQueryString, Query, MultiValueQuery, Headers, MultiValueHeaders;
    public JsonSlice RequestContext, Body, IsBase64Encoded, Type, MethodArn, RouteArn, Source, Warmer, Records, Job, Detail;

    // Members of requestContext.
    public JsonSlice LoadBalancer, Http, Stage, RequestId, ApiId, DomainName, Authorizer;

    // Members of requestContext.http.
    public JsonSlice ContextMethod;
}
