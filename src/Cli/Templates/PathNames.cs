namespace GeekCafe.Cli;

/// <summary>
/// Paths whose parameters have one name at each place: REST APIs refuse <c>/users/{id}</c> beside <c>/users/{organizerId}/events</c>. The names are
/// the gateway's only, for functions read the path itself.
/// </summary>
internal sealed class PathNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The path with the names that were first given to its places.</summary>
    public string Of(string route)
    {
        var path = "";
        foreach (var segment in route.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = segment;
            if (segment is ['{', .., '}'] && !_names.TryGetValue(path, out name!)) _names[path] = name = segment;
            path += "/" + name;
        }

        return path;
    }
}
