using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GeekCafe.Generators.Usage;

/// <summary>The methods, local functions and lambdas around an operation, from the innermost to the outermost.</summary>
internal static class Scopes
{
    /// <summary>The innermost; null outside of any.</summary>
    public static IMethodSymbol? MethodOf(IOperation operation, ISymbol containing)
    {
        foreach (var scope in Around(operation, containing)) return scope;
        return null;
    }

    /// <summary>All whose parameters can be used here: what is static captures nothing.</summary>
    public static IEnumerable<IMethodSymbol> Around(IOperation operation, ISymbol containing)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            var scope = current switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (scope is null) continue;
            yield return scope;
            if (scope.IsStatic) yield break;
        }

        if (containing is IMethodSymbol method) yield return method;
    }
}
