using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core;

/// <summary>Types and namespaces whose names differ from another's beside them in case alone, as names of files must not.</summary>
internal static class Twins
{
    /// <summary>Looked for once in what contains them, for each type of it asks. Goes with its symbol, and so with its compilation.</summary>
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Found = new();

    /// <summary>Whether the type, or anything it is in, has a twin.</summary>
    public static bool Has(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol named = type; named.ContainingSymbol is INamespaceOrTypeSymbol outer; named = outer)
        {
            if (Found.GetValue(outer, Find).Contains(named.Name)) return true;
        }

        return false;
    }

    private static HashSet<string> Find(INamespaceOrTypeSymbol container)
    {
        var (seen, twins) = (new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal));
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol) continue;
            if (!seen.TryGetValue(member.Name, out var first)) seen.Add(member.Name, member.Name);
            else if (first != member.Name) twins.UnionWith([first, member.Name]);
        }

        return twins;
    }
}
