using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A set of texts, kept as a string set.</summary>
public sealed record StringSetType(string Name) : TypeModel(Name, false)
{
    public override string Schema => "\"type\":\"set\",\"items\":{\"type\":\"string\"}";

    public static TypeModel? TryRecognize(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true, Name: "HashSet" or "ISet" or "IReadOnlySet" } set
        && set.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
        && set.TypeArguments[0] is { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated }
            ? new StringSetType(set.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(RecognizedTypes.NameFormat)) : null;

    /// <summary>A set without elements.</summary>
    public const string Empty = "new global::System.Collections.Generic.HashSet<string>(global::System.StringComparer.Ordinal)";

    public override string ReadValue(Format format) => $"{format.Reader}.ReadStringSet()";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.Set({value})";
}
