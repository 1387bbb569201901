using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the lists of a service that take conditions, give projections, or go on to the end: <c>Event.Lists.g.cs</c>.</summary>
internal static class ConditionalListsEmitter
{
    private const string Page = "global::GeekCafe.PageRequest page = default, global::System.Threading.CancellationToken cancellationToken = default";

    public static SourceWriter? Emit(ResourceModel resource) => !resource.HasConditions ? null : resource.Identity.File(writer =>
        writer.Block($"partial class {resource.ServiceName}", body =>
        {
            List(body, resource, resource.Primary);
            foreach (var index in resource.Indexes)
            {
                if (index.IsListed) List(body.Line(), resource, index);
            }
        }));

    private static void List(SourceWriter writer, ResourceModel resource, IndexModel list)
    {
        var self = resource.Identity.FullName;
        var name = $"List{list.Name}Async";
        var condition = $"global::GeekCafe.ListCondition<{self}, {resource.Identity.Sibling("Sort")}.{list.OrderName}>";
        var (parameters, types, arguments) = ("", "", "");
        foreach (var member in list.Partition.Members)
        {
            if (member.Text == "TenantId") continue;
            parameters += $"{member.TypeName} {member.Local}, ";
            types += $"{member.TypeName}, ";
            arguments += $"{member.Local}, ";
        }

        var plain = $"<see cref=\"{name}(global::GeekCafe.Caller, {types}global::GeekCafe.PageRequest, global::System.Threading.CancellationToken)\"/>";
        Describe(writer, resource, list, $"As {plain}, within a range and as far as a filter holds.", "What is wanted of it: a range, a filter, or both joined by <c>&amp;</c>. Null: all.");
        writer.Line("[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]");
        Method(writer, $"global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<global::GeekCafe.Page<{self}>>> {name}", $"{condition}? where", "", body =>
        {
            Refuse(body, list, self);
            body.Line($"return QueryAsync(caller, {Query(list)}, page, cancellationToken);");
        });

        writer.Line();
        Describe(writer, resource, list, $"As {plain}, of each only what a projection holds.", "What is wanted of it. Null: all.",
            $"/// <typeparam name=\"TProjection\">A record marked <c>[ProjectionOf&lt;{CSharp.Xml(resource.Identity.Name)}&gt;]</c>.</typeparam>");
        Method(writer, $"global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<global::GeekCafe.Page<TProjection>>> {name}<TProjection>", $"{condition}? where = null",
            $"\n    where TProjection : class, global::GeekCafe.IProjection<TProjection, {self}>", body =>
        {
            Refuse(body, list, "TProjection");
            body.Line($"return QueryAsync<TProjection>(caller, {Query(list)}, page, cancellationToken);");
        });

        writer.Line();
        Describe(writer, resource, list, $"All of {plain}, page after page, each read when it is come to.", "What is wanted of it. Null: all.",
            "/// <exception cref=\"global::GeekCafe.ServiceException\">A page failed, or there is nothing to list by.</exception>");
        Method(writer, $"global::System.Collections.Generic.IAsyncEnumerable<{self}> Enumerate{list.Name}Async", $"{condition}? where = null", "", body =>
        {
            foreach (var (unusable, member) in Unusable(list)) body.Line($"if ({unusable}) throw Unlisted({member});");
            body.Line($"return EnumerateAsync(caller, {Query(list)}, page, cancellationToken);");
        });

        writer.Line();
        writer.Block($"private static global::GeekCafe.KeyQuery {Query(list, isDeclaration: true)}", body =>
        {
            body.Line("global::System.ArgumentNullException.ThrowIfNull(caller);");
            body.Line($"return {ServiceEmitter.Query(resource, list, isConditional: true)};");
        });

        void Method(SourceWriter to, string head, string where, string constraint, Action<SourceWriter> body) =>
            to.Block($"public {head}(\n    {Names.Caller} caller, {parameters}{where}, {Page}){constraint}", body);

        string Query(IndexModel of, bool isDeclaration = false) => isDeclaration
            ? $"{of.OrderName}Query({Names.Caller} caller, {parameters}{condition}? where)"
            : $"{of.OrderName}Query(caller, {arguments}where)";
    }

    private static void Describe(SourceWriter writer, ResourceModel resource, IndexModel list, string summary, string where, string more = "")
    {
        writer.Summary(summary);
        if (more.Length > 0) writer.Line(more);
        writer.Line("/// <param name=\"caller\">Who asks.</param>");
        foreach (var member in list.Partition.Members)
        {
            if (member.Text != "TenantId") writer.Line($"/// <param name=\"{member.Local.TrimStart('@')}\">As in <see cref=\"{member.See(resource.Record.Name)}\"/>.</param>");
        }

        writer.Line($"/// <param name=\"where\">{where}</param>");
        writer.Line("/// <param name=\"page\">Which page. Default: the first of 25, ascending.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
    }

    internal static void Refuse(SourceWriter writer, IndexModel list, string row)
    {
        foreach (var (unusable, member) in Unusable(list)) writer.Line($"if ({unusable}) return Refuse<{row}>({member});");
    }

    /// <summary>When a member cannot be listed by, as C#, and its name.</summary>
    private static IEnumerable<(string Condition, string Member)> Unusable(IndexModel list)
    {
        foreach (var member in list.Partition.Members)
        {
            var name = CSharp.Literal(Naming.Camel(member.Text));
            if (member.TypeName == "byte[]") yield return ($"{member.Local} is not {{ Length: > 0 }}", name);
            if (member.IsText && member.Text != "TenantId") yield return ($"!{Names.KeyText}.IsValue({member.Local})", name);
        }
    }
}
