namespace GeekCafe.Lambda;

/// <summary>
/// Cross-origin answers (the Fetch standard, "CORS protocol"). Off unless configured: HTTP APIs and Function URLs can do it themselves.
/// </summary>
public sealed record CorsOptions
{
    /// <summary>
    /// Origins that may read answers, compared exactly: scheme, host, and port unless it is the scheme's own; lower case, no path. Or the
    /// single entry <c>*</c> for any origin, which excludes credentials.
    /// </summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Whether browsers may send cookies and client certificates. Default false; bearer tokens do not need it.</summary>
    public bool AllowCredentials { get; init; }

    /// <summary>Methods a preflight allows.</summary>
    public string AllowedMethods { get; init; } = "GET, HEAD, POST, PUT, PATCH, DELETE";

    /// <summary>Request headers a preflight allows.</summary>
    public string AllowedHeaders { get; init; } = "authorization, content-type, idempotency-key, if-match, if-none-match, x-api-key";

    /// <summary>Response headers scripts may read.</summary>
    public string ExposedHeaders { get; init; } = "etag, location";

    /// <summary>How long browsers may keep a preflight's answer. Seconds, default 600.</summary>
    public int MaxAgeSeconds { get; init; } = 600;

    /// <summary>Checks the origins, as every function does when it starts.</summary>
    /// <exception cref="ConfigurationException">
    /// An origin is not one, or <c>*</c> is combined with credentials or other origins.
    /// </exception>
    public void Check()
    {
        if (Origins.Count == 0) throw new ConfigurationException("The list of CORS origins is empty; name an origin or leave CORS off.");
        foreach (var origin in Origins)
        {
            if (origin == "*")
            {
                if (AllowCredentials) throw new ConfigurationException("CORS cannot allow every origin (*) with credentials; list the origins.");
                if (Origins.Count > 1) throw new ConfigurationException("The CORS origin * stands alone; remove it or the others.");
            }
            else if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                throw new ConfigurationException(
                    $"'{origin}' is not a CORS origin; write it as browsers send it, such as https://app.example.com or http://localhost:3000.");
            }
        }
    }
}
