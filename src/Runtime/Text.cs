using System.Text;

namespace GeekCafe;

/// <summary>Rules for text at the borders.</summary>
internal static class Text
{
    /// <summary>Whether a text is well-formed UTF-16. Half of a surrogate pair UTF-8 cannot carry, and writers silently replace it.</summary>
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
