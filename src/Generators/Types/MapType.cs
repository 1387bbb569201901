using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A dictionary with texts for keys, kept as a map.</summary>
public sealed record MapType(string Name, TypeModel Element) : TypeModel(Name, false)
{
    public override string Schema => $"\"type\":\"object\",\"values\":{{{Element.Schema}}}";

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        if (type is not INamedTypeSymbol { IsGenericType: true, Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" } map
            || map.ContainingNamespace.ToDisplayString() != "System.Collections.Generic"
            || map.TypeArguments[0].SpecialType != SpecialType.System_String
            || types.Recognize(map.TypeArguments[1]) is not { } element

            // A merge patch removes an entry by null; there is no runtime helper that could keep one as well.
            || element is { IsValueType: true, IsNullable: true })
        {
            return null;
        }

        return new MapType(map.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(RecognizedTypes.NameFormat), element);
    }

    public override string ReadValue(Format format) => $"{format.Reader}.ReadMap<{Element.Declared}>({Element.ReaderOf(format)})";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.Map({value}, {Element.WriterOf(format)})";
}
