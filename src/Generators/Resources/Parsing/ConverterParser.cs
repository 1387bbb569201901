using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads <c>[Converter&lt;T&gt;]</c> on a member.</summary>
public static class ConverterParser
{
    /// <summary>The model of the member's type, as its own converter stores it if it has one.</summary>
    public static TypeModel? Recognize(INamedTypeSymbol type, IPropertySymbol property, IParameterSymbol? parameter, RecognizedTypes types, Report report)
    {
        var attribute = ConvertedType.Find(property.GetAttributes()) ?? (parameter is null ? null : ConvertedType.Find(parameter.GetAttributes()));
        if (attribute is null) return types.Recognize(property.Type);

        var isNullableStruct = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var value = isNullableStruct ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (ConvertedType.Of(value, attribute, types) is { } model)
        {
            return model with { IsNullable = isNullableStruct || property.Type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated } };
        }

        report(Rules.UnfitConverter, attribute.Location() ?? Inheritance.LocationOf(type, property), type.Name, property.Name,
            value.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));

        // What is wrong is said; any type does for going on.
        return ScalarType.Text;
    }
}
