using System.Buffers.Text;
using System.Text;

namespace GeekCafe.Lambda;

/// <summary>A reply of the Runtime API: status, the headers that matter, the body. Reused for the next exchange.</summary>
internal sealed class RuntimeApiReply : IDisposable
{
    public int Status { get; private set; }

    public PooledBuffer Body { get; } = new(16 * 1024);

    public string RequestId { get; private set; } = "";

    public string? TenantId { get; private set; }

    public string? TraceId { get; private set; }

    public string? FunctionArn { get; private set; }

    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>The body's length, or null when it is chunked or ends with the connection.</summary>
    public int? ContentLength { get; private set; }

    public bool IsChunked { get; private set; }

    public bool ClosesConnection { get; private set; }

    public void Reset()
    {
        Body.Clear();
        (Status, RequestId, TenantId, TraceId, FunctionArn, Deadline) = (0, "", null, null, null, null);
        (ContentLength, IsChunked, ClosesConnection) = (null, false, false);
    }

    /// <summary>Reads <c>HTTP/1.1 200 OK</c>.</summary>
    public void ReadStatusLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("HTTP/1."u8) || line.Length < 12 || !Utf8Parser.TryParse(line.Slice(9, 3), out int status, out var read) || read != 3)
        {
            throw new IOException("The Runtime API did not answer in HTTP/1.1.");
        }

        Status = status;
        ClosesConnection = line[7] == (byte)'0';
    }

    /// <summary>Reads a header. Names are compared without case; empty values count as absent.</summary>
    public void ReadHeader(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0) throw new IOException("The Runtime API sent a malformed header.");
        var name = line[..colon];
        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (value.IsEmpty) return;
        if (Is(name, "lambda-runtime-aws-request-id"u8)) RequestId = Encoding.ASCII.GetString(value);
        else if (Is(name, "lambda-runtime-deadline-ms"u8)) Deadline = ReadDeadline(value);
        else if (Is(name, "lambda-runtime-trace-id"u8)) TraceId = Encoding.ASCII.GetString(value);
        else if (Is(name, "lambda-runtime-invoked-function-arn"u8)) FunctionArn = Encoding.ASCII.GetString(value);
        else if (Is(name, "lambda-runtime-aws-tenant-id"u8)) TenantId = Encoding.ASCII.GetString(value);
        else if (Is(name, "content-length"u8)) ContentLength = ReadLength(value);
        else if (Is(name, "transfer-encoding"u8)) IsChunked = Is(value, "chunked"u8);
        else if (Is(name, "connection"u8)) ClosesConnection |= Is(value, "close"u8);
    }

    public void Dispose() => Body.Dispose();

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(text, other);

    private static int ReadLength(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out int length, out var read) && read == value.Length && length >= 0
            ? length
            : throw new IOException("The Runtime API sent a malformed Content-Length.");

    private static DateTimeOffset? ReadDeadline(ReadOnlySpan<byte> value) =>
        Utf8Parser.TryParse(value, out long milliseconds, out var read) && read == value.Length && milliseconds is > 0 and < 253402300800000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
