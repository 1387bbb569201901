using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether the names under which members are stored can be told apart.</summary>
public static class MemberNames
{
    /// <summary>Names that items use for themselves.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "pk", "sk", "_type", "_rid", "_idem" };

    public static void Check(INamedTypeSymbol type, List<MemberModel> members, Report report)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var problem = Reserved.Contains(member.Attribute) || member.Attribute.StartsWith("gsi", StringComparison.Ordinal)
                && (member.Attribute.EndsWith("_pk", StringComparison.Ordinal) || member.Attribute.EndsWith("_sk", StringComparison.Ordinal))
                ? "the item's own attributes"
                : taken.TryGetValue(member.Attribute, out var other) ? $"'{other}'" : null;
            if (problem is not null) report(Rules.NameClash, MemberSyntax.Location(type, member.Name), type.Name, member.Name, member.Attribute, problem);
            taken[member.Attribute] = member.Name;
        }

        if (members.Count > 120) report(Rules.UnsupportedDeclaration, type.Locations[0], type.Name, "it has more than 120 members; group some into nested records");
    }
}
