using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A type that a converter of the user's turns into one that can be stored.</summary>
/// <param name="Name">The type.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Converter">The converter, with <c>global::</c>.</param>
/// <param name="Stored">What is stored.</param>
public sealed record ConvertedType(string Name, bool IsValueType, string Converter, TypeModel Stored) : TypeModel(Name, IsValueType)
{
    public override string Schema => Stored.Schema;

    /// <summary>The default of a struct may be a value that its converter does not know.</summary>
    public override bool HasDefault => false;

    private string Arguments => $"<{Converter}, {Name}, {Stored.Name}>";

    /// <summary>A type that names its converter.</summary>
    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types) => Find(type.GetAttributes()) is { } attribute ? Of(type, attribute, types) : null;

    /// <summary>The type as this attribute's converter stores it; null if it converts something else, or to what cannot be stored.</summary>
    public static TypeModel? Of(ITypeSymbol type, AttributeData attribute, RecognizedTypes types)
    {
        if (attribute.AttributeClass!.TypeArguments[0] is not INamedTypeSymbol { IsStatic: false } converter || !EnumType.IsVisible(converter)) return null;
        foreach (var implemented in converter.AllInterfaces)
        {
            if (implemented is not { Name: "IValueConverter", ContainingNamespace.Name: "GeekCafe", TypeArguments: [var value, var storedType] }) continue;
            if (!SymbolEqualityComparer.Default.Equals(value, type)) continue;
            if (types.RecognizeStored(storedType) is not { IsNullable: false } stored) return null;
            return new ConvertedType(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(RecognizedTypes.NameFormat), type.IsValueType,
                converter.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), stored);
        }

        return null;
    }

    /// <summary>The attribute that names a converter.</summary>
    public static AttributeData? Find(IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Name: "ConverterAttribute", IsGenericType: true, ContainingNamespace: { Name: "GeekCafe", ContainingNamespace.IsGlobalNamespace: true } }) return attribute;
        }

        return null;
    }

    public override string ReadValue(Format format) => format == Format.Item
        ? $"{format.Reader}.Convert{Arguments}({Stored.ReadValue(format)})"
        : $"{format.Reader}.Convert{Arguments}({Stored.ReaderOf(format)})";

    public override string WriteValue(Format format, string writer, string value) =>
        Stored.WriteValue(format, writer, $"global::GeekCafe.ValueConverter.ToStored{Arguments}({value})");
}
