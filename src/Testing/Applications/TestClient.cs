namespace GeekCafe.Testing;

/// <summary>Somebody who calls a function: each call is an event as a gateway makes it of an HTTP request.</summary>
public sealed class TestClient
{
    private readonly TestFunction _function;
    private readonly Func<LambdaEventBuilder, LambdaEventBuilder> _identify;
    private readonly LambdaEventShape _shape;

    internal TestClient(TestFunction function, Func<LambdaEventBuilder, LambdaEventBuilder> identify, LambdaEventShape shape = LambdaEventShape.HttpV2) =>
        (_function, _identify, _shape) = (function, identify, shape);

    /// <summary>The same somebody through another kind of gateway. Default: an HTTP API, payload format 2.0.</summary>
    /// <param name="shape">The payload. Function URLs and load balancers carry no claims: users cannot come through them, API keys can.</param>
    public TestClient Through(LambdaEventShape shape) => new(_function, _identify, shape);

    /// <summary>The same somebody calling another function.</summary>
    public TestClient Of(TestFunction function) => new(function, _identify, _shape);

    /// <summary>GET.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<LambdaResponse> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    /// <summary>POST.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<LambdaResponse> PostAsync(string path, string? body = null, params (string Name, string Value)[] headers) => SendAsync("POST", path, body, headers);

    /// <summary>PATCH.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<LambdaResponse> PatchAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync("PATCH", path, body, headers);

    /// <summary>PUT.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<LambdaResponse> PutAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync("PUT", path, body, headers);

    /// <summary>DELETE.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public Task<LambdaResponse> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync("DELETE", path, null, headers);

    /// <summary>Sends any request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query as a client sends them, percent-encoded.</param>
    /// <param name="body">JSON, or null for no body.</param>
    /// <param name="headers">Headers. A <c>content-type</c> here replaces that of JSON; an empty one means none.</param>
    public Task<LambdaResponse> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(path);
        var question = path.IndexOf('?', StringComparison.Ordinal);
        var request = _identify(LambdaEvents.Http(_shape, method, question < 0 ? path : path[..question]));
        foreach (var pair in question < 0 ? [] : path[(question + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            request.WithQuery(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        var isTyped = Array.Exists(headers, static each => each.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase));
        if (body is not null) request = isTyped ? request.WithBody(body) : request.WithJson(body);
        foreach (var (name, value) in headers)
        {
            if (value.Length > 0) request.WithHeader(name, value);
        }

        return _function.SendAsync(request);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
