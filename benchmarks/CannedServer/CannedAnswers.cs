using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace GeekCafe.Benchmarks;

/// <summary>The answers as they go over the wire, made once: status line, the headers DynamoDB sends, body.</summary>
internal static class CannedAnswers
{
    private static readonly byte[] Get = Answer($$"""{"Item":{{CannedItem.Json(0)}}}""");
    private static readonly byte[] Query = Answer(CannedItem.Page(100));

    /// <summary>What a write answers; and, to a warm-up's GET, anything would do.</summary>
    public static byte[] Empty { get; } = Answer("{}");

    /// <summary>The answer to a request, chosen by the operation its head names.</summary>
    public static byte[] For(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf(".GetItem"u8) >= 0) return Get;
        return head.IndexOf(".Query"u8) >= 0 ? Query : Empty;
    }

    private static byte[] Answer(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            HTTP/1.1 200 OK
            Server: Server
            Date: Thu, 01 Jan 2026 00:00:00 GMT
            Content-Type: application/x-amz-json-1.0
            Content-Length: {bytes.Length}
            Connection: keep-alive
            x-amzn-RequestId: CANNED0000000000000000000000000000000000000000000000
            x-amz-crc32: {Crc32.HashToUInt32(bytes)}


            """).ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }
}
