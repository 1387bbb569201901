using System.Text.RegularExpressions;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>Reads <c>--variable NAME=VALUE</c>.</summary>
internal static partial class VariableArguments
{
    private const string Authentication = "GEEKCAFE_AUTHENTICATION";

    /// <exception cref="ToolException">One is not understood, set otherwise, or at odds with the routes.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string[] texts, ApplicationManifest manifest)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            if (parts.Length < 2 || !Name().IsMatch(parts[0])) throw new ToolException($"--variable '{text}' is not understood; write a name and a value, as in COMMUNITY_READ_ONLY=1.");
            var (name, value) = (parts[0], parts[1]);
            if (Elsewhere(name) is { } elsewhere) throw new ToolException($"--variable cannot set {name}: {elsewhere}.");
            if (!variables.TryAdd(name, value)) throw new ToolException($"--variable sets {name} twice; give it once.");
        }

        if (variables.TryGetValue(Authentication, out var authentication)) Check(authentication, manifest);
        return [.. variables];
    }

    private static string? Elsewhere(string name) => name switch
    {
        "GEEKCAFE_TABLE" => "it is the table of the template",
        "GEEKCAFE_CURSOR_KEY" => "it comes from the secret that the stack is given when it is deployed",
        Cors.Variable => "--cors does, and tells the gateway as well",
        _ when name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("LAMBDA_", StringComparison.Ordinal) || name == "_HANDLER" => "Lambda sets it",
        _ => null,
    };

    /// <summary>The gateway asks for a token where operations declare it, so a function that wanted something else would never get it.</summary>
    private static void Check(string authentication, ApplicationManifest manifest)
    {
        if (manifest.Operations.FirstOrDefault(each => each.Authentication != authentication) is not { } other) return;
        throw new ToolException(
            $"--variable {Authentication}={authentication} contradicts the routes, which are written as operations declare: {other.Name} is for {other.Authentication}. " +
            "Declare it at the operation instead: [HttpOperation(..., Authentication = Authentication.ApiKey)].");
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();
}
