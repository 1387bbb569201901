using System.Buffers;
using System.Text;

namespace GeekCafe.Lambda;

/// <summary>
/// Writes JSON strings into a buffer, escaping only what RFC 8259 (section 7) demands: an answer's JSON inside JSON is all quotes.
/// </summary>
internal static class JsonEscaping
{
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (byte)code), (byte)'"', (byte)'\\']);

    /// <summary>Writes a string with its quotes.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="utf8">Valid UTF-8.</param>
    public static void WriteString(PooledBuffer output, ReadOnlySpan<byte> utf8)
    {
        output.Write("\""u8);
        while (true)
        {
            var plain = utf8.IndexOfAny(Special);
            if (plain < 0) break;
            output.Write(utf8[..plain]);
            WriteEscape(output, utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }

        output.Write(utf8);
        output.Write("\""u8);
    }

    /// <summary>Writes a string with its quotes.</summary>
    public static void WriteString(PooledBuffer output, string text)
    {
        Span<byte> small = stackalloc byte[256];
        var bytes = text.Length * 3 <= small.Length ? small[..Encoding.UTF8.GetBytes(text, small)] : Encoding.UTF8.GetBytes(text);
        WriteString(output, bytes);
    }

    private static void WriteEscape(PooledBuffer output, byte special)
    {
        switch (special)
        {
            case (byte)'"': output.Write("\\\""u8); break;
            case (byte)'\\': output.Write("\\\\"u8); break;
            case (byte)'\n': output.Write("\\n"u8); break;
            case (byte)'\r': output.Write("\\r"u8); break;
            case (byte)'\t': output.Write("\\t"u8); break;
            default:
                output.Write("\\u00"u8);
                output.Write([(byte)"01"[special >> 4], (byte)"0123456789abcdef"[special & 0xF]]);
                break;
        }
    }
}
