using System.Text;

namespace GeekCafe.Generators.Core;

/// <summary>Names of one thing in three places: C#, the API (camelCase), the table (snake_case).</summary>
public static class Naming
{
    /// <summary>Parameters and locals of generated code.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "item", "json", "errors", "path", "caller", "patch", "input", "now", "seen", "parser", "key", "page", "context", "service",
        "cancellationToken", "system", "where", "operation", "resource", "current", "element", "entry", "environment", "services", "request",
    };

    /// <summary><c>StartsAt</c> to <c>startsAt</c>, <c>URLPath</c> to <c>urlPath</c>.</summary>
    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper])) upper++;
        if (upper == 0) return name;

        // Of a run of capitals the last one begins the next word, unless the name ends with it.
        var lower = upper > 1 && upper < name.Length && char.IsLower(name[upper]) ? upper - 1 : upper;
        return name.Substring(0, lower).ToLowerInvariant() + name.Substring(lower);
    }

    /// <summary><c>startsAt</c> to <c>StartsAt</c>, <c>URLPath</c> to <c>UrlPath</c>.</summary>
    public static string Pascal(string name) => Camel(name) is { Length: > 0 } camel ? char.ToUpperInvariant(camel[0]) + camel.Substring(1) : name;

    /// <summary><c>StartsAt</c> to <c>starts_at</c>, <c>URLPath</c> to <c>url_path</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>A name for a parameter or local: camelCase, safe where it is a keyword, and none that generated code uses itself.</summary>
    public static string Local(string name) => Camel(name) is var local && Taken.Contains(local) ? local + "Value" : CSharp.Identifier(local);

    /// <summary>Text of any kind, such as an assembly's name, as a namespace.</summary>
    public static string Namespace(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Split('.'))
        {
            var safe = new StringBuilder();
            foreach (var character in part) safe.Append(char.IsLetterOrDigit(character) ? character : '_');
            if (safe.Length == 0 || char.IsDigit(safe[0])) safe.Insert(0, '_');
            parts.Add(CSharp.Identifier(safe.ToString()));
        }

        return string.Join(".", parts);
    }
}
