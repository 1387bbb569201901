using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the lists of indexes that do not hold whole resources: <c>Event.Parts.g.cs</c>.</summary>
internal static class PartialListsEmitter
{
    public static SourceWriter? Emit(ResourceModel resource)
    {
        var indexes = new List<IndexModel>();
        foreach (var index in resource.Indexes)
        {
            if (!index.IsListed) indexes.Add(index);
        }

        return indexes.Count == 0 ? null : resource.Identity.File(writer => writer.Block($"partial class {resource.ServiceName}", body =>
        {
            for (var i = 0; i < indexes.Count; i++) Lists(i == 0 ? body : body.Line(), resource, indexes[i]);
        }));
    }

    private static void Lists(SourceWriter writer, ResourceModel resource, IndexModel index)
    {
        var (self, name) = (resource.Identity.FullName, CSharp.Xml(resource.Identity.Name));
        var keys = $"<c>{CSharp.Xml(index.Partition.Pattern)}</c>, in the order of <c>{CSharp.Xml(index.Sort.Pattern)}</c>";
        var holds = index.Projection == Projection.KeysOnly ? "keys alone" : "some members";
        writer.Summary($"Lists parts of {CSharp.Xml(resource.Name)} by {keys}, from an index that holds {holds}.");
        writer.Line($"/// <typeparam name=\"TProjection\">A record marked <c>[ProjectionOf&lt;{name}&gt;]</c> of what the index holds.</typeparam>");
        List(writer, resource, index, "TProjection", $"List{index.Name}Async<TProjection>", "QueryAsync<TProjection>",
            $"\n    where TProjection : class, global::GeekCafe.IProjection<TProjection, {self}>");
        writer.Line().Summary($"Lists {CSharp.Xml(resource.Name)} by {keys}: reads the index, then the whole resources, 100 in a request.");
        List(writer, resource, index, self, $"List{index.Name}FullAsync", "FollowAsync", "");
    }

    private static void List(SourceWriter writer, ResourceModel resource, IndexModel index, string row, string name, string call, string constraint)
    {
        var parameters = "";
        writer.Line("/// <param name=\"caller\">Who asks.</param>");
        foreach (var member in index.Partition.Members)
        {
            if (member.Text == "TenantId") continue;
            parameters += $"{member.TypeName} {member.Local}, ";
            writer.Line($"/// <param name=\"{member.Local.TrimStart('@')}\">As in <see cref=\"{member.See(resource.Record.Name)}\"/>.</param>");
        }

        writer.Line("/// <param name=\"page\">Which page. Default: the first of 25, ascending.</param>");
        writer.Line("/// <param name=\"cancellationToken\">Ends the call.</param>");
        writer.Block($"public global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<global::GeekCafe.Page<{row}>>> {name}(\n" +
            $"    {Names.Caller} caller, {parameters}global::GeekCafe.PageRequest page = default, global::System.Threading.CancellationToken cancellationToken = default){constraint}", body =>
        {
            body.Line("global::System.ArgumentNullException.ThrowIfNull(caller);");
            ConditionalListsEmitter.Refuse(body, index, row);
            body.Line($"return {call}(caller, {ServiceEmitter.Query(resource, index)}, page, cancellationToken);");
        });
    }
}
