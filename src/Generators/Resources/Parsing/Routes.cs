namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>What names of resources and paths may look like.</summary>
public static class Routes
{
    public static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] is < 'a' or > 'z') return false;
        foreach (var character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        }

        return true;
    }

    /// <summary>What is wrong with a path, or null.</summary>
    public static string? Problem(string route)
    {
        if (route.Length < 2 || route[0] != '/') return "a route begins with '/' and names something, such as '/users/{ownerId}/events'";
        foreach (var segment in route.Substring(1).Split('/'))
        {
            if (segment.Length == 0) return "it has an empty segment";
            var isParameter = segment[0] == '{' && segment[segment.Length - 1] == '}' && segment.Length > 2;
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
}
