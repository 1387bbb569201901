using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

// The floor: what a function costs that does nothing. One socket, one buffer, a fixed answer; no event is read, no database asked, and
// nothing is checked that a real runtime must check.
var endpoint = IPEndPoint.Parse(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
socket.Connect(endpoint);

var next = Encoding.ASCII.GetBytes($"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {endpoint}\r\n\r\n");
var answer = """{"statusCode":201,"headers":{"content-type":"application/json"},"body":"{}"}"""u8.ToArray();
var received = new byte[64 * 1024];
var post = new byte[1024];
while (true)
{
    socket.Send(next);
    var head = Receive();
    var id = Header(head, "Lambda-Runtime-Aws-Request-Id: "u8);
    var length = Compose(post, id, answer);
    socket.Send(post.AsSpan(0, length));
    Receive();
}

// Reads a whole message and returns it with its body.
ReadOnlySpan<byte> Receive()
{
    var end = 0;
    while (true)
    {
        var read = socket.Receive(received.AsSpan(end));
        if (read == 0) Environment.Exit(0);
        end += read;
        var head = received.AsSpan(0, end).IndexOf("\r\n\r\n"u8);
        if (head < 0) continue;
        var announced = Header(received.AsSpan(0, head + 2), "Content-Length: "u8);
        if (Utf8Parser.TryParse(announced, out int length, out _) && end >= head + 4 + length) return received.AsSpan(0, end);
    }
}

static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
{
    var value = head[(head.IndexOf(name) + name.Length)..];
    return value[..value.IndexOf((byte)'\r')];
}

static int Compose(Span<byte> post, ReadOnlySpan<byte> id, ReadOnlySpan<byte> answer)
{
    var end = 0;
    Append(post, ref end, "POST /2018-06-01/runtime/invocation/"u8);
    Append(post, ref end, id);
    Append(post, ref end, "/response HTTP/1.1\r\nHost: runtime\r\nContent-Length: "u8);
    Utf8Formatter.TryFormat(answer.Length, post[end..], out var digits);
    end += digits;
    Append(post, ref end, "\r\n\r\n"u8);
    Append(post, ref end, answer);
    return end;
}

static void Append(Span<byte> post, ref int end, ReadOnlySpan<byte> bytes)
{
    bytes.CopyTo(post[end..]);
    end += bytes.Length;
}
