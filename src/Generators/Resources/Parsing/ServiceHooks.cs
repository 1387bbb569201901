using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether a service wants to know of changes: its user's part says so by overriding a hook.</summary>
internal static class ServiceHooks
{
    private const string Hook = "OnChangeAsync";

    /// <summary>Whether the user's part of the resource's service overrides the hook. Its base class is not known yet, so the method goes by its name.</summary>
    public static bool Listens(INamedTypeSymbol resource)
    {
        foreach (var service in ((INamespaceOrTypeSymbol)resource.ContainingSymbol).GetTypeMembers(resource.Name + "Service"))
        {
            if (Override(service) is not null) return true;
        }

        return false;
    }

    /// <summary>Looks at what derives from a service, where nobody would see the override. For the analyzer.</summary>
    public static void CheckDerived(INamedTypeSymbol type, Report report)
    {
        if (type.BaseType is not { } parent || IsRoot(parent) || Override(type) is not { } hook) return;
        for (var current = parent; current is not null; current = current.BaseType)
        {
            if (IsRoot(current))
            {
                report(Rules.UnheardChanges, hook.Locations[0], type.Name, parent.Name);
                return;
            }

            if (Override(current) is not null) return;
            parent = current;
        }
    }

    private static ISymbol? Override(INamedTypeSymbol service)
    {
        foreach (var member in service.GetMembers(Hook))
        {
            if (member is IMethodSymbol { IsOverride: true, Parameters.Length: 2 }) return member;
        }

        return null;
    }

    private static bool IsRoot(INamedTypeSymbol type) => type is { Name: "ResourceService", TypeArguments.Length: 4, ContainingNamespace.Name: "GeekCafe" };
}
