using System.Runtime.CompilerServices;

namespace GeekCafe.Keys;

/// <summary>
/// Builds key text from a pattern: <c>KeyText.Create($"TENANT#{tenantId}#USER#{userId}")</c>. Literals are taken as they are, values are
/// encoded so that different values give different keys, keys sort as their values do, and <see cref="KeyParser"/> gets the values back.
/// </summary>
/// <remarks>See docs/keys.md for the encoding of each type.</remarks>
public static class KeyText
{
    /// <summary>The format of a text in lower case: <c>{Email:lower}</c>.</summary>
    internal const string Lower = "lower";

    /// <summary>The key's text.</summary>
    /// <exception cref="ArgumentException">A value is null, empty, ill-formed or not a number.</exception>
    public static string Create(ref KeyTextHandler text) => text.ToStringAndClear();

    /// <summary>Whether a text may be a value in a key: neither null nor empty, and well-formed UTF-16.</summary>
    public static bool IsValue([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? value) =>
        !string.IsNullOrEmpty(value) && Text.IsWellFormed(value);
}

/// <summary>Encodes the values of an interpolated string as parts of a key.</summary>
[InterpolatedStringHandler]
public ref struct KeyTextHandler(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Literal text of the pattern.</summary>
    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    /// <summary>A text, with every character up to <c>$</c> written as <c>$</c> and two hexadecimal digits.</summary>
    public void AppendFormatted(string? value)
    {
        if (!KeyText.IsValue(value)) throw new ArgumentException("A value in a key is null, empty or not well-formed.");
        if (KeyEscape.IsNeeded(value)) KeyEscape.Append(ref _text, value);
        else _text.AppendLiteral(value);
    }

    /// <summary>A text in lower case, the same in every culture. It cannot be read back as it was.</summary>
    /// <exception cref="ArgumentException">Null, empty or ill-formed, or the format is not <c>lower</c>.</exception>
    public void AppendFormatted(string? value, string format)
    {
        if (format != KeyText.Lower) throw new ArgumentException($"'{format}' is not a format of texts.");
        AppendFormatted(value?.ToLowerInvariant());
    }

    /// <summary>A whole number: padded; below zero a minus sign and the digits' complements.</summary>
    public void AppendFormatted(long value) => Append(value, 19);

    /// <summary>A whole number of up to 10 digits.</summary>
    public void AppendFormatted(int value) => Append(value, 10);

    /// <summary>A whole number of up to 5 digits.</summary>
    public void AppendFormatted(short value) => Append(value, 5);

    /// <summary>A whole number of up to 3 digits.</summary>
    public void AppendFormatted(sbyte value) => Append(value, 3);

    /// <summary>A whole number, padded to 20 digits.</summary>
    public void AppendFormatted(ulong value) => _text.AppendFormatted(value, "D20");

    /// <summary>A whole number, padded to 10 digits.</summary>
    public void AppendFormatted(uint value) => _text.AppendFormatted(value, "D10");

    /// <summary>A whole number, padded to 5 digits.</summary>
    public void AppendFormatted(ushort value) => _text.AppendFormatted(value, "D5");

    /// <summary>A whole number, padded to 3 digits.</summary>
    public void AppendFormatted(byte value) => _text.AppendFormatted(value, "D3");

    /// <summary>A whole number of up to 39 digits.</summary>
    public void AppendFormatted(Int128 value)
    {
        Span<char> buffer = stackalloc char[KeyNumber.WideDigits + 1];
        _text.AppendFormatted(KeyNumber.Format(value, buffer));
    }

    /// <summary>A whole number, padded to 39 digits.</summary>
    public void AppendFormatted(UInt128 value) => _text.AppendFormatted(value, "D39");

    /// <summary>A character, as a text of one.</summary>
    /// <exception cref="ArgumentException">It is half of a surrogate pair.</exception>
    public void AppendFormatted(char value)
    {
        AppendFormatted(value.ToString());
    }

    /// <summary>A number: the integer part padded to 29 digits, then the fraction if there is one.</summary>
    public void AppendFormatted(decimal value)
    {
        Span<char> buffer = stackalloc char[KeyNumber.MaxDecimalLength];
        _text.AppendFormatted(KeyNumber.Format(value, buffer));
    }

    /// <summary>A number: its bits in an order that sorts, 16 hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">Not a number.</exception>
    public void AppendFormatted(double value) => _text.AppendFormatted(KeyNumber.ToSortableBits(value), "X16");

    /// <summary>A number: its bits in an order that sorts, 8 hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">Not a number.</exception>
    public void AppendFormatted(float value) => _text.AppendFormatted(KeyNumber.ToSortableBits(value), "X8");

    /// <summary><c>false</c> or <c>true</c>.</summary>
    public void AppendFormatted(bool value) => _text.AppendLiteral(value ? "true" : "false");

    /// <summary>36 characters, lower case.</summary>
    public void AppendFormatted(Guid value) => _text.AppendFormatted(value, "D");

    /// <summary>A moment in UTC, fixed width.</summary>
    public void AppendFormatted(DateTimeOffset value) => _text.AppendFormatted(value.UtcDateTime, "O");

    /// <summary>A moment in UTC, formatted; text that sorts only as well as the format does.</summary>
    public void AppendFormatted(DateTimeOffset value, string format) => AppendText(value.UtcDateTime, format);

    /// <summary>A moment in UTC, fixed width.</summary>
    public void AppendFormatted(DateTime value) => _text.AppendFormatted(Times.ToUtc(value), "O");

    /// <summary>A moment in UTC, formatted.</summary>
    public void AppendFormatted(DateTime value, string format) => AppendText(Times.ToUtc(value), format);

    /// <summary>yyyy-MM-dd.</summary>
    public void AppendFormatted(DateOnly value) => _text.AppendFormatted(value, "O");

    /// <summary>A date, formatted.</summary>
    public void AppendFormatted(DateOnly value, string format) => AppendText(value, format);

    /// <summary>HH:mm:ss.fffffff.</summary>
    public void AppendFormatted(TimeOnly value) => _text.AppendFormatted(value, "O");

    /// <summary>A time of day, formatted.</summary>
    public void AppendFormatted(TimeOnly value, string format) => AppendText(value, format);

    /// <summary>Its ticks of 100 ns, as a whole number.</summary>
    public void AppendFormatted(TimeSpan value) => Append(value.Ticks, 19);

    /// <summary>A whole number, formatted.</summary>
    public void AppendFormatted(int value, string format) => AppendText(value, format);

    /// <summary>A whole number, formatted.</summary>
    public void AppendFormatted(long value, string format) => AppendText(value, format);

    /// <summary>A whole number, formatted.</summary>
    public void AppendFormatted(ulong value, string format) => AppendText(value, format);

    /// <summary>A Guid, formatted.</summary>
    public void AppendFormatted(Guid value, string format) => AppendText(value, format);

    internal string ToStringAndClear() => _text.ToStringAndClear();

    private void Append(long value, int digits)
    {
        Span<char> buffer = stackalloc char[KeyNumber.MaxWholeLength];
        _text.AppendFormatted(KeyNumber.Format(value, digits, buffer));
    }

    private void AppendText<T>(T value, string format) where T : IFormattable =>
        AppendFormatted(value.ToString(format, System.Globalization.CultureInfo.InvariantCulture));
}
