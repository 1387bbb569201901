using System.Security.Cryptography;
using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The form of a request that both sides hash, by the rules of AWS Signature Version 4 ("Create a canonical request" in the IAM user
/// guide). DynamoDB's endpoint has one path and no query, so paths are taken as canonical and queries are left out.
/// </summary>
internal static class CanonicalRequest
{
    /// <summary>Appends the canonical request.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, encoded and normalised.</param>
    /// <param name="headers">The headers to sign, in ordinal order of their names, each name once.</param>
    /// <param name="payload">The body.</param>
    public static void Write(PooledBuffer output, string method, string path, ReadOnlySpan<SignedHeader> headers, ReadOnlySpan<byte> payload)
    {
        WriteText(output, method);
        output.Write("\n"u8);
        WriteText(output, path);
        output.Write("\n\n"u8); // The line between is the query.
        foreach (var header in headers)
        {
            WriteText(output, header.Name);
            output.Write(":"u8);
            WriteValue(output, header.Value);
            output.Write("\n"u8);
        }
        output.Write("\n"u8);
        WriteNames(output, headers);
        output.Write("\n"u8);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        WriteHex(output, hash);
    }

    /// <summary>Appends the names of the signed headers, separated by semicolons.</summary>
    public static void WriteNames(PooledBuffer output, ReadOnlySpan<SignedHeader> headers)
    {
        for (var i = 0; i < headers.Length; i++)
        {
            if (i > 0) output.Write(";"u8);
            WriteText(output, headers[i].Name);
        }
    }

    /// <summary>Appends text as UTF-8.</summary>
    public static void WriteText(PooledBuffer output, ReadOnlySpan<char> text)
    {
        var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, span));
    }

    /// <summary>Appends bytes in lower-case hexadecimal.</summary>
    public static void WriteHex(PooledBuffer output, ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, output.GetSpan(bytes.Length * 2), out var written);
        output.Advance(written);
    }

    // Outer spaces go, runs of inner ones become one.
    private static void WriteValue(PooledBuffer output, string value)
    {
        var text = value.AsSpan().Trim(' ');
        for (var run = text.IndexOf("  "); run >= 0; run = text.IndexOf("  "))
        {
            WriteText(output, text[..(run + 1)]);
            text = text[run..].TrimStart(' ');
        }
        WriteText(output, text);
    }
}
