using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>An array or list, kept as a list in order.</summary>
public sealed record ListType(string Name, TypeModel Element, bool IsArray) : TypeModel(Name, false)
{
    public override string Schema => $"\"type\":\"array\",\"items\":{{{Element.Schema}}}";

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        var elementType = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { IsGenericType: true, Name: "List" or "IList" or "IReadOnlyList" or "IReadOnlyCollection" or "ICollection" } list
                when list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" => list.TypeArguments[0],
            _ => null,
        };
        if (elementType is null || types.Recognize(elementType) is not { } element) return null;
        var name = type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(RecognizedTypes.NameFormat);
        return new ListType(name, element, type is IArrayTypeSymbol);
    }

    public override string ReadValue(Format format) =>
        $"{format.Reader}.{(IsArray ? "ReadArray" : "ReadList")}<{Element.Declared}>({Element.ReaderOf(format)})";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.List({value}, {Element.WriterOf(format)})";
}
