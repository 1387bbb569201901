namespace GeekCafe.DynamoDb;

/// <summary>The digits of a number's text without leading and trailing zeros, sign, point and exponent.</summary>
internal static class SignificantDigits
{
    /// <summary>Whether two texts have the same ones.</summary>
    public static bool Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> leftDigits = stackalloc byte[left.Length];
        Span<byte> rightDigits = stackalloc byte[right.Length];
        return leftDigits[..Extract(left, leftDigits)].SequenceEqual(rightDigits[..Extract(right, rightDigits)]);
    }

    /// <summary>How many there are.</summary>
    public static int Count(ReadOnlySpan<byte> number)
    {
        Span<byte> digits = stackalloc byte[number.Length];
        return Extract(number, digits);
    }

    private static int Extract(ReadOnlySpan<byte> number, Span<byte> digits)
    {
        var count = 0;
        foreach (var character in number)
        {
            if (character is (byte)'e' or (byte)'E') break;
            if (character is < (byte)'0' or > (byte)'9' || (count == 0 && character == '0')) continue;
            digits[count++] = character;
        }

        while (count > 0 && digits[count - 1] == '0') count--;
        return count;
    }
}
