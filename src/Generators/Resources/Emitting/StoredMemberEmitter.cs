using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how members are stored, for changes that DynamoDB makes itself.</summary>
internal static class StoredMemberEmitter
{
    /// <summary>An initializer that says it, or nothing for a member whose changes need the current resource.</summary>
    /// <param name="resource">The resource; null for a member of a nested record.</param>
    /// <param name="member">The member.</param>
    /// <param name="isDirect">Whether DynamoDB makes changes.</param>
    public static string Initializer(ResourceModel? resource, MemberModel member, bool isDirect)
    {
        if (!isDirect || resource?.IsFollowed(member) == true || Value(member) is not { } value) return "";
        var attribute = CSharp.Literal(member.Attribute);
        return resource is null
            ? $" {{ Stored = Stored?.Within<{value.Type}>({attribute}, {value.Arguments}) }}"
            : $" {{ Stored = new(global::GeekCafe.DynamoDb.AttributePath.Of({attribute}), {value.Arguments}) }}";
    }

    private static (string Type, string Arguments)? Value(MemberModel member)
    {
        var hasRules = member.Validation.Count > 0;
        var absent = $"global::GeekCafe.DynamoDb.AbsentValue.{FilterEmitter.Absent(member)}, ";
        switch (member.Type)
        {
            case ScalarType or EnumType when !HasFields(member):
                var counts = !hasRules && member.Type is ScalarType { IsNumber: true, IsNullable: false, Schema: "\"type\":\"integer\"" } && !member.Type.Name.EndsWith("128", StringComparison.Ordinal);
                return (member.Type.Declared, absent + member.Type.WriterOf(Format.Item) + Check(member) + (counts ? ", canCount: true" : ""));
            case DocumentType { IsValueType: false } document when !hasRules:
                return (document.Name, absent + (document with { IsNullable = false }).WriterOf(Format.Item) + $", {Lambda($"((global::GeekCafe.IDocument<{document.Name}>)value).Validate(errors, path + \".\")")}");
            case ListType list when !hasRules && !RecordEmitter.HasChecks(list.Element):
                return (list.Element.Declared, absent + list.Element.WriterOf(Format.Item));
            case SetType set when !hasRules && HasOneForm(set.Element):
                return (set.Element.Name, absent + set.Element.WriterOf(Format.Item) + $", setOf: \"{set.Element.SetOf}S\"");
            case MapType { Key: ScalarType { IsText: true } } map when !hasRules && !RecordEmitter.HasChecks(map.Element):
                return (map.Element.Declared, absent + map.Element.WriterOf(Format.Item));
            default:
                return null;
        }
    }

    /// <summary>Whether a rule needs a field of the record, such as a compiled pattern.</summary>
    private static bool HasFields(MemberModel member)
    {
        foreach (var rule in member.Validation)
        {
            if (rule.Field.Length > 0) return true;
        }

        return false;
    }

    private static string Check(MemberModel member)
    {
        var calls = new List<string>();
        foreach (var rule in member.Validation) calls.Add(rule.Call.Replace("{path}", "path").Replace("{value}", "value"));
        return calls.Count switch
        {
            0 => "",
            1 => ", " + Lambda(calls[0]),
            _ => ", " + Lambda($"{{ {string.Join("; ", calls)}; }}"),
        };
    }

    private static string Lambda(string body) => $"static (errors, path, value) => {body}";

    /// <summary>Whether DynamoDB takes elements for equal exactly where C# does.</summary>
    private static bool HasOneForm(TypeModel type) => type is EnumType
        or ScalarType { Method: "String" or "Char" or "Guid" or "DateOnly" or "TimeOnly" or "Bytes" or "Decimal" or "Int16" or "Int32" or "Int64" or "UInt16" or "UInt32" or "UInt64" or "Byte" or "SByte" };
}
