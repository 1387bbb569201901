using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how a resource is stored: <c>Event.Item.g.cs</c>.</summary>
internal static class ItemEmitter
{
    private const string AttributeValues =
        "global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue>";

    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer => writer.Block($"partial record {resource.Record.Name}", body =>
    {
        var self = resource.Identity.FullName;
        body.Summary("Reads an item: attributes that are absent keep their initial values, unknown ones are passed over.");
        ReadingConstructor.FromItem(body, resource.Record);
        body.Line().Summary("The item in the AWS SDK's types, keys included.");
        body.Line($"public {AttributeValues} ToAttributeMap() =>\n    global::GeekCafe.DynamoDb.AttributeMap.From(this);");
        body.Line().Summary("The record an item in the AWS SDK's types holds.");
        body.Line($"public static {resource.Record.Name} FromAttributeMap({AttributeValues} item) =>\n    global::GeekCafe.DynamoDb.AttributeMap.To<{self}>(item);");
        SchemaVersionEmitter.ReadItem(body.Line(), resource);
        body.Line().Block($"void global::GeekCafe.IResource<{self}>.WriteItem({Names.ItemWriter} item)", statements =>
        {
            statements.Line($"item.Name(\"pk\"u8).Value({resource.Keys}.PartitionKey({ShardsEmitter.Arguments(resource, Arguments(resource.Partition), Arguments(resource.Sort))}));");
            statements.Line($"item.Name(\"sk\"u8).Value({resource.Keys}.SortKey({Arguments(resource.Sort)}));");
            SchemaVersionEmitter.Version(statements, resource);
            foreach (var index in resource.Indexes)
            {
                // The keys of a composite index are members, which are written as such.
                if (index.Kind != IndexKind.Composite) IndexKeys(statements.Line(), resource, index);
            }

            if (resource.Expiry.Expires) statements.Line().Line(ExpiryEmitter.Write);
            statements.Line();
            foreach (var member in resource.Record.Members) PythonItemsEmitter.Member(statements, resource, member);
            PythonItemsEmitter.Constants(statements, resource);
        });
    }));

    /// <summary>An item is in an index only if it is live and every member of the keys has a value.</summary>
    private static void IndexKeys(SourceWriter writer, ResourceModel resource, IndexModel index)
    {
        var conditions = new List<string> { "DeletedAt is null" };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in new[] { index.Partition, index.Sort })
        {
            foreach (var part in key.Members)
            {
                // Tenant and id always have a value.
                if (part.Text is "TenantId" or "Id" || !seen.Add(part.Text)) continue;
                if (part.IsText) conditions.Add($"{Names.KeyText}.IsValue({part.Tested})");
                else if (part.IsNullable) conditions.Add($"{part.Tested} is not null");
            }
        }

        writer.Block($"if ({string.Join(" && ", conditions)})", body =>
        {
            if (index.Kind != IndexKind.Local) body.Line($"item.Name({CSharp.Utf8(index.PartitionAttribute)}).Value({resource.Keys}.{index.Name}PartitionKey({ShardsEmitter.Arguments(resource, index, Arguments(index.Partition), Arguments(resource.Identification))}));");
            body.Line($"item.Name({CSharp.Utf8(index.SortAttribute)}).Value({resource.Keys}.{index.Name}SortKey({Arguments(index.Sort)}));");
        });
    }

    private static string Arguments(KeyModel key)
    {
        var arguments = new List<string>();
        foreach (var part in key.Members) arguments.Add(part.Value);
        return string.Join(", ", arguments);
    }
}
