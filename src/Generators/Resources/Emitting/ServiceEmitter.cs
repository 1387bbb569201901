using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the service of a resource: <c>Event.Service.g.cs</c>.</summary>
internal static class ServiceEmitter
{
    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        var self = resource.Identity;
        writer.Lines($"""
            /// <summary>
            /// Creates, reads, changes and lists {CSharp.Xml(resource.Name)} for callers of a tenant. Override its hooks in another part of this class;
            /// what is declared there is not generated.
            /// </summary>
            /// <param name="environment">What all services share.</param>
            {Names.GeneratedCode}
            """);
        writer.Block($"{self.Accessibility} partial class {resource.ServiceName}(global::GeekCafe.ServiceEnvironment environment)\n" +
            $"    : global::GeekCafe.ResourceService<{self.FullName}, {self.Sibling("Key")}, {self.Sibling("Input")}, {self.Sibling("Patch")}>(environment)", body =>
        {
            if (resource.ListsPartition) List(body, resource, resource.Primary, $"Lists the {CSharp.Xml(resource.Name)} of a partition in the order of their sort keys.");
            var isFirst = !resource.ListsPartition;
            foreach (var index in resource.Indexes)
            {
                if (!index.IsListed) continue;
                List(isFirst ? body : body.Line(), resource, index, $"Lists {CSharp.Xml(resource.Name)} by <c>{CSharp.Xml(index.Partition.Pattern)}</c>, in the order of <c>{CSharp.Xml(index.Sort.Pattern)}</c>.");
                isFirst = false;
            }
        });
    });

    private static void List(SourceWriter writer, ResourceModel resource, IndexModel index, string summary)
    {
        var page = "global::GeekCafe.Page<" + resource.Identity.FullName + ">";
        var parameters = "";
        writer.Summary(summary).Line("/// <param name=\"caller\">Who asks.</param>");
        foreach (var member in index.Partition.Members)
        {
            if (member.Text == "TenantId") continue;
            parameters += $"{member.TypeName} {member.Local}, ";
            writer.Line($"/// <param name=\"{member.Local.TrimStart('@')}\">As in <see cref=\"{member.See(resource.Record.Name)}\"/>.</param>");
        }

        writer.Line("/// <param name=\"page\">Which page. Default: the first of 25, ascending.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
        writer.Block($"public global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<{page}>> List{index.Name}Async(\n" +
            $"    {Names.Caller} caller, {parameters}global::GeekCafe.PageRequest page = default, global::System.Threading.CancellationToken cancellationToken = default)", body =>
        {
            body.Line("global::System.ArgumentNullException.ThrowIfNull(caller);");
            foreach (var member in index.Partition.Members)
            {
                if (member.TypeName == "byte[]") body.Line($"if ({member.Local} is not {{ Length: > 0 }}) return Refuse({CSharp.Literal(Naming.Camel(member.Text))});");
                if (!member.IsText || member.Text == "TenantId") continue;
                body.Line($"if (!{Names.KeyText}.IsValue({member.Local})) return Refuse({CSharp.Literal(Naming.Camel(member.Text))});");
            }

            body.Line($"return QueryAsync(caller, {Query(resource, index)}, page, cancellationToken);");
        });
    }

    /// <summary>The query of a list.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="index">The list.</param>
    /// <param name="isConditional">Whether a local <c>where</c> says what of it is wanted.</param>
    public static string Query(ResourceModel resource, IndexModel index, bool isConditional = false)
    {
        var arguments = new List<string>();
        foreach (var member in index.Partition.Members) arguments.Add(member.Text == "TenantId" ? "caller.TenantId" : member.Local);
        var operation = $"{resource.Name}.list{index.Name}";
        if (index.Kind == IndexKind.Composite)
        {
            var composite = CompositeKeyEmitter.Query(resource, index, operation, string.Join(", ", arguments));
            return isConditional ? composite.Replace(" }", ", Where = where }") : composite;
        }

        var keys = $"{resource.Keys}.{index.Name}";
        var partition = index.Kind == IndexKind.Local ? $"{resource.Keys}.PartitionKey" : $"{keys}PartitionKey";
        var more = new List<string>();
        if (index.Partition.Shards > 0)
        {
            (partition, var shards) = ShardsEmitter.Query(resource, index);
            more.Add(shards);
        }

        if (index.Projection == Projection.KeysOnly) more.Add("KeysOnly = true");
        if (isConditional) more.Add("Where = where");
        if (resource.Python is not null) more.Add($"Where = {PythonItemsEmitter.Rows(index.Partition)}");
        var physical = index.Physical.Length == 0 ? "null, \"pk\", \"sk\"" : $"{CSharp.Literal(index.Physical)}, {CSharp.Literal(index.PartitionAttribute)}, {CSharp.Literal(index.SortAttribute)}";
        return $"new({CSharp.Literal(operation)}, {physical}, {partition}({string.Join(", ", arguments)}), {keys}SortPrefix){(more.Count > 0 ? $" {{ {string.Join(", ", more)} }}" : "")}";
    }
}
