using System.Text;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>Resources, where the table and its indexes keep them, and the operations that read or write each, as a Mermaid flowchart.</summary>
internal static class MermaidDiagram
{
    public static string Write(ApplicationManifest manifest, string comment)
    {
        var text = new StringBuilder();
        foreach (var line in comment.Split('\n')) text.Append("%% ").Append(line).Append('\n');
        text.Append("flowchart LR\n");
        foreach (var resource in manifest.Resources) text.Append($"  {Id(resource.Name)}([{Label(resource.Name)}])\n");

        var table = manifest.Table;
        Begin(text, "table", $"Table: {table.PartitionKey}, {table.SortKey}");
        foreach (var resource in manifest.Resources) Key(text, Id(resource.Name) + "_item", resource.PartitionKey, resource.SortKey);
        End(text);
        foreach (var index in table.Indexes)
        {
            Begin(text, Id(index.Name), $"{(index.Local ? "Local index" : "Index")} {index.Name}: {Names(index.Partition)}, {Names(index.Sort)}{Holds(index)}");
            foreach (var (resource, pattern) in Patterns(manifest).Where(each => each.Pattern.Index == index.Name))
            {
                Key(text, $"{Id(resource.Name)}_{Id(pattern.Name)}", pattern.PartitionKey, pattern.SortKey);
            }

            End(text);
        }

        foreach (var resource in manifest.Resources)
        {
            var operations = manifest.Operations.Where(operation => operation.Resource == resource.Name && !resource.Indexes.Any(pattern => Lists(operation, resource, pattern)));
            Edge(text, resource, "item", operations);
            foreach (var pattern in resource.Indexes) Edge(text, resource, Id(pattern.Name), manifest.Operations.Where(operation => Lists(operation, resource, pattern)));
        }

        return text.ToString();
    }

    private static IEnumerable<(ManifestResource Resource, ManifestPattern Pattern)> Patterns(ApplicationManifest manifest) =>
        from resource in manifest.Resources from pattern in resource.Indexes select (resource, pattern);

    private static bool Lists(ManifestOperation operation, ManifestResource resource, ManifestPattern pattern) =>
        operation.Kind == "list" && operation.Name == $"{resource.Name}.list{pattern.Name}";

    private static void Begin(StringBuilder text, string id, string title) => text.Append($"  subgraph {id}[{Label(title)}]\n");

    private static void End(StringBuilder text) => text.Append("  end\n");

    private static void Key(StringBuilder text, string id, string partition, string sort) => text.Append($"    {id}[{Label(partition, sort)}]\n");

    private static void Edge(StringBuilder text, ManifestResource resource, string target, IEnumerable<ManifestOperation> operations)
    {
        var lines = operations.Select(static operation => $"{operation.Name[(operation.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]}: {operation.Method} {operation.Route}").ToArray();
        var label = lines.Length == 0 ? "" : $"|{Label(lines)}|";
        text.Append($"  {Id(resource.Name)} -->{label} {Id(resource.Name)}_{target}\n");
    }

    private static string Names(IEnumerable<ManifestKey> keys) => string.Join(" + ", keys.Select(static key => key.Name));

    private static string Holds(ManifestIndex index) => index.Projection switch
    {
        "keysOnly" => " (keys only)",
        "include" => $" (with {string.Join(", ", index.Include)})",
        _ => "",
    };

    private static string Id(string name) => DeploymentPlan.Pascal(name);

    // In a label # begins a character's code.
    private static string Label(params string[] lines) =>
        $"\"{string.Join("<br/>", lines.Select(static line => line.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal)))}\"";
}
