using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the members of a resource as changes are made from: <c>Event.Change.g.cs</c>.</summary>
internal static class ChangeEmitter
{
    public static SourceWriter? Emit(ResourceModel resource) => !resource.HasChanges ? null : resource.Identity.File(writer =>
    {
        var self = resource.Identity.FullName;
        var documents = Documents(resource);
        writer.Summary($"What can change in {RecordEmitter.Article(resource.Identity.Name)}, member by member; changes are added up with <c>+</c>.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} static class {resource.Identity.Name}Change", body =>
        {
            Members(body, resource.Record, self, documents, "static ", member => CSharp.Literal(member.ApiName),
                member => $"static resource => resource.{member.Identifier}",
                (member, value) => $"static (resource, value) => resource with {{ {member.Identifier} = {value} }}");
            foreach (var document in resource.Documents) Document(body.Line(), document, self, documents);
        });
    });

    /// <summary>The classes of nested records by the records' names in full; those of other assemblies have none and change as a whole.</summary>
    private static Dictionary<string, string> Documents(ResourceModel resource)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in resource.Documents)
        {
            var name = document.Identity.Name + "Members";
            names.Add(document.Identity.FullName, names.ContainsValue(name) ? document.Identity.MetadataName.Replace('.', '_') + "Members" : name);
        }

        return names;
    }

    private static void Document(SourceWriter writer, RecordModel record, string resource, Dictionary<string, string> documents)
    {
        var self = record.Identity.FullName;
        writer.Summary("What can change in a nested record, member by member.");
        writer.Line("/// <param name=\"path\">Where, as the API names it.</param>");
        writer.Line("/// <param name=\"get\">Its value.</param>");
        writer.Line("/// <param name=\"with\">The resource with another value of it.</param>");
        writer.Block($"public sealed class {documents[self]}(string path, global::System.Func<{resource}, {self}?> get, global::System.Func<{resource}, {self}, {resource}> with)\n" +
            $"    : global::GeekCafe.DocumentChange<{resource}, {self}>(path, get, with)", body =>
            Members(body, record, resource, documents, "", member => $"Within({CSharp.Literal(member.ApiName)})",
                member => $"Getter(static record => {Widened(member)}record.{member.Identifier})",
                (member, value) => $"Setter<{ValueType(member)}>(static (record, value) => record with {{ {member.Identifier} = {value} }})"));
    }

    private static void Members(SourceWriter writer, RecordModel record, string resource, Dictionary<string, string> documents, string modifier,
        Func<MemberModel, string> path, Func<MemberModel, string> get, Func<MemberModel, string, string> with)
    {
        var isFirst = true;
        foreach (var member in record.Members)
        {
            if (member.Access == Access.System || member.IsHidden || member.IsCounter) continue;
            if (!isFirst) writer.Line();
            isFirst = false;
            var isCollection = IsList(member.Type) || IsSet(member.Type) || IsMap(member.Type);
            writer.Summary($"Changes {CSharp.Xml(member.ApiName)}.");
            writer.Line($"public {modifier}{Type(member, resource, documents)} {member.Identifier} =>");
            writer.Line($"    new({(isCollection ? "" : path(member) + ", ")}{get(member)}, {with(member, IsList(member.Type) ? "[.. value]" : "value")});");
        }
    }

    // Plain collections are changed by element, all others as a whole.
    private static bool IsList(TypeModel type) => type is ListType { Make: "{0}", IsValueType: false };

    private static bool IsSet(TypeModel type) => type is SetType { Make: "{0}", Element: ScalarType { IsText: true } };

    private static bool IsMap(TypeModel type) => type is MapType { Make: "{0}", Key: ScalarType { IsText: true } };

    private static string Type(MemberModel member, string resource, Dictionary<string, string> documents) => member.Type switch
    {
        ListType list when IsList(list) => $"global::GeekCafe.ListChange<{resource}, {list.Element.Declared}>",
        SetType set when IsSet(set) => $"global::GeekCafe.SetChange<{resource}>",
        MapType map when IsMap(map) => $"global::GeekCafe.MapChange<{resource}, {map.Element.Declared}>",
        DocumentType document when documents.TryGetValue(document.Name, out var name) => name,
        DocumentType document => $"global::GeekCafe.DocumentChange<{resource}, {document.Name}>",
        ScalarType { IsNumber: true, IsNullable: false } number => $"global::GeekCafe.NumberChange<{resource}, {number.Name}>",
        _ => $"global::GeekCafe.MemberChange<{resource}, {member.Type.Declared}>",
    };

    /// <summary>What a setter is given.</summary>
    private static string ValueType(MemberModel member) => member.Type switch
    {
        ListType list when IsList(list) => $"global::System.Collections.Generic.IEnumerable<{list.Element.Declared}>",
        SetType set when IsSet(set) => "global::System.Collections.Generic.HashSet<string>",
        MapType map when IsMap(map) => $"global::System.Collections.Generic.Dictionary<string, {map.Element.Declared}>",
        DocumentType document => document.Name,
        _ => member.Type.Declared,
    };

    /// <summary>Delegates convert as they are only to interfaces that they vary over, so a collection is given the type that is wanted.</summary>
    private static string Widened(MemberModel member) => member.Type switch
    {
        ListType list when IsList(list) => $"(global::System.Collections.Generic.IEnumerable<{list.Element.Declared}>?)",
        SetType set when IsSet(set) => "(global::System.Collections.Generic.IEnumerable<string>?)",
        MapType map when IsMap(map) => $"(global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, {map.Element.Declared}>>?)",
        DocumentType document => $"({document.Name}?)",
        _ => "",
    };
}
