using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace GeekCafe.DynamoDb;

/// <content>Single values.</content>
public readonly ref partial struct ItemWriter
{
    /// <summary>Text: <c>S</c>.</summary>
    /// <exception cref="ItemFormatException">It is null, or not well-formed UTF-16: it would be changed on the wire.</exception>
    public void Value(string value)
    {
        if (value is null) throw NullValue();
        Chars(value);
    }

    /// <summary>A text of one character: <c>S</c>.</summary>
    /// <exception cref="ItemFormatException">It is half of a surrogate pair.</exception>
    public void Value(char value) => Chars(new ReadOnlySpan<char>(in value));

    /// <summary>Text that is ASCII by construction: <c>S</c>.</summary>
    public void Text8(ReadOnlySpan<byte> value) => Scalar("S"u8, value);

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
        Scalar("N"u8, digits[..length]);
    }

    /// <summary>A whole number: <c>N</c>.</summary>
    public void Value(ulong value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        Scalar("N"u8, digits[..length]);
    }

    /// <summary>A whole number: <c>N</c>.</summary>
    public void Value(int value) => Value((long)value);

    /// <summary>A number: <c>N</c>. Trailing zeros are not kept.</summary>
    public void Value(decimal value)
    {
        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        Scalar("N"u8, digits[..length]);
    }

    /// <summary>A number in the shortest text that reads back as the same bits: <c>N</c>.</summary>
    /// <exception cref="ItemFormatException">Not finite, or outside DynamoDB's range of 1E-130 to 9.99E+125.</exception>
    public void Value(double value)
    {
        if (!NumberRange.Holds(value)) throw UnfitNumber();
        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        Scalar("N"u8, digits[..length]);
    }

    /// <summary>A number in the shortest text that reads back as the same bits: <c>N</c>.</summary>
    /// <exception cref="ItemFormatException">Not finite.</exception>
    public void Value(float value)
    {
        if (!NumberRange.Holds(value)) throw UnfitNumber();
        Span<byte> digits = stackalloc byte[32];
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        Scalar("N"u8, digits[..length]);
    }

    /// <summary>A number of a type of many digits, or of few: <c>N</c>.</summary>
    /// <exception cref="ItemFormatException">Not finite, or more than DynamoDB's 38 significant digits or 126 digits before the point.</exception>
    public void Number<T>(T value) where T : struct, INumberBase<T>
    {
        Span<byte> digits = stackalloc byte[NumberRange.MaxLength];
        if (!value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture) || !NumberRange.Holds(digits[..length])) throw UnfitNumber();
        Scalar("N"u8, digits[..length]);
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

    /// <summary>A time as seconds since 1970, to what a double holds: <c>N</c>.</summary>
    public void EpochSeconds(DateTimeOffset value) => Number8(Encoding.ASCII.GetBytes(global::GeekCafe.DynamoDb.EpochSeconds.ToText(value)));

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
        if (value is null) throw NullValue();
        Value(value.OriginalString);
    }

    /// <summary>Bytes: <c>B</c>.</summary>
    public void Value(byte[] value)
    {
        if (value is null) throw NullValue();
        Value(value.AsMemory());
    }

    /// <summary>Bytes: <c>B</c>.</summary>
    public void Value(ReadOnlyMemory<byte> value)
    {
        if (_place == Place.SetElement)
        {
            Json.WriteBase64StringValue(value.Span);
            return;
        }

        Json.WriteStartObject();
        Json.WriteBase64String("B"u8, value.Span);
        Json.WriteEndObject();
    }

    private void Chars(ReadOnlySpan<char> value)
    {
        if (!Text.IsWellFormed(value)) throw Unfit("holds a text that is not well-formed UTF-16: half of a surrogate pair stands alone");
        switch (_place)
        {
            case Place.EntryName when value.IsEmpty:
                throw Unfit("has an entry with an empty name, which DynamoDB refuses");
            case Place.EntryName:
                Json.WritePropertyName(value);
                break;
            case Place.SetElement:
                Json.WriteStringValue(value);
                break;
            default:
                Json.WriteStartObject();
                Json.WriteString("S"u8, value);
                Json.WriteEndObject();
                break;
        }
    }

    private void Scalar(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> value)
    {
        switch (_place)
        {
            case Place.EntryName:
                Json.WritePropertyName(value);
                break;
            case Place.SetElement:
                Json.WriteStringValue(value);
                break;
            default:
                Json.WriteStartObject();
                Json.WriteString(tag, value);
                Json.WriteEndObject();
                break;
        }
    }

    private ItemFormatException UnfitNumber() => Unfit(NumberRange.Problem);

    private ItemFormatException NullValue() => Unfit("holds a null where there must be a value");

    private ItemFormatException Unfit(string problem) =>
        new(_name.IsEmpty ? $"A value {problem}." : $"Attribute '{Encoding.UTF8.GetString(_name)}' {problem}.");
}
