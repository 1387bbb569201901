using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Writes the value of one element of a collection.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate void ItemValueWriter<in T>(ItemWriter item, T value);

/// <summary>
/// Writes attributes in DynamoDB's JSON, straight from values: <c>item.Name("title"u8).Value(Title)</c>. The formats are those of
/// docs/types.md; <see cref="ItemReader"/> reads exactly these.
/// </summary>
/// <param name="json">Where to write.</param>
public readonly partial struct ItemWriter(Utf8JsonWriter json)
{
    private readonly int _start = json.CurrentDepth;

    /// <summary>The writer beneath, for requests that surround items.</summary>
    public Utf8JsonWriter Json { get; } = json;

    /// <summary>Begins an attribute, or an entry of a map.</summary>
    public ItemWriter Name(ReadOnlySpan<byte> name)
    {
        Json.WritePropertyName(name);
        return this;
    }

    /// <summary>Begins an entry of a map.</summary>
    /// <exception cref="ItemFormatException">The name is empty, which DynamoDB refuses, or not well-formed UTF-16.</exception>
    public ItemWriter Name(string name)
    {
        if (name is "") throw new ItemFormatException("An entry of a dictionary has an empty name.");
        Json.WritePropertyName(Text.WellFormed(name));
        return this;
    }

    /// <summary>Text: <c>S</c>.</summary>
    /// <exception cref="ItemFormatException">The text is not well-formed UTF-16: it would be changed on the wire.</exception>
    public void Value(string value)
    {
        Json.WriteStartObject();
        Json.WriteString("S"u8, Text.WellFormed(value));
        Json.WriteEndObject();
    }

    /// <summary>Text that is ASCII by construction: <c>S</c>.</summary>
    public void Text8(ReadOnlySpan<byte> value)
    {
        Json.WriteStartObject();
        Json.WriteString("S"u8, value);
        Json.WriteEndObject();
    }

    /// <summary><c>BOOL</c>.</summary>
    public void Value(bool value)
    {
        Json.WriteStartObject();
        Json.WriteBoolean("BOOL"u8, value);
        Json.WriteEndObject();
    }

    /// <summary><c>NULL</c>: a null that must be told from an absent attribute.</summary>
    public void Null()
    {
        Json.WriteStartObject();
        Json.WriteBoolean("NULL"u8, true);
        Json.WriteEndObject();
    }

    /// <summary>A whole number: <c>N</c>.</summary>
    public void Value(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        Number(digits[..length]);
    }

    /// <summary>A whole number: <c>N</c>.</summary>
    public void Value(ulong value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        Number(digits[..length]);
    }

    /// <summary>A whole number: <c>N</c>.</summary>
    public void Value(int value) => Value((long)value);

    /// <summary>A number: <c>N</c>. Trailing zeros are not kept.</summary>
    public void Value(decimal value)
    {
        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        Number(digits[..length]);
    }

    /// <summary>A number in the shortest text that reads back as the same bits: <c>N</c>.</summary>
    /// <exception cref="ItemFormatException">Not finite, or outside DynamoDB's range of 1E-130 to 9.99E+125.</exception>
    public void Value(double value)
    {
        NumberRange.Check(value);
        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        Number(digits[..length]);
    }

    /// <summary>A number in the shortest text that reads back as the same bits: <c>N</c>.</summary>
    /// <exception cref="ItemFormatException">Not finite.</exception>
    public void Value(float value)
    {
        NumberRange.Check(value);
        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        Number(digits[..length]);
    }

    /// <summary>A Guid as 36 characters: <c>S</c>.</summary>
    public void Value(Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out _);
        Text8(text);
    }

    /// <summary>A time in UTC, fixed width with seven fractional digits and Z: <c>S</c>. An unspecified kind is taken as UTC.</summary>
    public void Value(DateTime value)
    {
        Span<byte> text = stackalloc byte[28];
        Times.ToUtc(value).TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>A time with its offset, seven fractional digits: <c>S</c>.</summary>
    public void Value(DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[33];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>A date as yyyy-MM-dd: <c>S</c>.</summary>
    public void Value(DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>A time of day as HH:mm:ss.fffffff: <c>S</c>.</summary>
    public void Value(TimeOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>A duration as [-][d.]hh:mm:ss[.fffffff]: <c>S</c>.</summary>
    public void Value(TimeSpan value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "c", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>An address as it was written: <c>S</c>.</summary>
    public void Value(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value(value.OriginalString);
    }

    /// <summary>Bytes: <c>B</c>.</summary>
    public void Value(byte[] value)
    {
        Json.WriteStartObject();
        Json.WriteBase64String("B"u8, value);
        Json.WriteEndObject();
    }

    /// <summary>A list: <c>L</c>.</summary>
    public void List<T>(IEnumerable<T> values, ItemValueWriter<T> writeValue)
    {
        CheckDepth();
        Json.WriteStartObject();
        Json.WriteStartArray("L"u8);
        foreach (var value in values) writeValue(this, value);
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>A set of texts: <c>SS</c>; an empty one, which DynamoDB does not have, as an empty <c>L</c>.</summary>
    public void Set(IEnumerable<string> values)
    {
        Json.WriteStartObject();
        Json.WriteStartArray(values.Any() ? "SS"u8 : "L"u8);
        foreach (var value in values) Json.WriteStringValue(Text.WellFormed(value));
        Json.WriteEndArray();
        Json.WriteEndObject();
    }

    /// <summary>A dictionary: <c>M</c>.</summary>
    public void Map<T>(IEnumerable<KeyValuePair<string, T>> entries, ItemValueWriter<T> writeValue)
    {
        StartMap();
        foreach (var (key, value) in entries) writeValue(Name(key), value);
        EndMap();
    }

    /// <summary>A nested record: <c>M</c>.</summary>
    public void Document<T>(T document) where T : IDocument<T>
    {
        StartMap();
        document.WriteItem(this);
        EndMap();
    }

    /// <summary>Begins a nested record: <c>M</c>.</summary>
    public void StartMap()
    {
        CheckDepth();
        Json.WriteStartObject();
        Json.WriteStartObject("M"u8);
    }

    /// <summary>Ends what <see cref="StartMap"/> began.</summary>
    public void EndMap()
    {
        Json.WriteEndObject();
        Json.WriteEndObject();
    }

    private void Number(ReadOnlySpan<byte> digits)
    {
        Json.WriteStartObject();
        Json.WriteString("N"u8, digits);
        Json.WriteEndObject();
    }
}
