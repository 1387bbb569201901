using System.Buffers.Text;
using System.Net.Sockets;

namespace GeekCafe.Lambda;

/// <summary>
/// A keep-alive HTTP/1.1 connection to the Runtime API on a plain blocking socket: no HttpClient, no event loop, no time-out, because a
/// sandbox may be frozen for hours while a reply is awaited. One thread at a time; <see cref="Abort"/> from another ends a waiting read.
/// </summary>
internal sealed class RuntimeApiConnection(string host, int port) : IDisposable
{
    /// <summary>Far more than an event can have (6 MB); beyond it the peer is not the Runtime API.</summary>
    private const int MaxBody = 32 * 1024 * 1024;

    /// <summary>Lambda's longest header is the client context, at 3,583 bytes before base64.</summary>
    private const int MaxLine = 64 * 1024;

    private readonly PooledBuffer _request = new();
    private byte[] _received = new byte[16 * 1024];
    private int _start, _end;
    private Socket? _socket;
    private volatile bool _aborted;

    /// <summary>Sends a request and reads the reply.</summary>
    /// <param name="head">Request line and headers, up to and including the empty line.</param>
    /// <param name="body">The body; its Content-Length is in the head.</param>
    /// <param name="reply">Receives the reply.</param>
    /// <exception cref="IOException">The reply broke off or was not HTTP. Whether the request was received is not known.</exception>
    /// <exception cref="SocketException">The connection could not be made, or broke.</exception>
    public void Exchange(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, RuntimeApiReply reply)
    {
        try
        {
            Send(Connected(), head, body);
            do
            {
                reply.Reset();
                ReadHead(reply);
            }
            while (reply.Status is >= 100 and < 200);
            ReadBody(reply);
            if (reply.ClosesConnection) Close();
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Ends the connection from another thread. Buffers stay, because the thread that is reading may be using them.</summary>
    public void Abort()
    {
        _aborted = true;
        _socket?.Dispose();
    }

    public void Dispose()
    {
        Abort();
        _request.Dispose();
    }

    private Socket Connected()
    {
        // A peer that closed after its last reply would swallow this request: it is better to see that before than after sending.
        if (_socket is { } open && (_start < _end || open.Poll(0, SelectMode.SelectRead))) Close();
        if (_socket is not null) return _socket;
        ObjectDisposedException.ThrowIf(_aborted, this);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(host, port);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _socket = socket;
        if (_aborted) socket.Dispose();
        return socket;
    }

    private void Send(Socket socket, ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        const int worthOneWrite = 64 * 1024;
        if (body.Length > worthOneWrite)
        {
            SendAll(socket, head);
            SendAll(socket, body);
            return;
        }

        _request.Clear();
        _request.Write(head);
        _request.Write(body);
        SendAll(socket, _request.WrittenSpan);
    }

    private static void SendAll(Socket socket, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[socket.Send(bytes)..];
    }

    private void ReadHead(RuntimeApiReply reply)
    {
        reply.ReadStatusLine(ReadLine());
        while (true)
        {
            var line = ReadLine();
            if (line.IsEmpty) return;
            reply.ReadHeader(line);
        }
    }

    private void ReadBody(RuntimeApiReply reply)
    {
        if (reply.IsChunked) ReadChunks(reply.Body);
        else if (reply.ContentLength is { } length) ReadExactly(reply.Body, length);
        else if (reply.Status is not (204 or 304))
        {
            // Neither a length nor chunks: the body ends with the connection (RFC 9112, 6.3).
            while (_start < _end || TryReceive()) ReadExactly(reply.Body, _end - _start);
            Close();
        }
    }

    private void ReadChunks(PooledBuffer body)
    {
        while (true)
        {
            var line = ReadLine();
            if (!Utf8Parser.TryParse(line, out int length, out var read, 'x') || read == 0 || length < 0)
            {
                throw new IOException("The Runtime API sent a malformed chunk.");
            }

            if (length == 0) break;
            ReadExactly(body, length);
            ReadLine();
        }

        while (!ReadLine().IsEmpty)
        {
            // Trailers.
        }
    }

    private void ReadExactly(PooledBuffer body, int length)
    {
        if (body.Length + (long)length > MaxBody) throw new IOException("The Runtime API sent more than an event can hold.");
        while (length > 0)
        {
            if (_start == _end)
            {
                // Large bodies go straight to where they belong.
                var read = _socket!.Receive(body.GetSpan(length)[..length]);
                if (read == 0) throw BrokeOff();
                body.Advance(read);
                length -= read;
                continue;
            }

            var part = Math.Min(length, _end - _start);
            body.Write(_received.AsSpan(_start, part));
            _start += part;
            length -= part;
        }
    }

    /// <summary>The next line without its end. Valid until the next read.</summary>
    private ReadOnlySpan<byte> ReadLine()
    {
        var searched = 0;
        while (true)
        {
            var available = _received.AsSpan(_start, _end - _start);
            var newline = available[searched..].IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var line = available[..(searched + newline)];
                _start += line.Length + 1;
                return line.EndsWith("\r"u8) ? line[..^1] : line;
            }

            searched = available.Length;
            if (!TryReceive()) throw BrokeOff();
        }
    }

    /// <summary>Receives more behind what is there. False at the end of the connection.</summary>
    private bool TryReceive()
    {
        if (_start > 0)
        {
            _received.AsSpan(_start, _end - _start).CopyTo(_received);
            _end -= _start;
            _start = 0;
        }

        if (_end == _received.Length)
        {
            if (_end >= MaxLine) throw new IOException("The Runtime API sent a header that is too long.");
            Array.Resize(ref _received, _end * 2);
        }

        var read = _socket!.Receive(_received.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _start = _end = 0;
    }

    private static IOException BrokeOff() => new("The Runtime API closed the connection within a reply.");
}
