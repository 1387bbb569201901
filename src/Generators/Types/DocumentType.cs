using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A nested partial record, class or struct, kept as a map.</summary>
/// <param name="Name">The record, with <c>global::</c>.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Reference">Its full name, which the manifest shortens where that is unique.</param>
public sealed record DocumentType(string Name, bool IsValueType, string Reference) : TypeModel(Name, IsValueType)
{
    public override string Schema => $"\"type\":\"ref\",\"ref\":{CSharp.Json(Reference)}";

    public override string NestedPatch => Name + "Patch";

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        if (type is not INamedTypeSymbol { IsRecord: true, IsGenericType: false, IsAbstract: false } record) return null;
        if (record.Find(AttributeNames.Resource) is not null || !types.AddDocument(record)) return null;
        var name = record.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new DocumentType(name, record.IsValueType, TypeIdentity.MetadataNameOf(record));
    }

    public override string ReadValue(Format format) => $"{format.Reader}.ReadDocument<{Name}>()";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.Document({value})";

    public override string Validate(string value, string path) => $"((global::GeekCafe.IDocument<{Name}>){value}).Validate(errors, {path});";
}
