namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>What names of resources and paths may look like.</summary>
public static class Routes
{
    /// <summary>Members that an application has besides its services.</summary>
    private static readonly HashSet<string> ApplicationMembers = new(StringComparer.Ordinal)
    {
        "operations", "configure", "table", "manifest", "create", "equals", "finalize", "get-hash-code", "get-type", "memberwise-clone", "reference-equals", "to-string",
    };

    /// <summary>Handlers of functions that are no resource's (the runtime's HandlerSelection), with what they mean.</summary>
    private static readonly Dictionary<string, string> Handlers = new(StringComparer.Ordinal)
    {
        ["api"] = "all operations",
        ["jobs"] = "all jobs",
        ["streams"] = "the changes of the table",
    };

    /// <summary>What is wrong with the name of a resource, or null.</summary>
    public static string? NameProblem(string name)
    {
        if (!IsName(name)) return "it must be lower-case letters and digits, with single '-' between words, and begin with a letter, such as 'events'";
        if (Handlers.TryGetValue(name, out var meaning)) return $"a function whose handler is '{name}' serves {meaning}";
        return ApplicationMembers.Contains(name) ? "the generated application has a member of that name" : null;
    }

    private static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] is < 'a' or > 'z') return false;
        foreach (var character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        }

        return name[name.Length - 1] != '-' && name.IndexOf("--", StringComparison.Ordinal) < 0;
    }

    /// <summary>What is wrong with a path, or null.</summary>
    public static string? Problem(string route)
    {
        if (route.Length < 2 || route[0] != '/') return "a route begins with '/' and names something, such as '/users/{ownerId}/events'";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var segment in route.Substring(1).Split('/'))
        {
            if (segment.Length == 0) return "it has an empty segment";
            var isParameter = segment[0] == '{' && segment[segment.Length - 1] == '}' && segment.Length > 2;
            if (isParameter && !seen.Add(segment)) return $"it has the parameter {segment} twice";
            if (!isParameter && segment.IndexOfAny(['{', '}', '?', '#', '%', ' ']) >= 0) return $"the segment '{segment}' is neither literal nor one parameter in braces";
        }

        return null;
    }

    /// <summary>Names of the parameters in a path.</summary>
    public static IReadOnlyList<string> Parameters(string route)
    {
        var names = new List<string>();
        foreach (var segment in route.Split('/'))
        {
            if (segment.Length > 2 && segment[0] == '{') names.Add(segment.Substring(1, segment.Length - 2));
        }

        return names;
    }

    /// <summary>The path without the names of parameters, which requests do not show.</summary>
    public static string Shape(string route)
    {
        var segments = route.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i].Length > 0 && segments[i][0] == '{') segments[i] = "{}";
        }

        return string.Join("/", segments);
    }
}
