using System.Globalization;

namespace GeekCafe.Keys;

/// <summary>Numbers as text that sorts as they do.</summary>
internal static class KeyNumber
{
    public const int MaxWholeLength = 20;
    public const int MaxDecimalLength = 64;

    public const int WideDigits = 39;
    private const int IntegerDigits = 29;

    /// <summary>Ends a negative number: above every digit and the point, so that -5 sorts after -5.3.</summary>
    private const char NegativeEnd = '~';

    /// <summary>Padded; below zero a minus sign, which sorts before the digits, and each digit's complement to nine.</summary>
    public static ReadOnlySpan<char> Format(long value, int digits, Span<char> buffer)
    {
        var negative = value < 0;
        var size = negative ? (ulong)-(value + 1) + 1 : (ulong)value;
        var at = negative ? 1 : 0;
        buffer[0] = '-';
        for (var i = at + digits - 1; i >= at; i--)
        {
            var digit = (int)(size % 10);
            size /= 10;
            buffer[i] = (char)('0' + (negative ? 9 - digit : digit));
        }

        return buffer[..(at + digits)];
    }

    public static bool TryParse(ReadOnlySpan<char> text, int digits, out long value)
    {
        value = 0;
        var negative = text is ['-', ..];
        if (negative) text = text[1..];
        if (text.Length != digits) return false;
        ulong size = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character)) return false;
            var digit = character - '0';
            size = checked((size * 10) + (ulong)(negative ? 9 - digit : digit));
        }

        if (negative ? size is 0 or > 1UL << 63 : size > long.MaxValue) return false;
        value = negative ? (long)(0 - size) : (long)size;
        return true;
    }

    /// <summary>39 digits, padded, as <see cref="Format(long, int, Span{char})"/> does it.</summary>
    public static ReadOnlySpan<char> Format(Int128 value, Span<char> buffer)
    {
        var negative = value < 0;
        var size = negative ? (UInt128)(-(value + 1)) + 1 : (UInt128)value;
        buffer[0] = '-';
        var digits = negative ? buffer[1..] : buffer;
        size.TryFormat(digits, out var length, "D39", CultureInfo.InvariantCulture);
        if (negative) Complement(digits[..length]);
        return buffer[..(length + (negative ? 1 : 0))];
    }

    public static bool TryParse(ReadOnlySpan<char> text, out Int128 value)
    {
        Span<char> digits = stackalloc char[WideDigits];
        var negative = text is ['-', ..];
        if (negative) text = text[1..];
        value = 0;
        if (text.Length != WideDigits) return false;
        text.CopyTo(digits);
        if (negative) Complement(digits);
        if (!UInt128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return false;
        var largest = (UInt128)Int128.MaxValue + (negative ? 1u : 0u);
        value = negative ? (Int128)(0 - size) : (Int128)size;
        return size <= largest && !(negative && size == 0);
    }

    /// <summary>29 digits, then a point and the fraction if there is one; below zero a minus sign, complements and an end mark.</summary>
    public static ReadOnlySpan<char> Format(decimal value, Span<char> buffer)
    {
        Span<char> plain = stackalloc char[MaxDecimalLength];
        Math.Abs(value).TryFormat(plain, out var length, default, CultureInfo.InvariantCulture);
        var point = plain[..length].IndexOf('.');
        var integer = point < 0 ? plain[..length] : plain[..point];
        var fraction = point < 0 ? default : plain[(point + 1)..length].TrimEnd('0');

        var negative = value < 0;
        var at = 0;
        if (negative) buffer[at++] = '-';
        buffer.Slice(at, IntegerDigits - integer.Length).Fill('0');
        integer.CopyTo(buffer[(at + IntegerDigits - integer.Length)..]);
        at += IntegerDigits;
        if (!fraction.IsEmpty)
        {
            buffer[at++] = '.';
            fraction.CopyTo(buffer[at..]);
            at += fraction.Length;
        }

        if (!negative) return buffer[..at];
        Complement(buffer[1..at]);
        buffer[at++] = NegativeEnd;
        return buffer[..at];
    }

    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        if (text.Length is < IntegerDigits or > MaxDecimalLength) return false;
        Span<char> plain = stackalloc char[text.Length];
        text.CopyTo(plain);
        if (plain[0] == '-')
        {
            if (plain[^1] != NegativeEnd) return false;
            plain = plain[..^1];
            Complement(plain[1..]);
        }

        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)) return false;
        Span<char> back = stackalloc char[MaxDecimalLength];
        return text.SequenceEqual(Format(value, back));
    }

    /// <summary>The bits of an IEEE 754 number in an order that sorts: sign bit flipped, and all bits of negative numbers.</summary>
    public static ulong ToSortableBits(double value)
    {
        if (double.IsNaN(value)) throw new ArgumentException("A value in a key is not a number.");
        var bits = BitConverter.DoubleToUInt64Bits(value == 0 ? 0d : value);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }

    /// <inheritdoc cref="ToSortableBits(double)"/>
    public static uint ToSortableBits(float value)
    {
        if (float.IsNaN(value)) throw new ArgumentException("A value in a key is not a number.");
        var bits = BitConverter.SingleToUInt32Bits(value == 0 ? 0f : value);
        return (bits >> 31) == 0 ? bits | (1U << 31) : ~bits;
    }

    public static double ToDouble(ulong sortable) =>
        BitConverter.UInt64BitsToDouble((sortable >> 63) == 1 ? sortable & ~(1UL << 63) : ~sortable);

    public static float ToSingle(uint sortable) =>
        BitConverter.UInt32BitsToSingle((sortable >> 31) == 1 ? sortable & ~(1U << 31) : ~sortable);

    private static void Complement(Span<char> digits)
    {
        foreach (ref var character in digits)
        {
            if (char.IsAsciiDigit(character)) character = (char)('0' + '9' - character);
        }
    }
}
