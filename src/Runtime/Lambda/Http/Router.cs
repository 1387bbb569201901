namespace GeekCafe.Lambda;

/// <summary>
/// The route table as a tree of path segments, built once. A literal beats a parameter; an empty segment (a double or trailing slash) is
/// never one. Segments are decoded after splitting, so an encoded slash stays inside its parameter.
/// </summary>
internal sealed class Router
{
    private readonly Node _root = new();

    /// <summary>Builds the table.</summary>
    /// <exception cref="ConfigurationException">Two operations share a method and a path.</exception>
    public Router(IReadOnlyList<ApiOperation> operations)
    {
        foreach (var operation in operations)
        {
            var node = _root;
            var names = new List<string>();
            foreach (var segment in operation.Route.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                if (segment.StartsWith('{'))
                {
                    names.Add(segment[1..^1]);
                    node = node.Parameter ??= new();
                }
                else
                {
                    node = node.Literals.TryGetValue(segment, out var child) ? child : node.Literals[segment] = new();
                }
            }

            if (node.Find(operation.Method) is { } other)
            {
                throw new ConfigurationException(
                    $"{operation.Name} and {other.Operation.Name} both answer {operation.Method} {operation.Route}; give one another route.");
            }

            node.Routes.Add(new(operation, names));
            node.Allow = string.Join(", ", AllowedMethods(node));
        }
    }

    /// <summary>Finds the operation for a request and fills its route values.</summary>
    /// <param name="request">The request.</param>
    /// <param name="allow">When the path is known and the method is not: the methods it has.</param>
    /// <returns>The operation, or null.</returns>
    public ApiOperation? Match(ApiRequest request, out string? allow)
    {
        allow = null;
        var values = request.BeginRoute();
        var path = request.RawPath.AsSpan(1);
        var node = path.IsEmpty ? _root : Walk(_root, path, request.HasEncodedPath, values);
        if (node is null || node.Routes.Count == 0) return null;

        // A HEAD is a GET whose body is left out (RFC 9110, 9.3.2).
        var route = node.Find(request.Method) ?? (request.Method == "HEAD" ? node.Find("GET") : null);
        if (route is null)
        {
            allow = node.Allow;
            return null;
        }

        request.SetRoute(route.Names);
        return route.Operation;
    }

    private static Node? Walk(Node node, ReadOnlySpan<char> path, bool encoded, List<string> values)
    {
        var slash = path.IndexOf('/');
        var segment = slash < 0 ? path : path[..slash];
        if (segment.IsEmpty) return null;
        var rest = slash < 0 ? default : path[(slash + 1)..];
        if (slash >= 0 && rest.IsEmpty) return null;

        string? decoded = null;
        if (encoded && segment.Contains('%'))
        {
            if (!PercentEncoding.TryDecode(segment, plusIsSpace: false, out decoded)) return null;
            segment = decoded;
        }

        if (node.LiteralsBySpan.TryGetValue(segment, out var literal) && Go(literal, slash, rest, encoded, values) is { } found) return found;
        if (node.Parameter is null) return null;

        var count = values.Count;
        values.Add(decoded ?? segment.ToString());
        if (Go(node.Parameter, slash, rest, encoded, values) is { } matched) return matched;
        values.RemoveRange(count, values.Count - count);
        return null;
    }

    private static Node? Go(Node node, int slash, ReadOnlySpan<char> rest, bool encoded, List<string> values) =>
        slash >= 0 ? Walk(node, rest, encoded, values) : node.Routes.Count > 0 ? node : null;

    private static IEnumerable<string> AllowedMethods(Node node)
    {
        foreach (var route in node.Routes)
        {
            yield return route.Operation.Method;
            if (route.Operation.Method == "GET") yield return "HEAD";
        }
    }

    private sealed record Route(ApiOperation Operation, IReadOnlyList<string> Names);

    private sealed class Node
    {
        public Node() => LiteralsBySpan = Literals.GetAlternateLookup<ReadOnlySpan<char>>();

        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> LiteralsBySpan { get; }

        public Node? Parameter { get; set; }

        public List<Route> Routes { get; } = [];

        public string Allow { get; set; } = "";

        public Route? Find(string method)
        {
            foreach (var route in Routes)
            {
                if (string.Equals(route.Operation.Method, method, StringComparison.Ordinal)) return route;
            }

            return null;
        }
    }
}
