using System.Text;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads what attributes say of a member's names, of who sees it and of who changes it.</summary>
public sealed class MemberOptions(INamedTypeSymbol type, IPropertySymbol property, IReadOnlyList<AttributeData> attributes, NamingPolicies naming, Report report)
{
    public MemberModel Apply(MemberModel member)
    {
        if (Find(AttributeNames.Computed) is { } computed) Misfit(computed, "it can be set, so it is stored and shown without it; compute it with '=>'");
        var sensitive = Find(AttributeNames.Sensitive);
        ReportIdle();
        return member with
        {
            Type = StoredType(member),
            Attribute = StoredName(),
            ApiName = Name(AttributeNames.JsonPropertyName) ?? naming.Shown(property.Name),
            IsPublic = property.DeclaredAccessibility == Accessibility.Public && property.GetMethod is { DeclaredAccessibility: Accessibility.Public },
            IsSensitive = sensitive is not null,
            IsWriteOnly = sensitive?.Named<bool>("Hidden") == true,
            IsCreateOnly = IsCreateOnly(member),
        };
    }

    /// <summary>Says that an attribute about the whole item does nothing here: on a nested record, or inherited, where it is not looked for.</summary>
    private void ReportIdle()
    {
        var isOwn = type.Find(AttributeNames.Resource) is not null && SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
        foreach (var name in isOwn ? [] : (string[])[AttributeNames.Unique, AttributeNames.Counter, AttributeNames.TimeToLive])
        {
            if (Find(name) is { } attribute) Misfit(attribute, "only members that the resource itself declares can be");
        }
    }

    /// <summary>The name in the API of a member that is not stored.</summary>
    public string ShownName() => Name(AttributeNames.JsonPropertyName) ?? naming.Shown(property.Name);

    private TypeModel StoredType(MemberModel member)
    {
        if (Find(AttributeNames.EpochSeconds) is not { } attribute) return member.Type;
        if (member.Type is ScalarType { Method: "DateTimeOffset" } time && Find(AttributeNames.TimeToLive) is null) return time.AsEpochSeconds();
        Misfit(attribute, member.Type is ScalarType { Method: "DateTimeOffset" } ? "DynamoDB's Time to Live has seconds of its own; leave one of the two out" : "it must be of type DateTimeOffset");
        return member.Type;
    }

    private string StoredName()
    {
        var name = Name(AttributeNames.AttributeName);
        if (!SystemMemberList.Contains(property.Name)) return name ?? naming.Stored(property.Name);
        if (name is not null) Misfit(Find(AttributeNames.AttributeName)!, "services rely on the name of a system member in the table");
        return Naming.Snake(property.Name);
    }

    private string? Name(string attributeName)
    {
        if (Find(attributeName) is not { ConstructorArguments.Length: 1 } attribute) return null;
        var name = attribute.Text(0);
        if (Problem(name) is not { } problem) return name;
        report(Rules.InvalidMemberName, attribute.ArgumentLocation(0), type.Name, property.Name, name, problem);
        return null;
    }

    private static string? Problem(string name)
    {
        if (name.Length == 0) return "it is empty; give it a name, or leave the attribute out";
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(name) > 255 ? "it has more than 255 bytes" : null;
        }
        catch (EncoderFallbackException)
        {
            return "half of a surrogate pair stands alone in it";
        }
    }

    private bool IsCreateOnly(MemberModel member)
    {
        if (Find(AttributeNames.CreateOnly) is not { } attribute) return false;
        var problem = type.Find(AttributeNames.Resource) is null ? "only members of the resource itself can be; a nested record is patched as a whole"
            : SystemMemberList.Contains(member.Name) || member.Access == Access.Server ? "clients do not write it"
            : member.Type is not (EnumType or FlagsType or ScalarType { Method: not ("Bytes" or "Memory" or "ReadOnlyMemory") }) ? "only single values can be compared with what a replace gives"
            : null;
        if (problem is not null) Misfit(attribute, problem);
        return problem is null;
    }

    private void Misfit(AttributeData attribute, string problem) =>
        report(Rules.UnfitAttribute, attribute.Location(), attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - "Attribute".Length), type.Name, property.Name, problem);

    private AttributeData? Find(string metadataName)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Is(metadataName)) return attribute;
        }

        return null;
    }
}
