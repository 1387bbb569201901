using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A nested partial record, kept as a map.</summary>
/// <param name="Name">The record, with <c>global::</c>.</param>
/// <param name="ShortName">Its name in the manifest.</param>
public sealed record DocumentType(string Name, string ShortName) : TypeModel(Name, false)
{
    public override string Schema => $"\"type\":\"ref\",\"ref\":\"{ShortName}\"";

    /// <summary>The type of its merge patch.</summary>
    public string PatchName => Name + "Patch";

    public static TypeModel? TryRecognize(ITypeSymbol type, RecognizedTypes types)
    {
        if (type is not INamedTypeSymbol { IsRecord: true, IsValueType: false, IsGenericType: false, IsAbstract: false } record) return null;
        if (record.Find(AttributeNames.Resource) is not null || !types.AddDocument(record)) return null;
        return new DocumentType(
            record.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), record.Name);
    }

    public override string ReadValue(Format format) => $"{format.Reader}.ReadDocument<{Name}>()";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.Document({value})";
}
