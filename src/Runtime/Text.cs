using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>Rules for text at the borders.</summary>
internal static class Text
{
    /// <summary>The text itself if it is well-formed UTF-16.</summary>
    /// <exception cref="ItemFormatException">It holds half of a surrogate pair, which UTF-8 cannot carry and writers silently replace.</exception>
    public static string WellFormed(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return IsWellFormed(value) ? value : throw new ItemFormatException("A text is not well-formed UTF-16: half of a surrogate pair stands alone.");
    }

    public static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        var at = value.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (at >= 0)
        {
            value = value[at..];
            if (Rune.DecodeFromUtf16(value, out _, out var used) != global::System.Buffers.OperationStatus.Done) return false;
            value = value[used..];
            at = value.IndexOfAnyInRange('\uD800', '\uDFFF');
        }

        return true;
    }
}
