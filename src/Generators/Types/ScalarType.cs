using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A type whose values readers and writers know by themselves.</summary>
/// <param name="Name">The type in C#.</param>
/// <param name="IsValueType">Whether null needs <c>Nullable</c>.</param>
/// <param name="Method">The reader's method is <c>Read</c> and this.</param>
/// <param name="ApiSchema">Type and format in the manifest.</param>
/// <param name="FitsKey">Whether it can be part of a key.</param>
public sealed record ScalarType(string Name, bool IsValueType, string Method, string ApiSchema, bool FitsKey) : TypeModel(Name, IsValueType)
{
    private static readonly Dictionary<string, ScalarType> ByName = new(StringComparer.Ordinal)
    {
        ["string"] = new("string", false, "String", "\"type\":\"string\"", true),
        ["bool"] = new("bool", true, "Boolean", "\"type\":\"boolean\"", true),
        ["sbyte"] = Whole("sbyte", "SByte"),
        ["byte"] = Whole("byte", "Byte"),
        ["short"] = Whole("short", "Int16"),
        ["ushort"] = Whole("ushort", "UInt16"),
        ["int"] = Whole("int", "Int32"),
        ["uint"] = Whole("uint", "UInt32"),
        ["long"] = Whole("long", "Int64"),
        ["ulong"] = Whole("ulong", "UInt64"),
        ["float"] = new("float", true, "Single", "\"type\":\"number\"", true),
        ["double"] = new("double", true, "Double", "\"type\":\"number\"", true),
        ["decimal"] = new("decimal", true, "Decimal", "\"type\":\"number\"", true),
        ["byte[]"] = new("byte[]", false, "Bytes", "\"type\":\"string\",\"format\":\"byte\"", false),
        ["global::System.Guid"] = Struct("Guid", "uuid"),
        ["global::System.DateTime"] = Struct("DateTime", "date-time"),
        ["global::System.DateTimeOffset"] = Struct("DateTimeOffset", "date-time"),
        ["global::System.DateOnly"] = Struct("DateOnly", "date"),
        ["global::System.TimeOnly"] = Struct("TimeOnly", "time"),
        ["global::System.TimeSpan"] = Struct("TimeSpan", "duration"),
        ["global::System.Uri"] = new("global::System.Uri", false, "Uri", "\"type\":\"string\",\"format\":\"uri\"", false),
    };

    public static ScalarType Text => ByName["string"];

    public static ScalarType WholeNumber => ByName["long"];

    public static ScalarType Time => ByName["global::System.DateTimeOffset"];

    public bool IsText => Name == "string";

    public bool IsNumber => IsValueType && Name is "sbyte" or "byte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong"
        or "float" or "double" or "decimal";

    /// <summary>Whether a key can hold it in a format of its own.</summary>
    public bool IsFormattable => Method is "DateTimeOffset" or "DateTime" or "DateOnly" or "TimeOnly" or "Guid" || ApiSchema == "\"type\":\"integer\"";

    public override string Schema => ApiSchema;

    public static TypeModel? TryRecognize(ITypeSymbol type) =>
        ByName.TryGetValue(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), out var scalar)
            ? scalar : null;

    public override string ReadValue(Format format) => $"{format.Reader}.Read{Method}()";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.Value({value})";

    private static ScalarType Whole(string name, string method) => new(name, true, method, "\"type\":\"integer\"", true);

    private static ScalarType Struct(string name, string format) =>
        new($"global::System.{name}", true, name, $"\"type\":\"string\",\"format\":\"{format}\"", true);
}
