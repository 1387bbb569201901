namespace GeekCafe.DynamoDb;

/// <summary>
/// Whether DynamoDB holds the number that a JSON text stands for, without rounding: 38 digits, 1E-130 to below 1E+126 (developer guide,
/// Data types). The text is read as it is, since no type of .NET has as many digits.
/// </summary>
internal static class NumberText
{
    private const int MaxDigits = 38;

    public static bool Holds(ReadOnlySpan<byte> json)
    {
        var mantissa = json.IndexOfAny((byte)'e', (byte)'E') is var e && e >= 0 ? json[..e] : json;
        if (e >= 0 && json.Length - e > 8) return false; // No such exponent is in range, and a longer one would overflow.
        var exponent = e >= 0 ? int.Parse(json[(e + 1)..], global::System.Globalization.CultureInfo.InvariantCulture) : 0;
        var point = mantissa.IndexOf((byte)'.');
        var (first, last, place) = (int.MaxValue, int.MinValue, point < 0 ? WholeDigits(mantissa) : WholeDigits(mantissa[..point]));

        // Powers of ten of the first and the last digit that is not zero.
        foreach (var character in mantissa)
        {
            if (character is < (byte)'0' or > (byte)'9') continue;
            place--;
            if (character == '0') continue;
            if (first == int.MaxValue) first = place;
            last = place;
        }

        return first == int.MaxValue || (first - last < MaxDigits && first + exponent is >= -130 and <= 125);
    }

    private static int WholeDigits(ReadOnlySpan<byte> text) => text is [(byte)'-', ..] ? text.Length - 1 : text.Length;
}
