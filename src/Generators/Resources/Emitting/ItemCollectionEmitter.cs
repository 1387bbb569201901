using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the rest of an item collection and its reader: <c>OrderDetails.Collection.g.cs</c>.</summary>
internal static class ItemCollectionEmitter
{
    public static SourceWriter Emit(ItemCollectionModel collection) => collection.Identity.File(writer =>
    {
        writer.Block($"partial record {collection.Name}", body =>
        {
            body.Summary("Where to go on, for a request of the same caller; null when everything is read.");
            body.Line("public string? Cursor { get; init; }").Line();
            body.Summary("Whether everything is read.").Line("public bool IsComplete => Cursor is null;");
        });

        writer.Line().Summary($"Reads <see cref=\"{collection.Name}\"/>: all that a caller may see of the partition <c>{CSharp.Xml(collection.Partition.Pattern)}</c>.");
        writer.Line("/// <param name=\"environment\">What all services share.</param>");
        var services = "";
        foreach (var part in collection.Parts)
        {
            services += $", {part.Service} {part.ServiceLocal}";
            writer.Line($"/// <param name=\"{part.ServiceLocal}\">Says who may see what is in <see cref=\"{collection.Name}.{CSharp.Identifier(part.Member)}\"/>.</param>");
        }

        writer.Line(Names.GeneratedCode);
        writer.Block($"{collection.Identity.Accessibility} partial class {collection.Identity.Name}Reader(global::GeekCafe.ServiceEnvironment environment{services})\n" +
            "    : global::GeekCafe.ItemCollectionReader(environment)", body => Get(body, collection));
    });

    private static void Get(SourceWriter writer, ItemCollectionModel collection)
    {
        var (parameters, arguments) = ("", new List<string>());
        writer.Summary("Reads a partition, in the order of its sort keys.").Line("/// <param name=\"caller\">Who asks.</param>");
        foreach (var member in collection.Partition.Members)
        {
            arguments.Add(member.Text == "TenantId" ? "caller.TenantId" : member.Local);
            if (member.Text == "TenantId") continue;
            parameters += $"{member.TypeName} {member.Local}, ";
            writer.Line($"/// <param name=\"{member.Local.TrimStart('@')}\">As in <see cref=\"{member.See(collection.Resource)}\"/>.</param>");
        }

        writer.Lines("""
            /// <param name="request">How much, and from where. Default: all, up to 1000 items or 4 MB.</param>
            /// <param name="cancellationToken">Ends the call.</param>
            /// <returns>What the caller may see, or NotFound where that is nothing, or why it could not be read.</returns>
            """);
        var result = $"global::System.Threading.Tasks.Task<global::GeekCafe.ServiceResult<{collection.Identity.FullName}>>";
        writer.Block($"public async {result} GetAsync(\n" +
            $"    {Names.Caller} caller, {parameters}global::GeekCafe.CollectionRequest request = default, global::System.Threading.CancellationToken cancellationToken = default)", body =>
        {
            body.Line("global::System.ArgumentNullException.ThrowIfNull(caller);");
            foreach (var member in collection.Partition.Members)
            {
                if (member.TypeName == "byte[]") body.Line($"if ({member.Local} is not {{ Length: > 0 }}) return global::GeekCafe.ServiceError.NotFound;");
                if (!member.IsText || member.Text == "TenantId") continue;
                body.Line($"if (!{Names.KeyText}.IsValue({member.Local})) return global::GeekCafe.ServiceError.NotFound;");
            }

            var parts = new List<string>();
            foreach (var part in collection.Parts)
            {
                parts.Add(part.Local);
                body.Line($"var {part.Local} = new global::GeekCafe.CollectionPart<{part.Resource}>({part.ServiceLocal});");
            }

            var index = collection.Index is { } name ? CSharp.Literal(name) : "null";
            var query = $"new({CSharp.Literal(Naming.Camel(collection.Identity.Name) + ".get")}, {index}, " +
                $"{CSharp.Literal(collection.PartitionAttribute)}, {CSharp.Literal(collection.SortAttribute)}, {collection.PartitionKey}({string.Join(", ", arguments)}), {CSharp.Literal(collection.SortPrefix)})";
            body.Line($"var result = await ReadAsync(caller, {query}, request, [{string.Join(", ", parts)}], cancellationToken).ConfigureAwait(false);");
            body.Line("if (!result.TryGet(out var ended, out var failure)) return failure;");
            body.Block($"return new {collection.Identity.FullName}", members =>
            {
                foreach (var part in collection.Parts) members.Line($"{CSharp.Identifier(part.Member)} = {part.Local}.{(part.IsList ? "Items" : "First")},");
                members.Line("Cursor = ended.Cursor,");
            }, "};");
        });
    }
}
