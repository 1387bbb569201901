namespace GeekCafe.DynamoDb;

/// <summary>DynamoDB's range of numbers: 38 digits, 1E-130 to 9.9999999999999999999999999999999999999E+125 (developer guide, Data types).</summary>
internal static class NumberRange
{
    private const double Smallest = 1e-130;
    private const double TooLarge = 1e126;

    /// <summary>Whether the number can be stored; not if it is no finite number.</summary>
    public static bool Holds(double value) => Math.Abs(value) is 0 or (>= Smallest and < TooLarge);

    /// <exception cref="ItemFormatException">The number cannot be stored.</exception>
    public static void Check(double value)
    {
        if (Holds(value)) return;
        throw new ItemFormatException(double.IsFinite(value)
            ? "A number is outside DynamoDB's range of 1E-130 to 9.99E+125."
            : "A number is not finite: NaN and infinities cannot be stored.");
    }
}
