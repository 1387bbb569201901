using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the members of a resource or nested record as changes are made from: <c>EventChange</c>, <c>LocationChange</c>.</summary>
internal static class ChangeEmitter
{
    public static SourceWriter Emit(ResourceModel resource) => resource.Identity.File(writer =>
    {
        writer.Summary($"What can change in {RecordEmitter.Article(resource.Identity.Name)}, member by member; changes are added up with <c>+</c>.");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} static class {resource.Identity.Name}Change", body =>
        {
            var self = resource.Identity.FullName;
            Members(body, resource.Record, self, "static ", member => CSharp.Literal(member.ApiName),
                member => $"static resource => resource.{member.Identifier}",
                (member, value) => $"static (resource, value) => resource with {{ {member.Identifier} = {value} }}");
        });
    });

    /// <summary>The class of a nested record's members, for every resource that holds it.</summary>
    public static void Document(SourceWriter writer, RecordModel record)
    {
        var (self, name) = (record.Identity.FullName, record.Identity.Name + "Change");
        writer.Summary($"What can change in {RecordEmitter.Article(record.Identity.Name)}, member by member.");
        writer.Line("/// <typeparam name=\"TResource\">The resource that holds it.</typeparam>");
        writer.Line("/// <param name=\"path\">Where, as the API names it.</param>");
        writer.Line("/// <param name=\"get\">Its value.</param>");
        writer.Line("/// <param name=\"with\">The resource with another value of it.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Block($"{record.Identity.Accessibility} sealed class {name}<TResource>(string path, global::System.Func<TResource, {self}?> get, global::System.Func<TResource, {self}, TResource> with)\n" +
            $"    : global::GeekCafe.DocumentChange<TResource, {self}>(path, get, with) where TResource : class, global::GeekCafe.IResource<TResource>", body =>
            Members(body, record, "TResource", "", member => $"Within({CSharp.Literal(member.ApiName)})",
                member => $"Getter(static record => record.{member.Identifier})",
                (member, value) => $"Setter<{ValueType(member)}>(static (record, value) => record with {{ {member.Identifier} = {value} }})"));
    }

    private static void Members(SourceWriter writer, RecordModel record, string resource, string modifier, Func<MemberModel, string> path,
        Func<MemberModel, string> get, Func<MemberModel, string, string> with)
    {
        var isFirst = true;
        foreach (var member in record.Members)
        {
            if (member.Access == Access.System || member.IsHidden || member.IsCounter) continue;
            if (!isFirst) writer.Line();
            isFirst = false;
            writer.Summary($"Changes <see cref=\"{record.Name}.{member.Identifier}\"/>.");
            var type = Type(member, resource);
            var parts = member.Type is ListType or StringSetType or MapType
                ? $"{get(member)}, {with(member, Value(member.Type))}"
                : $"{path(member)}, {get(member)}, {with(member, "value")}";
            writer.Line($"public {modifier}{type} {member.Identifier} => new({parts});");
        }
    }

    private static string Type(MemberModel member, string resource) => member.Type switch
    {
        ListType list => $"global::GeekCafe.ListChange<{resource}, {list.Element.Declared}>",
        StringSetType => $"global::GeekCafe.SetChange<{resource}>",
        MapType map => $"global::GeekCafe.MapChange<{resource}, {map.Element.Declared}>",
        DocumentType document => $"{document.Name}Change<{resource}>",
        ScalarType { IsNumber: true, IsNullable: false } number => $"global::GeekCafe.NumberChange<{resource}, {number.Name}>",
        _ => $"global::GeekCafe.MemberChange<{resource}, {member.Type.Declared}>",
    };

    /// <summary>What a setter is given.</summary>
    private static string ValueType(MemberModel member) => member.Type switch
    {
        ListType list => $"global::System.Collections.Generic.IEnumerable<{list.Element.Declared}>",
        StringSetType => "global::System.Collections.Generic.HashSet<string>",
        MapType map => $"global::System.Collections.Generic.Dictionary<string, {map.Element.Declared}>",
        DocumentType document => document.Name,
        _ => member.Type.Declared,
    };

    private static string Value(TypeModel type) => type is ListType ? "[.. value]" : "value";
}
