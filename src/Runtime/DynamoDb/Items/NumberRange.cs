namespace GeekCafe.DynamoDb;

/// <summary>DynamoDB's range of numbers: 38 digits, 1E-130 to 9.9999999999999999999999999999999999999E+125 (developer guide, Data types).</summary>
internal static class NumberRange
{
    /// <summary>What to say of a number that cannot be stored.</summary>
    public const string Problem = "holds a number that DynamoDB cannot: it takes 38 significant digits, and 0 or 1E-130 to 9.99E+125";

    /// <summary>The longest text of a number without an exponent that can be stored, and a sign.</summary>
    public const int MaxLength = MaxDigits + 1;

    private const int MaxDigits = 126;
    private const int MaxSignificant = 38;
    private const double Smallest = 1e-130;
    private const double TooLarge = 1e126;

    /// <summary>Whether the number can be stored; not if it is no finite number.</summary>
    public static bool Holds(double value) => Math.Abs(value) is 0 or (>= Smallest and < TooLarge);

    /// <summary>Whether a number written so can be stored: not if it would be rounded, and not if it is no finite number.</summary>
    public static bool Holds(ReadOnlySpan<byte> number) =>
        number.Length <= MaxLength && double.TryParse(number, out var size) && Holds(size) && SignificantDigits.Count(number) <= MaxSignificant;
}
