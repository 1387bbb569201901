using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>What the types of collections have in common.</summary>
internal static class Collections
{
    public const string Generic = "global::System.Collections.Generic";
    public const string Immutable = "global::System.Collections.Immutable";
    public const string Frozen = "global::System.Collections.Frozen";

    /// <summary>The comparer of texts.</summary>
    public const string Ordinal = "global::System.StringComparer.Ordinal";

    /// <summary>The name of a generic type with its namespace and without its arguments, or empty.</summary>
    public static string NameOf(ITypeSymbol type) => type is INamedTypeSymbol { IsGenericType: true, ContainingType: null } named
        ? $"{named.ContainingNamespace.ToDisplayString()}.{named.Name}" : "";

    /// <summary>The type in C#, without a question mark of its own.</summary>
    public static string Declared(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(RecognizedTypes.NameFormat);
}
