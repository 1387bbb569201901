namespace GeekCafe.Lambda;

/// <summary>What a handler answers: status, a few headers, a body in UTF-8. Reused by a worker for every invocation.</summary>
public sealed class ApiResponse : IDisposable
{
    private readonly List<KeyValuePair<string, string>> _headers = [];

    /// <summary>The HTTP status. Default 200.</summary>
    public int StatusCode { get; set; } = 200;

    /// <summary>The body's bytes; none when nothing is written.</summary>
    public PooledBuffer Body { get; } = new();

    /// <summary>Headers in the order they were set; names are lower case.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>Sets a header, replacing an earlier value.</summary>
    public void SetHeader(string name, string value)
    {
        for (var i = 0; i < _headers.Count; i++)
        {
            if (!string.Equals(_headers[i].Key, name, StringComparison.Ordinal)) continue;
            _headers[i] = new(name, value);
            return;
        }

        _headers.Add(new(name, value));
    }

    /// <summary>Back to an empty 200.</summary>
    public void Clear()
    {
        StatusCode = 200;
        _headers.Clear();
        Body.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Body.Dispose();
}
