using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GeekCafe.Keys;

/// <summary>
/// Escapes texts in keys: every character from U+0000 to <c>$</c> becomes <c>$</c> and two hexadecimal digits.
/// </summary>
/// <remarks>
/// So the separator <c>#</c> never stands inside a value, and since it sorts below all that can, keys of several values sort as the tuples of
/// their values do: <c>a#...</c> before <c>a!</c>, which is written <c>a$21</c>. Escaped characters keep their order among themselves and
/// below all others.
/// </remarks>
internal static class KeyEscape
{
    private const char Last = '$';

    public static bool IsNeeded(ReadOnlySpan<char> value) => value.IndexOfAnyInRange('\0', Last) >= 0;

    public static void Append(ref DefaultInterpolatedStringHandler text, ReadOnlySpan<char> value)
    {
        for (var at = value.IndexOfAnyInRange('\0', Last); at >= 0; at = value.IndexOfAnyInRange('\0', Last))
        {
            text.AppendFormatted(value[..at]);
            text.AppendFormatted(Last);
            text.AppendFormatted((int)value[at], "X2");
            value = value[(at + 1)..];
        }

        text.AppendFormatted(value);
    }

    /// <summary>The value back; false for what <see cref="Append"/> never writes.</summary>
    public static bool TryUnescape(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.IsEmpty) return false;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > Last)
            {
                result.Append(text[i]);
                continue;
            }

            if (text[i] != Last || i + 2 >= text.Length) return false;
            var digits = text.Slice(i + 1, 2);
            if (!byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > Last) return false;
            if (!digits.SequenceEqual(code.ToString("X2", CultureInfo.InvariantCulture))) return false;
            result.Append((char)code);
            i += 2;
        }

        value = result.ToString();
        return true;
    }
}
