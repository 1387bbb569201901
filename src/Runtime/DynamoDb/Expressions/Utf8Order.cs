namespace GeekCafe.DynamoDb;

/// <summary>DynamoDB's order of texts: by their bytes in UTF-8, which is by code points.</summary>
internal static class Utf8Order
{
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length) return left.Length - right.Length;

        // Surrogates stand for code points above all others, but as UTF-16 they sort below U+E000.
        return Weight(left[common]) - Weight(right[common]);
    }

    private static int Weight(char character) => char.IsSurrogate(character) ? character + 0x10000 : character;
}
