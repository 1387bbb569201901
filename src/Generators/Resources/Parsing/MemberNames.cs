using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether the names under which members are stored and shown can be told apart.</summary>
public static class MemberNames
{
    /// <summary>Names that items use for themselves.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "pk", "sk", "_type", "_rid", "_idem", "_v", "ttl" };

    public static void Check(INamedTypeSymbol type, List<MemberModel> members, List<MemberModel> computed, bool isPython, Report report)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var problem = IsOfTheItem(member, isPython) ? "the item's own attributes" : taken.TryGetValue(member.Attribute, out var other) ? $"'{other}'" : null;
            if (problem is not null) report(Rules.NameClash, MemberSyntax.Location(type, member.Name), type.Name, member.Name, member.Attribute, problem);
            else CheckShown(member);
            taken[member.Attribute] = member.Name;
        }

        foreach (var member in computed) CheckShown(member);
        if (members.Count > 120) report(Rules.UnsupportedDeclaration, type.Place(), type.Name, "it has more than 120 members; group some into nested records");

        void CheckShown(MemberModel member)
        {
            if (shown.TryGetValue(member.ApiName, out var other))
            {
                report(Rules.ApiNameClash, MemberSyntax.Location(type, member.Name), type.Name, member.Name, member.ApiName, other);
            }

            shown[member.ApiName] = member.Name;
        }
    }

    private static bool IsOfTheItem(MemberModel member, bool isPython) =>
        Reserved.Contains(member.Attribute) || IsOfAnIndex(member.Attribute) || (isPython && member.Access != Access.System && Contains(PythonItemsParser.Reserved, member.Attribute));

    private static bool IsOfAnIndex(string attribute) =>
        (attribute.StartsWith("gsi", StringComparison.Ordinal) || attribute.StartsWith("lsi", StringComparison.Ordinal))
        && (attribute.EndsWith("_pk", StringComparison.Ordinal) || attribute.EndsWith("_sk", StringComparison.Ordinal));

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        foreach (var known in names)
        {
            if (known == name) return true;
        }

        return false;
    }
}
