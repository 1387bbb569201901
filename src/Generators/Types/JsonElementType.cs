using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>Free-form JSON, kept as whatever types of DynamoDB's it takes.</summary>
public sealed record JsonElementType() : TypeModel("global::System.Text.Json.JsonElement", true)
{
    public override string Schema => "\"type\":\"any\"";

    /// <summary>The default of the struct is no value at all.</summary>
    public override bool HasDefault => false;

    public static TypeModel? TryRecognize(ITypeSymbol type) =>
        type is { Name: "JsonElement", IsValueType: true } && type.ToDisplayString() == "System.Text.Json.JsonElement" ? new JsonElementType() : null;

    public override string ReadValue(Format format) => $"{format.Reader}.ReadJsonElement()";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.Value({value})";
}
