using System.Globalization;
using System.Numerics;
using GeekCafe.DynamoDb;

namespace GeekCafe.Json;

/// <content>Single values.</content>
public readonly partial struct ApiWriter
{
    /// <summary>A text.</summary>
    public void Value(string value)
    {
        if (_isName) Json.WritePropertyName(value);
        else Json.WriteStringValue(value);
    }

    /// <summary>A text of one character.</summary>
    public void Value(char value)
    {
        if (_isName) Json.WritePropertyName(new ReadOnlySpan<char>(in value));
        else Json.WriteStringValue(new ReadOnlySpan<char>(in value));
    }

    /// <summary>A text that is ASCII by construction.</summary>
    public void Text8(ReadOnlySpan<byte> value)
    {
        if (_isName) Json.WritePropertyName(value);
        else Json.WriteStringValue(value);
    }

    /// <summary>A boolean.</summary>
    public void Value(bool value) => Json.WriteBooleanValue(value);

    /// <summary>A whole number.</summary>
    public void Value(int value)
    {
        if (_isName) Number(value);
        else Json.WriteNumberValue(value);
    }

    /// <summary>A whole number.</summary>
    public void Value(long value)
    {
        if (_isName) Number(value);
        else Json.WriteNumberValue(value);
    }

    /// <summary>A whole number.</summary>
    public void Value(ulong value)
    {
        if (_isName) Number(value);
        else Json.WriteNumberValue(value);
    }

    /// <summary>A number.</summary>
    public void Value(decimal value) => Json.WriteNumberValue(value);

    /// <summary>A number.</summary>
    public void Value(double value) => Json.WriteNumberValue(value);

    /// <summary>A number.</summary>
    public void Value(float value) => Json.WriteNumberValue(value);

    /// <summary>A number of a type of many digits, or of few; a whole one as a name as well.</summary>
    public void Number<T>(T value) where T : struct, INumberBase<T>
    {
        Span<byte> digits = stackalloc byte[NumberRange.MaxLength];
        if (!value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture)) throw new ItemFormatException($"A member {NumberRange.Problem}.");
        if (_isName) Json.WritePropertyName(digits[..length]);
        else Json.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    /// <summary>A Guid as 36 characters.</summary>
    public void Value(Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out _);
        Text8(text);
    }

    /// <summary>A time in UTC (RFC 3339).</summary>
    public void Value(DateTime value)
    {
        if (_isName) Json.WritePropertyName(Times.ToUtc(value).ToString("O", CultureInfo.InvariantCulture));
        else Json.WriteStringValue(Times.ToUtc(value));
    }

    /// <summary>A time with its offset (RFC 3339).</summary>
    public void Value(DateTimeOffset value)
    {
        if (_isName) Json.WritePropertyName(value.ToString("O", CultureInfo.InvariantCulture));
        else Json.WriteStringValue(value);
    }

    /// <summary>A date as yyyy-MM-dd (RFC 3339 full-date).</summary>
    public void Value(DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>A time of day as HH:mm:ss[.fffffff].</summary>
    public void Value(TimeOnly value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryFormat(text, out var length, value.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "O",
            CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>A duration as [-][d.]hh:mm:ss[.fffffff].</summary>
    public void Value(TimeSpan value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "c", CultureInfo.InvariantCulture);
        Text8(text[..length]);
    }

    /// <summary>An address as it was written.</summary>
    public void Value(Uri value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Json.WriteStringValue(value.OriginalString);
    }

    /// <summary>Bytes in base64.</summary>
    public void Value(byte[] value) => Json.WriteBase64StringValue(value);

    /// <summary>Bytes in base64.</summary>
    public void Value(ReadOnlyMemory<byte> value) => Json.WriteBase64StringValue(value.Span);
}
