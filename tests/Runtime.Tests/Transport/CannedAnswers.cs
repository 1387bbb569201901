using System.Globalization;
using System.IO.Hashing;
using System.Net.Sockets;
using System.Text;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>What DynamoDB, a proxy or a bad network may answer.</summary>
internal static class CannedAnswers
{
    private const string Namespace = "com.amazonaws.dynamodb.v20120810#";

    /// <summary>200 with the right checksum, as DynamoDB answers.</summary>
    public static CannedAnswer Ok(string json) => Http(200, json, $"x-amz-crc32: {Crc(json)}");

    /// <summary>An error body as DynamoDB writes it.</summary>
    public static CannedAnswer Error(int status, string code, string message = "text") =>
        Http(status, $$"""{"__type":"{{Namespace}}{{code}}","message":"{{message}}"}""");

    /// <summary>Any answer.</summary>
    public static CannedAnswer Http(int status, string body, params string[] headers) => async socket =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await SendAsync(socket, Head(status, $"Content-Length: {bytes.Length}", headers));
        await socket.SendAsync(bytes);
        return true;
    };

    /// <summary>200 whose body comes a few bytes at a time.</summary>
    public static CannedAnswer Split(string body) => async socket =>
    {
        var all = Encoding.UTF8.GetBytes(Head(200, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}", [$"x-amz-crc32: {Crc(body)}"]) + body);
        for (var i = 0; i < all.Length; i += 7)
        {
            await socket.SendAsync(all.AsMemory(i, Math.Min(7, all.Length - i)));
            if (i % 70 == 0) await Task.Delay(1);
        }
        return true;
    };

    /// <summary>200 in chunks.</summary>
    public static CannedAnswer Chunked(string body, bool truncated = false) => async socket =>
    {
        await SendAsync(socket, Head(200, "Transfer-Encoding: chunked", [$"x-amz-crc32: {Crc(body)}"]));
        foreach (var chunk in Encoding.UTF8.GetBytes(body).Chunk(10))
        {
            await SendAsync(socket, $"{chunk.Length:x}\r\n");
            await socket.SendAsync(chunk);
            await SendAsync(socket, "\r\n");
        }
        if (truncated) return false;
        await SendAsync(socket, "0\r\n\r\n");
        return true;
    };

    /// <summary>Announces more than it sends.</summary>
    public static CannedAnswer Truncated(string body) => async socket =>
    {
        await SendAsync(socket, Head(200, $"Content-Length: {body.Length + 100}", []) + body);
        return false;
    };

    /// <summary>Closes the connection without a word.</summary>
    public static CannedAnswer Close() => static _ => Task.FromResult(false);

    /// <summary>Breaks the connection.</summary>
    public static CannedAnswer Reset() => static socket =>
    {
        socket.LingerState = new LingerOption(true, 0);
        return Task.FromResult(false);
    };

    /// <summary>Answers late.</summary>
    public static CannedAnswer After(TimeSpan delay, CannedAnswer answer) => async socket =>
    {
        await Task.Delay(delay);
        return await answer(socket);
    };

    /// <summary>Sends the head at once and the body late.</summary>
    public static CannedAnswer SlowBody(TimeSpan delay, string body) => async socket =>
    {
        await SendAsync(socket, Head(200, $"Content-Length: {body.Length}", []));
        await Task.Delay(delay);
        await SendAsync(socket, body);
        return true;
    };

    public static string Crc(string text) => Crc32.HashToUInt32(Encoding.UTF8.GetBytes(text)).ToString(CultureInfo.InvariantCulture);

    private static string Head(int status, string framing, string[] headers) =>
        $"HTTP/1.1 {status} Status\r\nContent-Type: application/x-amz-json-1.0\r\nx-amzn-RequestId: REQ1\r\n" +
        (headers.Any(static h => h.StartsWith("Date:", StringComparison.Ordinal)) ? "" : $"Date: {DateTime.UtcNow:R}\r\n") +
        $"{framing}\r\n{string.Concat(headers.Select(static h => h + "\r\n"))}\r\n";

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.UTF8.GetBytes(text));
}
