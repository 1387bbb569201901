using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GeekCafe.Lambda;

/// <summary>Percent-decoding, once and strictly (RFC 3986, 2.1): what does not decode to UTF-8 is refused, not repaired.</summary>
internal static class PercentEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes.</summary>
    /// <param name="text">Encoded text.</param>
    /// <param name="plusIsSpace">Whether <c>+</c> stands for a space, as in a query and never in a path.</param>
    /// <param name="decoded">The decoded text.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, bool plusIsSpace, [NotNullWhen(true)] out string? decoded)
    {
        if (!(plusIsSpace ? text.ContainsAny('%', '+') : text.Contains('%')))
        {
            decoded = text.ToString();
            return true;
        }

        decoded = null;
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = 0;
            while (!text.IsEmpty)
            {
                if (text[0] == '%')
                {
                    if (text.Length < 3 || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2])) return false;
                    rented[length++] = byte.Parse(text[1..3], System.Globalization.NumberStyles.AllowHexSpecifier, null);
                    text = text[3..];
                }
                else if (plusIsSpace && text[0] == '+')
                {
                    rented[length++] = (byte)' ';
                    text = text[1..];
                }
                else
                {
                    var run = text.IndexOfAny('%', '+');
                    run = run < 0 ? text.Length : Math.Max(run, 1);
                    length += Strict.GetBytes(text[..run], rented.AsSpan(length));
                    text = text[run..];
                }
            }

            decoded = Strict.GetString(rented, 0, length);
            return true;
        }
        catch (ArgumentException)
        {
            // Not UTF-8, or ill-formed UTF-16.
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
