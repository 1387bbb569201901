namespace GeekCafe.Lambda;

/// <summary>How an operation learns who calls.</summary>
public enum Authentication
{
    /// <summary>From the claims that the gateway's authorizer verified. The default.</summary>
    Claims,
    /// <summary>From an API key in the <c>x-api-key</c> header.</summary>
    ApiKey,
    /// <summary>Not at all: anybody may call, and there is no caller.</summary>
    Public,
}

/// <summary>One row of the route table.</summary>
/// <param name="Name">Resource and verb, such as <c>events.create</c>: what <c>_HANDLER</c> names.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Route">The path with <c>{parameters}</c>, such as <c>/events/{id}</c>.</param>
/// <param name="Handler">Does it.</param>
public sealed record ApiOperation(string Name, string Method, string Route, ApiHandler Handler)
{
    /// <summary>How the operation learns who calls. Default: claims.</summary>
    public Authentication Authentication { get; init; } = Authentication.Claims;

    /// <summary>The resource: the name up to the first dot.</summary>
    public string Resource => Name[..Name.IndexOf('.', StringComparison.Ordinal)];
}
