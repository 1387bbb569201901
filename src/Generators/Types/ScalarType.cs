using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A type whose values readers and writers know by themselves.</summary>
/// <param name="Name">The type in C#.</param>
/// <param name="IsValueType">Whether null needs <c>Nullable</c>.</param>
/// <param name="Method">The reader's method is <c>Read</c> and this.</param>
/// <param name="Tag">DynamoDB's type.</param>
/// <param name="ApiSchema">Type and format in the manifest.</param>
public sealed record ScalarType(string Name, bool IsValueType, string Method, string Tag, string ApiSchema) : TypeModel(Name, IsValueType)
{
    private const string Bytes = "\"type\":\"string\",\"format\":\"byte\"";

    private static readonly Dictionary<string, ScalarType> ByName = new(StringComparer.Ordinal)
    {
        ["string"] = new("string", false, "String", "S", "\"type\":\"string\"") { FitsKey = true, HasOneText = true },
        ["char"] = new("char", true, "Char", "S", "\"type\":\"string\",\"minLength\":1,\"maxLength\":1") { FitsKey = true, HasOneText = true },
        ["bool"] = new("bool", true, "Boolean", "BOOL", "\"type\":\"boolean\"") { FitsKey = true },
        ["sbyte"] = Whole("sbyte", "SByte"),
        ["byte"] = Whole("byte", "Byte"),
        ["short"] = Whole("short", "Int16"),
        ["ushort"] = Whole("ushort", "UInt16"),
        ["int"] = Whole("int", "Int32"),
        ["uint"] = Whole("uint", "UInt32"),
        ["long"] = Whole("long", "Int64"),
        ["ulong"] = Whole("ulong", "UInt64"),
        ["global::System.Int128"] = Whole("global::System.Int128", "Int128") with { Writer = "Number" },
        ["global::System.UInt128"] = Whole("global::System.UInt128", "UInt128") with { Writer = "Number" },
        ["global::System.Numerics.BigInteger"] = Whole("global::System.Numerics.BigInteger", "BigInteger") with { Writer = "Number", FitsKey = false },
        ["global::System.Half"] = Number("global::System.Half", "Half") with { Writer = "Number", FitsKey = false },
        ["float"] = Number("float", "Single"),
        ["double"] = Number("double", "Double"),
        ["decimal"] = Number("decimal", "Decimal"),
        ["byte[]"] = new("byte[]", false, "Bytes", "B", Bytes),
        ["global::System.Memory<byte>"] = new("global::System.Memory<byte>", true, "Memory", "B", Bytes),
        ["global::System.ReadOnlyMemory<byte>"] = new("global::System.ReadOnlyMemory<byte>", true, "ReadOnlyMemory", "B", Bytes),
        ["global::System.Guid"] = Struct("Guid", "uuid"),
        ["global::System.DateTime"] = Struct("DateTime", "date-time"),
        ["global::System.DateTimeOffset"] = Struct("DateTimeOffset", "date-time"),
        ["global::System.DateOnly"] = Struct("DateOnly", "date"),
        ["global::System.TimeOnly"] = Struct("TimeOnly", "time"),
        ["global::System.TimeSpan"] = Struct("TimeSpan", "duration"),
        ["global::System.Uri"] = new("global::System.Uri", false, "Uri", "S", "\"type\":\"string\",\"format\":\"uri\""),
    };

    public static ScalarType Text => ByName["string"];

    public static ScalarType WholeNumber => ByName["long"];

    public static ScalarType Time => ByName["global::System.DateTimeOffset"];

    /// <summary>Whether it can be part of a key: it has a text that sorts as its values do.</summary>
    public bool FitsKey { get; init; }

    public bool IsText => Name == "string";

    /// <summary>A number whose bounds are known. A BigInteger has none.</summary>
    public bool IsNumber => Tag == "N" && Method != "BigInteger";

    /// <summary>Whether values have an order of their own, as sorted sets need it.</summary>
    public bool IsSortable => Tag != "B" && Method != "Uri";

    /// <summary>Whether a key can hold it in a format of its own.</summary>
    public bool IsFormattable => Method is "DateTimeOffset" or "DateTime" or "DateOnly" or "TimeOnly" or "Guid" || (Writer == "Value" && ApiSchema == "\"type\":\"integer\"");

    public override string Schema => ApiSchema;

    public override string SetOf => Tag == "BOOL" ? "" : Tag;

    public override bool FitsName => HasOneText;

    // A null beside memory would be taken for an array, and that for memory without bytes.
    protected override string Null => Tag == "B" && IsValueType ? $"default({Optional})" : "null";

    private bool HasOneText { get; init; }

    private string Writer { get; init; } = "Value";

    /// <summary>Whether it is a time that the table has as a number.</summary>
    private bool IsEpochSeconds { get; init; }

    /// <summary>The time as seconds since 1970.</summary>
    public ScalarType AsEpochSeconds() => this with { IsEpochSeconds = true };

    public static TypeModel? TryRecognize(ITypeSymbol type) =>
        ByName.TryGetValue(type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), out var scalar)
            ? scalar : null;

    public override string ReadValue(Format format) => $"{format.Reader}.Read{(IsEpochSeconds && format == Format.Item ? "EpochSeconds" : Method)}()";

    public override string WriteValue(Format format, string writer, string value) => $"{writer}.{(IsEpochSeconds && format == Format.Item ? "EpochSeconds" : Writer)}({value})";

    private static ScalarType Whole(string name, string method) =>
        new(name, true, method, "N", "\"type\":\"integer\"") { FitsKey = true, HasOneText = true };

    private static ScalarType Number(string name, string method) => new(name, true, method, "N", "\"type\":\"number\"") { FitsKey = true };

    private static ScalarType Struct(string name, string format) =>
        new($"global::System.{name}", true, name, "S", $"\"type\":\"string\",\"format\":\"{format}\"") { FitsKey = true, HasOneText = true };
}
