namespace GeekCafe.DynamoDb;

/// <summary>DynamoDB's range of numbers: 38 digits, 1E-130 to 9.9999999999999999999999999999999999999E+125 (developer guide, Data types).</summary>
internal static class NumberRange
{
    private const double Smallest = 1e-130;
    private const double TooLarge = 1e126;

    /// <exception cref="ItemFormatException">The number cannot be stored.</exception>
    public static void Check(double value)
    {
        var size = Math.Abs(value);
        if (size is 0 or (>= Smallest and < TooLarge)) return;
        throw new ItemFormatException(double.IsFinite(value)
            ? "A number is outside DynamoDB's range of 1E-130 to 9.99E+125."
            : "A number is not finite: NaN and infinities cannot be stored.");
    }
}
