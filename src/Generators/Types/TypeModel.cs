namespace GeekCafe.Generators.Types;

/// <summary>A type that a member can have: what it is called, and how a value of it is read and written in both JSON forms.</summary>
/// <param name="Name">The type in C#, with <c>global::</c> and without a question mark.</param>
/// <param name="IsValueType">Whether null needs <c>Nullable</c>.</param>
public abstract record TypeModel(string Name, bool IsValueType)
{
    /// <summary>Whether null is a value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The type in C# as declared.</summary>
    public string Declared => IsNullable ? Name + "?" : Name;

    /// <summary>The type in C# with null allowed.</summary>
    public string Optional => Name + "?";

    /// <summary>Whether the type's default can stand in for a value that nobody gave.</summary>
    public virtual bool HasDefault => IsValueType;

    /// <summary>The type of its merge patch, if patches go down into it.</summary>
    public virtual string? NestedPatch => null;

    /// <summary>The schema's members as JSON text for the manifest, such as <c>"type":"string"</c>.</summary>
    public abstract string Schema { get; }

    /// <summary>The schema of an element of this type, which may be null.</summary>
    public string ElementSchema => IsNullable ? Schema + ",\"nullable\":true" : Schema;

    /// <summary>The type of DynamoDB of which a set of these is one, <c>S</c>, <c>N</c> or <c>B</c>; empty: sets cannot hold it.</summary>
    public virtual string SetOf => "";

    /// <summary>Whether it has one text, so that it can be the name of an entry of a dictionary.</summary>
    public virtual bool FitsName => false;

    /// <summary>A condition that a value has something to store, for a type whose empty value reads back from nothing; or null.</summary>
    public virtual string? HasContent(string value) => null;

    /// <summary>An expression that reads a value that is not null.</summary>
    public abstract string ReadValue(Format format);

    /// <summary>A statement, without its semicolon, that writes a value that is not null.</summary>
    public abstract string WriteValue(Format format, string writer, string value);

    /// <summary>A statement that checks the rules inside a value that is not null; null if there are none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">An expression for what comes before its members' names.</param>
    public virtual string? Validate(string value, string path) => null;

    /// <summary>An expression that reads a value, or null where that is allowed.</summary>
    public string Read(Format format) => IsNullable ? ReadNullable(format, ReadValue(format)) : ReadValue(format);

    /// <summary>The same for an expression that reads a value in another way.</summary>
    public string ReadNullable(Format format, string value) => $"{format.Reader}.TryReadNull() ? {Null} : {value}";

    /// <summary>Null as an operand beside a value.</summary>
    protected virtual string Null => "null";

    /// <summary>A delegate that reads an element of this type.</summary>
    public string ReaderOf(Format format) => $"static (ref {format.ReaderType} {format.Reader}) => {Read(format)}";

    /// <summary>A delegate that writes an element of this type.</summary>
    public string WriterOf(Format format)
    {
        var parameters = $"static ({format.WriterType} {format.Writer}, {Declared} value)";
        if (!IsNullable) return $"{parameters} => {WriteValue(format, format.Writer, "value")}";
        return $"{parameters} => {{ if (value is {{ }} present) {WriteValue(format, format.Writer, "present")}; else {format.Writer}.Null(); }}";
    }
}

/// <summary>One of the two JSON forms, as generated code names its readers and writers.</summary>
public sealed record Format(string Reader, string ReaderType, string Writer, string WriterType)
{
    /// <summary>DynamoDB's JSON.</summary>
    public static Format Item { get; } = new("item", "global::GeekCafe.DynamoDb.ItemReader", "item", "global::GeekCafe.DynamoDb.ItemWriter");

    /// <summary>The API's JSON.</summary>
    public static Format Api { get; } = new("json", "global::GeekCafe.Json.ApiReader", "json", "global::GeekCafe.Json.ApiWriter");
}
