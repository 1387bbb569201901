using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Which hooks the user's part of a generated service overrides. Its base class is not known yet, so a method goes by its name.</summary>
internal static class ServiceHooks
{
    /// <summary>Whether a hook is overridden.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="hook">The hook's name.</param>
    /// <param name="parameters">How many parameters it has.</param>
    public static bool Overrides(INamedTypeSymbol resource, string hook, int parameters)
    {
        foreach (var service in ((INamespaceOrTypeSymbol)resource.ContainingSymbol).GetTypeMembers(resource.Name + "Service"))
        {
            foreach (var member in service.GetMembers(hook))
            {
                if (member is IMethodSymbol { IsOverride: true } method && method.Parameters.Length == parameters) return true;
            }
        }

        return false;
    }
}
