using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes typed filters: <c>Event.Filter.g.cs</c>.</summary>
internal static class FilterEmitter
{
    private const string Space = "global::GeekCafe.DynamoDb.";

    /// <summary>Names that a property of a generated class would hide.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Path", "Exists", "IsAbsent", "IsNull", "IsNotNull", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals",
    };

    public static SourceWriter? Emit(ResourceModel resource) => !resource.HasConditions ? null : resource.Identity.File(writer =>
    {
        writer.Summary($"Conditions on the members of {RecordEmitter.Article(resource.Identity.Name)}, joined by <c>&amp;</c>, <c>|</c> and <c>!</c>.").Line(Names.GeneratedCode);
        writer.Block($"{resource.Identity.Accessibility} static class {resource.Identity.Name}Filter", body =>
        {
            var isFirst = true;
            foreach (var member in resource.Record.Members)
            {
                // Lists are of one tenant and show nothing that is deleted.
                if (member.Name is "TenantId" or "DeletedAt" or "DeletedBy") continue;
                if (!isFirst) body.Line();
                isFirst = false;
                Member(body, resource, member, resource.Record, "public static", $"{Space}AttributePath.Of({CSharp.Literal(member.Attribute)})", $"{resource.Identity.Name}Filter");
            }

            for (var i = 0; i < resource.Documents.Count; i++) Document(body.Line(), resource, i);
        });
    });

    private static void Document(SourceWriter writer, ResourceModel resource, int number)
    {
        var document = resource.Documents[number];
        var name = DocumentClass(resource, number);
        writer.Summary($"Conditions on the members of a nested <see cref=\"{document.Identity.FullName}\"/>.");
        writer.Block($"public sealed class {name} : {Space}AttributeFilter<{resource.Identity.FullName}>", body =>
        {
            body.Line($"internal {name}({Space}AttributePath path, {Space}AbsentValue absent) : base(path, absent)").Line("{").Line("}");
            foreach (var member in document.Members)
            {
                var hides = Inherited.Contains(member.Name) ? "public new" : "public";
                Member(body.Line(), resource, member, document, hides, $"base.Path.Then({CSharp.Literal(member.Attribute)})", name);
            }
        });
    }

    private static void Member(SourceWriter writer, ResourceModel resource, MemberModel member, RecordModel record, string modifiers, string path, string outer)
    {
        var self = resource.Identity.FullName;
        var (type, arguments) = Filter(resource, member);
        var name = member.Name == outer ? member.Name + "Value" : member.Identifier;
        writer.Summary($"Conditions on <see cref=\"{(member.DeclaredIn.Length > 0 ? member.DeclaredIn : record.Identity.FullName)}.{member.Identifier}\"/>.");
        writer.Line($"{modifiers} {type} {name} => new({path}, {Space}AbsentValue.{Absent(member)}{arguments});");

        (string, string) Filter(ResourceModel of, MemberModel what) => what.Type switch
        {
            ScalarType { IsText: true } => ($"{Space}TextFilter<{self}>", ""),
            ScalarType { Method: "DateTimeOffset" } when what.Access == Access.System =>
                ($"{Space}OrderedFilter<{self}, {Names.Time}>", $", static (item, value) => item.Value(value.ToUniversalTime())"),
            { } comparable when IsOrdered(comparable) => ($"{Space}OrderedFilter<{self}, {comparable.Name}>", Writer(comparable)),
            { } comparable when IsComparable(comparable) => ($"{Space}ValueFilter<{self}, {comparable.Name}>", Writer(comparable)),
            SetType set when IsComparable(set.Element) => ($"{Space}CollectionFilter<{self}, {set.Element.Name}>", Writer(set.Element)),
            ListType list when IsComparable(list.Element) => ($"{Space}CollectionFilter<{self}, {list.Element.Name}>", Writer(list.Element)),
            ListType or SetType or MapType or ScalarType { Method: "Bytes" } => ($"{Space}CollectionFilter<{self}>", ""),
            DocumentType document when Find(of, document.Name) is >= 0 and var at => (DocumentClass(of, at), ""),
            _ => ($"{Space}AttributeFilter<{self}>", ""),
        };
    }

    private static string Writer(TypeModel type) => $", static (item, value) => {type.WriteValue(Format.Item, "item", "value")}";

    /// <summary>Whether stored values sort as values do. Durations do not, nor do times that keep their offset.</summary>
    private static bool IsOrdered(TypeModel type) => type is ScalarType { IsNumber: true } or ScalarType { Method: "DateTime" or "DateOnly" or "TimeOnly" };

    /// <summary>Whether values are equal exactly when their stored forms are.</summary>
    private static bool IsComparable(TypeModel type) =>
        IsOrdered(type) || type is EnumType or ScalarType { IsText: true } or ScalarType { Method: "Boolean" or "Guid" or "TimeSpan" };

    /// <summary>What it means when the member's attribute is absent.</summary>
    internal static string Absent(MemberModel member)
    {
        if (member.IsNullable) return member.HasInitialContent ? "Unknown" : "Null";
        if (member.Type is SetType) return member.HasInitialContent ? "Unknown" : "Default";
        if (member.Access == Access.System || member.MustBeGiven || member.Type is DocumentType) return "Unknown";
        if (member.Type is ListType or MapType or ScalarType { Method: "Bytes" }) return member.HasInitialContent ? "Unknown" : "Default";
        return member.Type.IsValueType && !member.HasInitializer && member.ParameterDefault is null or "default" ? "Default" : "Unknown";
    }

    private static int Find(ResourceModel resource, string document)
    {
        for (var i = 0; i < resource.Documents.Count; i++)
        {
            if (resource.Documents[i].Identity.FullName == document) return i;
        }

        return -1;
    }

    /// <summary>A nested record's class; numbered where two have one name.</summary>
    private static string DocumentClass(ResourceModel resource, int number)
    {
        var name = resource.Documents[number].Identity.Name;
        for (var i = 0; i < number; i++)
        {
            if (resource.Documents[i].Identity.Name == name) return $"{name}Members{CSharp.Literal(number)}";
        }

        return name + "Members";
    }
}
