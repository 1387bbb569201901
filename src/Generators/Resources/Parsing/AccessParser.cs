using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads who may do what.</summary>
public sealed class AccessParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, Report report)
{
    public EquatableArray<AccessRule> Parse()
    {
        var rules = new List<AccessRule>();
        foreach (var attribute in type.GetAttributes())
        {
            if (!attribute.Is(AttributeNames.Allow)) continue;
            var owner = attribute.Named<string>("Owner");
            if (owner is not null && !IsText(owner)) Misnamed(Rules.InvalidOwner, attribute.NamedLocation("Owner"), owner, IsText);
            var users = attribute.Named<string>("Members");
            if (users is not null && !IsOfTexts(users)) Misnamed(Rules.InvalidAccessMembers, attribute.NamedLocation("Members"), users, IsOfTexts);
            rules.Add(new AccessRule(
                attribute.Number(0), attribute.Named<bool>("Anyone"), owner, users, Split(attribute.Named<string>("Roles"))));
        }

        return rules.ToEquatable();
    }

    private void Misnamed(DiagnosticDescriptor rule, Location? location, string name, Func<string, bool> isFit)
    {
        var nearest = Misspelling.Nearest(members, name);
        if (nearest.Length > 0 && !isFit(nearest)) nearest = "";
        report(rule, location, type.Name, name, Misspelling.Advice(nearest), nearest);
    }

    private bool IsText(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name) return member.Type is ScalarType { IsText: true };
        }

        return false;
    }

    /// <summary>A stored list or set of texts: rules look at what is stored.</summary>
    private bool IsOfTexts(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name) return member.Access != Access.Computed && member.Type is ListType { Element: ScalarType { IsText: true } } or SetType { Element: ScalarType { IsText: true } };
        }

        return false;
    }

    private static EquatableArray<string> Split(string? roles)
    {
        var names = new List<string>();
        foreach (var role in (roles ?? "").Split(','))
        {
            if (role.Trim().Length > 0) names.Add(role.Trim());
        }

        return names.ToEquatable();
    }
}
