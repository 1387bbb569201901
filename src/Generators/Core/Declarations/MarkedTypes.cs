using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Core.Declarations;

/// <summary>The types of an assembly's own source that have an attribute.</summary>
internal static class MarkedTypes
{
    /// <summary>Each with the key of its first declaration that has one. Told by syntax, for most types have none and need not be bound.</summary>
    public static IEnumerable<(INamedTypeSymbol Type, string Key)> Of(Compilation compilation, CancellationToken cancellationToken) =>
        In(compilation.Assembly.GlobalNamespace, cancellationToken);

    private static IEnumerable<(INamedTypeSymbol Type, string Key)> In(INamespaceOrTypeSymbol container, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (container is INamespaceSymbol space)
        {
            foreach (var inner in space.GetNamespaceMembers())
            {
                foreach (var found in In(inner, cancellationToken)) yield return found;
            }
        }

        foreach (var type in container.GetTypeMembers())
        {
            if (DeclarationKey.Of(type, cancellationToken) is { } key) yield return (type, key);
            foreach (var found in In(type, cancellationToken)) yield return found;
        }
    }
}
