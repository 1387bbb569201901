using System.Buffers.Text;
using System.Net.Sockets;

namespace GeekCafe.Benchmarks;

/// <summary>One kept connection on a thread of its own: reads a request to its end, sends the operation's bytes.</summary>
internal sealed class Connection(Socket socket)
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private int _end;

    public void Serve()
    {
        using (socket)
        {
            try
            {
                while (Receive(out var answer)) Send(answer);
            }
            catch (SocketException)
            {
                // The client has gone.
            }
        }
    }

    /// <summary>Takes one request off the connection; false at its end. Requests larger than the buffer are not ours.</summary>
    private bool Receive(out byte[] answer)
    {
        answer = CannedAnswers.Empty;
        int head;
        while ((head = _buffer.AsSpan(0, _end).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!More()) return false;
        }

        var text = _buffer.AsSpan(0, head);
        answer = CannedAnswers.For(text);
        var length = head + 4 + BodyLength(text);
        while (_end < length)
        {
            if (!More()) return false;
        }

        _buffer.AsSpan(length, _end - length).CopyTo(_buffer);
        _end -= length;
        return true;
    }

    private bool More()
    {
        var read = socket.Receive(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range];
            if (line.Length < 16 || (line[0] | 0x20) != 'c' || (line[8] | 0x20) != 'l' || line[14] != ':') continue;
            return Utf8Parser.TryParse(line[15..].TrimStart((byte)' '), out int length, out _) ? length : 0;
        }

        return 0;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[socket.Send(bytes)..];
    }
}
