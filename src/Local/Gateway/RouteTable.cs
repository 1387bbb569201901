using GeekCafe.Lambda;

namespace GeekCafe.Local;

/// <summary>The route a request took.</summary>
/// <param name="Key">As in <c>routeKey</c>: <c>GET /events/{id}</c>, or <c>$default</c> when nothing else matches.</param>
/// <param name="Authentication">What the gateway checks before it calls the function.</param>
/// <param name="Parameters">Path parameters, decoded.</param>
internal sealed record RouteMatch(string Key, Authentication Authentication, IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    public static RouteMatch Default { get; } = new("$default", Authentication.Claims, []);
}

/// <summary>The gateway's routes: one for each operation, and <c>$default</c>, so that the function itself answers 404 and 405.</summary>
internal sealed class RouteTable
{
    private readonly List<(ApiOperation Operation, string[] Segments)> _routes;

    public RouteTable(IEnumerable<ApiOperation> operations)
    {
        // Literal before parameter, segment by segment: /events/search wins over /events/{id}. '{' is above every letter.
        _routes = [.. operations
            .Select(static operation => (operation, operation.Route.Split('/')))
            .OrderBy(static route => Rank(route.Item2), StringComparer.Ordinal)];
    }

    /// <summary>The route for a request.</summary>
    /// <param name="method">The method, upper case.</param>
    /// <param name="path">The path, still encoded, so that an encoded slash is no separator.</param>
    public RouteMatch Match(string method, string path)
    {
        var segments = path.Split('/');
        foreach (var (operation, pattern) in _routes)
        {
            if (operation.Method != method || !Fits(pattern, segments)) continue;
            var parameters = pattern.Zip(segments)
                .Where(static pair => IsParameter(pair.First))
                .Select(static pair => KeyValuePair.Create(pair.First[1..^1], Uri.UnescapeDataString(pair.Second)));
            return new RouteMatch($"{operation.Method} {operation.Route}", operation.Authentication, [.. parameters]);
        }

        return RouteMatch.Default;
    }

    private static bool IsParameter(string segment) => segment is ['{', .., '}'];

    private static string Rank(string[] pattern) => string.Join('/', pattern.Select(static segment => IsParameter(segment) ? "{" : segment));

    private static bool Fits(string[] pattern, string[] segments)
    {
        if (pattern.Length != segments.Length) return false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var fits = IsParameter(pattern[i]) ? segments[i].Length > 0 : pattern[i] == Uri.UnescapeDataString(segments[i]);
            if (!fits) return false;
        }

        return true;
    }
}
