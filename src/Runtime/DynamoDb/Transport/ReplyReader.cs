using System.Globalization;
using System.IO.Hashing;

namespace GeekCafe.DynamoDb;

/// <summary>Makes a <see cref="DynamoReply"/> of an HTTP answer; the same for every transport.</summary>
internal static class ReplyReader
{
    /// <summary>Judges an answer.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="headers">The headers that matter.</param>
    /// <param name="body">The body as received; belongs to the reply from here on.</param>
    public static DynamoReply Read(DynamoOperation operation, int status, in ReplyHeaders headers, PooledBuffer body)
    {
        if (IsCorrupt(headers.Crc32, body.WrittenSpan)) return Unreadable(operation, "Crc32Mismatch", status, headers, body);
        if (status != 200) return Failure(operation, status, headers, body);
        return IsObject(body.WrittenSpan) ? DynamoReply.Success(body) : Unreadable(operation, "UnreadableAnswer", status, headers, body);
    }

    private static DynamoReply Failure(DynamoOperation operation, int status, in ReplyHeaders headers, PooledBuffer body)
    {
        var said = ErrorBody.Read(body.WrittenSpan);
        var code = said.Code ?? ErrorBody.WithoutNamespace(headers.ErrorType) ?? string.Create(CultureInfo.InvariantCulture, $"Http{status}");
        var kind = ErrorKinds.Of(code, status);
        if (kind == DynamoErrorKind.TransactionCanceled && said.CancelledBy is { } reason) kind = reason;
        // "If you receive a 500 on a write, the operation may have succeeded or failed" (DynamoDB guide, Error handling). Below 500 it was refused.
        var mayHaveBeenApplied = status >= 500 && operation.IsWrite();
        return DynamoReply.Failure(new DynamoError(kind, code, status, mayHaveBeenApplied, said.Message) { RequestId = headers.RequestId }, body);
    }

    private static DynamoReply Unreadable(DynamoOperation operation, string code, int status, in ReplyHeaders headers, PooledBuffer body)
    {
        body.Clear(); // Nobody may read what cannot be trusted.
        return DynamoReply.Failure(new DynamoError(DynamoErrorKind.Unavailable, code, status, operation.IsWrite()) { RequestId = headers.RequestId }, body);
    }

    // The header holds the CRC-32 of the bytes as received, in decimal; emulators leave it out.
    private static bool IsCorrupt(string? crc32, ReadOnlySpan<byte> body) =>
        crc32 is not null && !(uint.TryParse(crc32, CultureInfo.InvariantCulture, out var expected) && expected == Crc32.HashToUInt32(body));

    // Every success is a JSON object. An empty or HTML 200 comes from something in between, not from DynamoDB.
    private static bool IsObject(ReadOnlySpan<byte> body)
    {
        var text = body.Trim(" \t\r\n"u8);
        return text.Length >= 2 && text[0] == '{' && text[^1] == '}';
    }
}
