using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads which members are unique, and within what.</summary>
public sealed class UniqueParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, string collection, Report report)
{
    public EquatableArray<UniqueModel> Parse()
    {
        var uniques = new List<UniqueModel>();
        foreach (var member in members)
        {
            if (MemberAttributes.Find(type, member.Name, AttributeNames.Unique) is not { } attribute) continue;
            if (Problem(member, attribute) is { } problem) report(Rules.UnfitUnique, attribute.Location(), type.Name, member.Name, problem);
            else uniques.Add(new UniqueModel(member.Name, member.ApiName, Marker(member, attribute)));
        }

        if (uniques.Count > 0) new GeneratedNames(type, report).CheckSibling("Claims");
        return uniques.ToEquatable();
    }

    private string? Problem(MemberModel member, AttributeData attribute)
    {
        if (member.Access == Access.System) return "the service sets it";
        if (!Fits(member.Type)) return "only texts, whole numbers, Guids, dates and enums can be, for they stand in a key";
        if (attribute.Named<bool>("IgnoreCase") && member.Type is not ScalarType { IsText: true }) return "IgnoreCase needs a text";
        foreach (var scope in AttributeTexts.Of(attribute, "Within"))
        {
            if (scope == member.Name) return "it is unique within itself; leave it out of Within";
            if (Find(scope) is not { } other) return $"Within names '{scope}', which is no member; use nameof";
            if (!Fits(other.Type)) return $"Within names '{scope}', whose type cannot stand in a key";
        }

        return null;
    }

    /// <summary>The value stands in the partition key, so that markers spread over partitions.</summary>
    private KeyModel Marker(MemberModel member, AttributeData attribute)
    {
        var parts = new List<KeyPart> { Literal("TENANT#"), Part(Find("TenantId")!), Literal($"#UNIQUE#{collection}#{member.Attribute}#") };
        foreach (var scope in AttributeTexts.Of(attribute, "Within"))
        {
            if (scope == "TenantId") continue;
            parts.Add(Part(Find(scope)!));
            parts.Add(Literal("#"));
        }

        parts.Add(Part(member) with { IgnoresCase = attribute.Named<bool>("IgnoreCase") });
        return new KeyModel("", parts.ToEquatable());
    }

    private static KeyPart Literal(string text) => new(text, IsLiteral: true);

    private static KeyPart Part(MemberModel member) => new(member.Name, IsLiteral: false)
    {
        TypeName = member.Type.Name,
        EnumNames = member.Type is EnumType named ? named.Model.FullName : "",
        IsNullable = member.IsNullable,
        IsNullableValue = member.IsNullable && member.Type.IsValueType,
    };

    private static bool Fits(TypeModel type) =>
        type is EnumType or ScalarType { FitsKey: true, Method: not ("Single" or "Double" or "Decimal" or "Boolean" or "DateTime" or "DateTimeOffset" or "TimeSpan" or "TimeOnly") };

    private MemberModel? Find(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name) return member;
        }

        return null;
    }
}
