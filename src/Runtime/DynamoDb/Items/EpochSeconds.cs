using System.Globalization;

namespace GeekCafe.DynamoDb;

/// <summary>Times as Python holds them: seconds since 1970 as an IEEE 754 double, and its text.</summary>
public static class EpochSeconds
{
    private const int MaxText = 32;

    /// <summary>The power of ten from which Python writes exponents.</summary>
    private const int FirstExponent = 16;

    /// <summary>
    /// The version that a time of modification stands for: whole microseconds since 1970, which JavaScript can hold until the year 2255. 0 for a
    /// time that is not set.
    /// </summary>
    public static long ToVersion(DateTimeOffset modified) => Math.Max(0, (modified.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The seconds as <c>str(float)</c> of Python writes them: <c>1730000000.0</c>, <c>1730000000.123</c>.</summary>
    public static string ToText(DateTimeOffset value) => ToText(ToDouble(value));

    /// <summary>
    /// A number as <c>str(float)</c> of Python writes it: the shortest text that reads back as the number, with at least one decimal, and an
    /// exponent from 1e16 on and below 0.0001.
    /// </summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public static string ToText(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("A value in a key is not a number.");
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);

        // Both write the shortest digits that read back; they differ in where exponents begin.
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var exponent = (e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) + (point < 0 ? mantissa.Length : point) - 1;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        exponent -= all.Length - digits.Length;
        digits = digits.TrimEnd('0');
        var sign = double.IsNegative(value) ? "-" : "";
        if (digits.Length == 0) return sign + "0.0";
        if (exponent is >= FirstExponent or < -4)
        {
            var places = Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture);
            return $"{sign}{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{places}";
        }

        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        return digits.Length <= exponent + 1
            ? $"{sign}{digits.PadRight(exponent + 1, '0')}.0"
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    internal static double ToDouble(DateTimeOffset value)
    {
        // By way of the decimal text: ticks have more digits than a double, and dividing one would round twice.
        Span<char> text = stackalloc char[MaxText];
        ((value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / (decimal)TimeSpan.TicksPerSecond).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>The time, to 100 nanoseconds; false if there is no such year.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> number, out DateTimeOffset value)
    {
        value = default;
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(seconds) > 1e12m) return false;
        var ticks = DateTimeOffset.UnixEpoch.Ticks + Math.Round(seconds * TimeSpan.TicksPerSecond, MidpointRounding.ToEven);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks) return false;
        value = new DateTimeOffset((long)ticks, TimeSpan.Zero);
        return true;
    }
}
