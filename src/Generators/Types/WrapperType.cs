using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A record around one scalar, such as <c>readonly record struct OrderId(Guid Value)</c>, kept as that scalar.</summary>
/// <param name="Name">The record.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Property">The property that holds the scalar.</param>
/// <param name="Stored">The scalar.</param>
public sealed record WrapperType(string Name, bool IsValueType, string Property, ScalarType Stored) : TypeModel(Name, IsValueType)
{
    public override string Schema => Stored.Schema;

    /// <summary>The default of a struct around a text holds null.</summary>
    public override bool HasDefault => IsValueType && Stored.IsValueType;

    public static TypeModel? TryRecognize(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsRecord: true, IsGenericType: false, IsAbstract: false } record || !EnumType.IsVisible(record)) return null;
        if (IsDocument(record) || record.BaseType is not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }) return null;
        IPropertySymbol? only = null;
        foreach (var member in record.GetMembers())
        {
            if (!MemberChecks.IsStored(member)) continue;
            if (only is not null) return null;
            only = (IPropertySymbol)member;
        }

        if (only is not { DeclaredAccessibility: Accessibility.Public } || !IsParameter(record, only) || ScalarType.TryRecognize(only.Type) is not ScalarType scalar) return null;
        if (only.Type.NullableAnnotation == NullableAnnotation.Annotated) return null;
        return new WrapperType(record.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), record.IsValueType,
            Core.CSharp.Identifier(only.Name), scalar);
    }

    /// <summary>A partial record is one that code is generated into, or was where it is declared.</summary>
    private static bool IsDocument(INamedTypeSymbol record)
    {
        foreach (var implemented in record.Interfaces)
        {
            if (implemented is { Name: "IDocument", ContainingNamespace.Name: "GeekCafe" }) return true;
        }

        return record.DeclaringSyntaxReferences.Length > 0 && Core.TypeIdentity.IsPartial(record);
    }

    private static bool IsParameter(INamedTypeSymbol record, IPropertySymbol property)
    {
        foreach (var constructor in record.InstanceConstructors)
        {
            if (constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [var parameter] } && parameter.Name == property.Name
                && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
            {
                return true;
            }
        }

        return false;
    }

    public override string ReadValue(Format format)
    {
        var read = format == Format.Item ? Stored.ReadValue(format) : Stored.ReaderOf(format);
        return $"{format.Reader}.Convert<{Name}, {Stored.Name}>({read}, static value => new {Name}(value))";
    }

    public override string WriteValue(Format format, string writer, string value) => Stored.WriteValue(format, writer, $"{value}.{Property}");
}
