using System.Text.Encodings.Web;
using System.Text.Json;
using GeekCafe.Description;

namespace GeekCafe.Local;

/// <summary>What the host prints at the start: where it is, and commands that work when pasted in order.</summary>
internal static class Greeting
{
    // Readable in a shell: + and & as they are. The apostrophe would end the shell's quotes and is the one to escape.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(ApplicationManifest manifest, string url, string database)
    {
        var lines = new List<string>
        {
            $"{manifest.Application} is at {url} (explorer) and {url}/openapi.json, its data in {database}. Ctrl-C stops it.",
            "",
            $$"""TOKEN=$(curl -s {{url}}/_local/tokens -d '{"tenantId":"demo","userId":"ana","roles":["admin"]}' | cut -d'"' -f4)""",
        };
        lines.AddRange(Tour(manifest, url));
        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    private static IEnumerable<string> Tour(ApplicationManifest manifest, string url)
    {
        const string Token = "-H \"Authorization: Bearer $TOKEN\"";
        var creates = manifest.Operations.Where(static operation => operation.Kind == "create" && !operation.RouteParameters.Any()).ToList();

        // Secrets, such as API keys, are no first example.
        var create = creates.Find(each => manifest.Resources.Any(resource => resource.Name == each.Resource && !resource.Members.Any(static member => member.Sensitive))) ?? creates.FirstOrDefault();
        var resource = manifest.Resources.FirstOrDefault(each => each.Name == create?.Resource);
        if (create is null || resource is null) yield break;

        var body = new ExampleBody(manifest).For(resource).ToJsonString(Readable).Replace("'", "\\u0027", StringComparison.Ordinal);
        yield return $"curl -s {url}{create.Route} {Token} -H 'Content-Type: application/json' -d '{body}'";
        if (!Has(create.Route)) yield break;

        yield return $"curl -s {url}{create.Route} {Token}";
        if (!Has($"{create.Route}/{{id}}")) yield break;

        var firstId = $"curl -s '{url}{create.Route}?limit=1' {Token} | grep -o '\"id\":\"[^\"]*' | head -1 | cut -d'\"' -f4";
        yield return $"curl -s {url}{create.Route}/$({firstId}) {Token}";

        bool Has(string route) => manifest.Operations.Any(each => each.Method == "GET" && each.Route == route);
    }
}
