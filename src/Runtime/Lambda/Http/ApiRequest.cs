namespace GeekCafe.Lambda;

/// <summary>An HTTP request as an event described it, whichever kind of event that was.</summary>
public sealed class ApiRequest
{
    /// <summary>Which kind of event it came in.</summary>
    public EventKind Kind { get; internal set; }

    /// <summary>The HTTP method, upper case.</summary>
    public string Method { get; internal set; } = "";

    /// <summary>The path, decoded once, without the stage.</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The gateway's request id, for logs and error bodies.</summary>
    public string RequestId { get; internal set; } = "";

    /// <summary>When the invocation ends. UTC.</summary>
    public DateTimeOffset? Deadline { get; internal set; }

    /// <summary>The body in UTF-8, decoded from text or base64. Empty when there is none. Valid during the invocation.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>A route parameter, decoded once.</summary>
    public string? RouteValue(string name) => throw new NotImplementedException();

    /// <summary>A header, by name in any case. Several values are joined with a comma and a space. Null when absent.</summary>
    public string? Header(string name) => throw new NotImplementedException();

    /// <summary>Query parameters in order, decoded; a name may occur more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query => throw new NotImplementedException();
}
