using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GeekCafe.Benchmarks;

/// <summary>When things were seen: stopwatch ticks.</summary>
internal readonly record struct FirstCalls(long Next, long Response, string Answer);

/// <summary>
/// The Runtime API with as little of its own as can be: one connection, blocking sockets, no parsing beyond what ends a message. The double in
/// GeekCafe.Testing reads byte by byte on the thread pool, which would be most of what is measured here.
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    private static readonly byte[] Accepted =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _received = new byte[64 * 1024];
    private readonly byte[] _event;
    private Socket? _function;

    public RuntimeApi(byte[] payload)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            HTTP/1.1 200 OK
            Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd
            Lambda-Runtime-Deadline-Ms: {DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()}
            Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:123456789012:function:benchmark
            Lambda-Runtime-Trace-Id: Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1
            Content-Type: application/json
            Content-Length: {payload.Length}


            """).ReplaceLineEndings("\r\n");
        _event = [.. Encoding.ASCII.GetBytes(head), .. payload];
        _listener.Start();
    }

    public string Endpoint => _listener.LocalEndpoint.ToString()!;

    /// <summary>Serves a function that has just been started up to the answer of its first invocation, which it leaves without a reply.</summary>
    /// <param name="atNext">Called while the function waits for its first event.</param>
    public FirstCalls First(Action atNext)
    {
        _function?.Dispose();
        _function = _listener.AcceptSocket();
        _function.NoDelay = true;
        Receive();
        var next = Stopwatch.GetTimestamp();
        atNext();
        var paused = Stopwatch.GetTimestamp() - next;
        Send(_event);
        var answer = Receive();
        return new(next, Stopwatch.GetTimestamp() - paused, Encoding.UTF8.GetString(answer));
    }

    /// <summary>Serves invocations one after the other; the last one's answer, too, is left without a reply.</summary>
    public void Invoke(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Send(Accepted);
            Receive();
            Send(_event);
            Receive();
        }
    }

    public void Dispose()
    {
        _function?.Dispose();
        _listener.Dispose();
    }

    private ReadOnlySpan<byte> Receive()
    {
        var end = 0;
        while (true)
        {
            var read = _function!.Receive(_received.AsSpan(end));
            if (read == 0) throw new IOException("The function has gone.");
            end += read;
            var message = _received.AsSpan(0, end);
            var head = message.IndexOf("\r\n\r\n"u8);
            if (head >= 0 && end >= head + 4 + Length(message[..(head + 2)])) return message;
        }
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(head[(at + 16)..], out int length, out _) ? length : 0;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[_function!.Send(bytes)..];
    }
}
