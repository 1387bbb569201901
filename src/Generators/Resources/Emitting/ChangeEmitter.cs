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
                member => $"static resource => {Elements(member, "resource")}",
                (member, value) => $"static (resource, value) => resource with {{ {member.Identifier} = {value} }}",
                member => StoredMemberEmitter.Initializer(resource, member, resource.IsDirect));
            foreach (var document in resource.Documents)
            {
                if (documents.ContainsKey(document.Identity.FullName)) Document(body.Line(), document, self, documents, resource.IsDirect);
            }
        });
        if (resource.IsDirect) MayChangeUnread(writer.Line(), resource);
    });

    /// <summary>Who may change every resource, whatever it holds: rules about owners need the resource.</summary>
    private static void MayChangeUnread(SourceWriter writer, ResourceModel resource) => writer.Block($"partial record {resource.Record.Name}", body =>
    {
        const int Read = 2, Update = 4;
        body.Line($"static bool global::GeekCafe.IResource<{resource.Identity.FullName}>.MayChangeUnread({Names.Caller} caller) =>");
        var (read, update) = (Unread(resource, Read), Unread(resource, Update));
        body.Line((read, update) switch
        {
            ("true", "true") => "    true;",
            ("true", _) => $"    caller.IsSystem || {update};",
            (_, "true") => $"    caller.IsSystem || {read};",
            _ => $"    caller.IsSystem || (({read}) && ({update}));",
        });
    });

    private static string Unread(ResourceModel resource, int operation)
    {
        var ways = new List<string>();
        var isDeclared = false;
        foreach (var rule in resource.Access)
        {
            if ((rule.Operations & operation) == 0) continue;
            isDeclared = true;
            if (rule.Anyone) return "true";
            foreach (var role in rule.Roles) ways.Add($"caller.HasRole({CSharp.Literal(role)})");
        }

        if (isDeclared) return ways.Count == 0 ? "false" : string.Join(" || ", ways);
        return operation == 2 ? "true" : "caller.HasRole(\"admin\")";
    }

    /// <summary>The classes of nested records by the records' names in full; those of other assemblies have none and change as a whole.</summary>
    private static Dictionary<string, string> Documents(ResourceModel resource)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in resource.Documents)
        {
            // A struct changes as a whole, like any other value.
            if (document.IsStruct) continue;
            var name = document.Identity.Name + "Members";
            names.Add(document.Identity.FullName, names.ContainsValue(name) ? document.Identity.MetadataName.Replace('.', '_') + "Members" : name);
        }

        return names;
    }

    private static void Document(SourceWriter writer, RecordModel record, string resource, Dictionary<string, string> documents, bool isDirect)
    {
        var self = record.Identity.FullName;
        writer.Summary("What can change in a nested record, member by member.");
        writer.Line("/// <param name=\"path\">Where, as the API names it.</param>");
        writer.Line("/// <param name=\"get\">Its value.</param>");
        writer.Line("/// <param name=\"with\">The resource with another value of it.</param>");
        writer.Block($"public sealed class {documents[self]}(string path, global::System.Func<{resource}, {self}?> get, global::System.Func<{resource}, {self}, {resource}> with)\n" +
            $"    : global::GeekCafe.DocumentChange<{resource}, {self}>(path, get, with)", body =>
            Members(body, record, resource, documents, "", member => $"Within({CSharp.Literal(member.ApiName)})",
                member => $"Getter(static record => {Widened(member)}{Elements(member, "record")})",
                (member, value) => $"Setter<{ValueType(member)}>(static (record, value) => record with {{ {member.Identifier} = {value} }})",
                member => StoredMemberEmitter.Initializer(null, member, isDirect)));
    }

    private static void Members(SourceWriter writer, RecordModel record, string resource, Dictionary<string, string> documents, string modifier,
        Func<MemberModel, string> path, Func<MemberModel, string> get, Func<MemberModel, string, string> with, Func<MemberModel, string> stored)
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
            var comparer = member.Type is SetType { Comparer.Length: > 0 } compared && IsSet(compared) ? $", {compared.Comparer}" : "";
            writer.Line($"    new({(isCollection ? "" : path(member) + ", ")}{get(member)}, {with(member, Made(member.Type))}{comparer}){stored(member)};");
        }
    }

    private static bool IsList(TypeModel type) => type is ListType;

    private static bool IsSet(TypeModel type) => type is SetType;

    /// <summary>Dictionaries named by something else than texts change as a whole.</summary>
    private static bool IsMap(TypeModel type) => type is MapType { Key: ScalarType { IsText: true } };

    /// <summary>A member's value made from the plain collection that a setter is given.</summary>
    private static string Made(TypeModel type) => type switch
    {
        ListType { Make: "{0}" } or ListType { IsValueType: true } => "[.. value]",
        ListType list => list.Convert($"new global::System.Collections.Generic.List<{list.Element.Declared}>(value)"),
        SetType set => set.Convert("value"),
        MapType map when IsMap(map) => map.Convert("value"),
        _ => "value",
    };

    /// <summary>A member's value; of an immutable array, which may have none, its elements.</summary>
    private static string Elements(MemberModel member, string record) =>
        member.Type is ListType { IsValueType: true } ? $"({record}.{member.Identifier} is {{ IsDefault: false }} present ? present : [])" : $"{record}.{member.Identifier}";

    private static string Type(MemberModel member, string resource, Dictionary<string, string> documents) => member.Type switch
    {
        ListType list when IsList(list) => $"global::GeekCafe.ListChange<{resource}, {list.Element.Declared}>",
        SetType set when IsSet(set) => $"global::GeekCafe.SetChange<{resource}, {set.Element.Name}>",
        MapType map when IsMap(map) => $"global::GeekCafe.MapChange<{resource}, {map.Element.Declared}>",
        DocumentType document when documents.TryGetValue(document.Name, out var name) => name,
        DocumentType { IsValueType: false } document => $"global::GeekCafe.DocumentChange<{resource}, {document.Name}>",
        ScalarType { IsNumber: true, IsNullable: false } number => $"global::GeekCafe.NumberChange<{resource}, {number.Name}>",
        _ => $"global::GeekCafe.MemberChange<{resource}, {member.Type.Declared}>",
    };

    /// <summary>What a setter is given.</summary>
    private static string ValueType(MemberModel member) => member.Type switch
    {
        ListType list when IsList(list) => $"global::System.Collections.Generic.IEnumerable<{list.Element.Declared}>",
        SetType set when IsSet(set) => $"global::System.Collections.Generic.HashSet<{set.Element.Name}>",
        MapType map when IsMap(map) => $"global::System.Collections.Generic.Dictionary<string, {map.Element.Declared}>",
        DocumentType { IsValueType: false } document => document.Name,
        _ => member.Type.Declared,
    };

    /// <summary>Delegates convert as they are only to interfaces that they vary over, so a collection is given the type that is wanted.</summary>
    private static string Widened(MemberModel member) => member.Type switch
    {
        ListType list when IsList(list) => $"(global::System.Collections.Generic.IEnumerable<{list.Element.Declared}>?)",
        SetType set when IsSet(set) => $"(global::System.Collections.Generic.IEnumerable<{set.Element.Name}>?)",
        MapType map when IsMap(map) => $"(global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, {map.Element.Declared}>>?)",
        DocumentType { IsValueType: false } document => $"({document.Name}?)",
        _ => "",
    };
}
