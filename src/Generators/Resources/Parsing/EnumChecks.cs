using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether the names of an enum's members can be told apart once written.</summary>
public static class EnumChecks
{
    public static void Run(INamedTypeSymbol type, NamingPolicies naming, Report report)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true }) continue;
            var stored = naming.Stored(member.Name);
            if (taken.TryGetValue(stored, out var other)) report(Rules.NameClash, member.Place(), type.Name, member.Name, stored, $"'{other}'");
            taken[stored] = member.Name;
        }
    }
}
