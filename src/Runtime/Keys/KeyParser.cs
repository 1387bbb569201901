using System.Globalization;

namespace GeekCafe.Keys;

/// <summary>
/// Takes key text apart as its pattern says: <c>key.Literal("TENANT#") &amp;&amp; key.Value(out tenantId) &amp;&amp; key.End</c>. Accepts
/// exactly what <see cref="KeyText"/> writes.
/// </summary>
/// <param name="text">The key.</param>
public ref struct KeyParser(ReadOnlySpan<char> text)
{
    /// <summary>Separates the parts of a key.</summary>
    public const char Separator = '#';

    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether the whole key has been taken.</summary>
    public readonly bool End => _rest.IsEmpty;

    /// <summary>Takes literal text.</summary>
    public bool Literal(string literal)
    {
        if (!_rest.StartsWith(literal, StringComparison.Ordinal)) return false;
        _rest = _rest[literal.Length..];
        return true;
    }

    /// <summary>Takes a text.</summary>
    public bool Value(out string value) => KeyEscape.TryUnescape(Part(), out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out long value) => KeyNumber.TryParse(Part(), 19, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out int value) => Narrow(10, int.MinValue, int.MaxValue, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out short value) => Narrow(5, short.MinValue, short.MaxValue, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out sbyte value) => Narrow(3, sbyte.MinValue, sbyte.MaxValue, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out ulong value) =>
        ulong.TryParse(Part(20), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out uint value) =>
        uint.TryParse(Part(10), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out ushort value) =>
        ushort.TryParse(Part(5), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out byte value) =>
        byte.TryParse(Part(3), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out Int128 value) => KeyNumber.TryParse(Part(), out value);

    /// <summary>Takes a whole number.</summary>
    public bool Value(out UInt128 value) =>
        UInt128.TryParse(Part(KeyNumber.WideDigits), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Takes a character.</summary>
    public bool Value(out char value)
    {
        var isOne = KeyEscape.TryUnescape(Part(), out var text) && text.Length == 1 && !char.IsSurrogate(text[0]);
        value = isOne ? text[0] : default;
        return isOne;
    }

    /// <summary>Takes a number.</summary>
    public bool Value(out decimal value) => KeyNumber.TryParse(Part(), out value);

    /// <summary>Takes a number.</summary>
    public bool Value(out double value)
    {
        var part = Part();
        var isBits = ulong.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) && part.Length == 16;
        value = KeyNumber.ToDouble(bits);
        return isBits && !double.IsNaN(value);
    }

    /// <summary>Takes a number.</summary>
    public bool Value(out float value)
    {
        var part = Part();
        var isBits = uint.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits) && part.Length == 8;
        value = KeyNumber.ToSingle(bits);
        return isBits && !float.IsNaN(value);
    }

    /// <summary>Takes <c>false</c> or <c>true</c>.</summary>
    public bool Value(out bool value)
    {
        var part = Part();
        value = part is "true";
        return value || part is "false";
    }

    /// <summary>Takes a Guid.</summary>
    public bool Value(out Guid value)
    {
        var part = Part();
        return Guid.TryParseExact(part, "D", out value) && part.IndexOfAnyInRange('A', 'F') < 0;
    }

    /// <summary>Takes a moment; its offset is zero.</summary>
    public bool Value(out DateTimeOffset value)
    {
        var isTime = Value(out DateTime utc);
        value = isTime ? new DateTimeOffset(utc) : default;
        return isTime;
    }

    /// <summary>Takes a moment in UTC.</summary>
    public bool Value(out DateTime value)
    {
        var part = Part();
        return DateTime.TryParseExact(part, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value)
            && part is [.., 'Z'] && value.Kind == DateTimeKind.Utc;
    }

    /// <summary>Takes a date.</summary>
    public bool Value(out DateOnly value) => DateOnly.TryParseExact(Part(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>Takes a time of day.</summary>
    public bool Value(out TimeOnly value) => TimeOnly.TryParseExact(Part(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    /// <summary>Takes a duration.</summary>
    public bool Value(out TimeSpan value)
    {
        var isTicks = Value(out long ticks);
        value = new TimeSpan(ticks);
        return isTicks;
    }

    /// <summary>Takes the number of a shard.</summary>
    /// <param name="count">How many shards there are.</param>
    /// <param name="shard">The number, from 0.</param>
    public bool Shard(int count, out int shard)
    {
        var part = Part();
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out shard) && shard < count && (part is "0" || part[0] != '0');
    }

    private ReadOnlySpan<char> Part()
    {
        var end = _rest.IndexOf(Separator);
        var part = end < 0 ? _rest : _rest[..end];
        _rest = _rest[part.Length..];
        return part;
    }

    private ReadOnlySpan<char> Part(int length)
    {
        var part = Part();
        return part.Length == length ? part : default;
    }

    private bool Narrow<T>(int digits, long from, long to, out T value) where T : struct, System.Numerics.INumberBase<T>
    {
        var isNumber = KeyNumber.TryParse(Part(), digits, out var wide) && wide >= from && wide <= to;
        value = isNumber ? T.CreateTruncating(wide) : default;
        return isNumber;
    }
}
