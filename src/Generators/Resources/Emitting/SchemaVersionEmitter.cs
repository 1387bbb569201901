using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how items of older versions are read.</summary>
internal static class SchemaVersionEmitter
{
    public static void ReadItem(SourceWriter writer, ResourceModel resource)
    {
        var self = resource.Identity.FullName;
        var head = $"static {self} global::GeekCafe.IResource<{self}>.ReadItem(ref {Names.ItemReader} item) =>";
        if (resource.Schema is not { } schema)
        {
            writer.Line($"{head} new(ref item);");
            return;
        }

        writer.Summary("The form in which the item is stored, if it is not the current one.");
        writer.Line("private global::GeekCafe.DynamoDb.StoredForm _storedForm;").Line();
        writer.Line($"global::GeekCafe.DynamoDb.StoredForm global::GeekCafe.IResource<{self}>.StoredForm => _storedForm;").Line();
        writer.Line(head).Line($"    global::GeekCafe.DynamoDb.SchemaVersions.Read(ref item, {CSharp.Literal(schema.Version)}, Upcast,");
        writer.Line($"        static (ref {Names.ItemReader} item, global::GeekCafe.DynamoDb.StoredForm stored) => new {self}(ref item) {{ _storedForm = stored }});").Line();
        writer.Summary("Brings an item of an older version to the current one.");
        writer.Block("private static void Upcast(global::GeekCafe.DynamoDb.ItemDocument item, int version)", body =>
        {
            for (var i = 0; i < schema.Upcasters.Count; i++) body.Line($"if (version <= {CSharp.Literal(i + 1)}) {CSharp.Identifier(schema.Upcasters[i])}(item);");
        });
    }

    /// <summary>Notes the version on the item.</summary>
    public static void Version(SourceWriter writer, ResourceModel resource)
    {
        if (resource.Schema is { } schema) writer.Line($"item.Name(\"_v\"u8).Value({CSharp.Literal(schema.Version)});");
    }
}
