using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>A request as it arrived.</summary>
internal sealed record CannedRequest(string Line, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>Writes an answer, or something worse, and says whether the connection goes on.</summary>
internal delegate Task<bool> CannedAnswer(Socket connection);

/// <summary>An HTTP server that answers from a script; the last answer repeats. It stands in for DynamoDB where DynamoDB cannot be made to fail.</summary>
internal sealed class CannedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<CannedAnswer> _script = new();
    private readonly Task _accepting;
    private int _connections;

    public CannedServer(params CannedAnswer[] script)
    {
        foreach (var answer in script) _script.Enqueue(answer);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public ConcurrentQueue<CannedRequest> Requests { get; } = new();

    public int Connections => _connections;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                socket.NoDelay = true;
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            try
            {
                while (await ReadAsync(socket) is { } request)
                {
                    Requests.Enqueue(request);
                    if (!await Next()(socket)) return;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went away.
            }
        }
    }

    private CannedAnswer Next()
    {
        lock (_script)
        {
            if (!_script.TryPeek(out var answer)) return CannedAnswers.Ok("{}");
            if (_script.Count > 1) _script.TryDequeue(out _);
            return answer;
        }
    }

    private async Task<CannedRequest?> ReadAsync(Socket socket)
    {
        var bytes = new List<byte>();
        var buffer = new byte[16 * 1024];
        int end;
        while ((end = Find(bytes)) < 0)
        {
            var read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0) return null;
            bytes.AddRange(buffer.AsSpan(0, read));
        }
        var lines = Encoding.ASCII.GetString([.. bytes.Take(end)]).Split("\r\n");
        var headers = lines.Skip(1).ToDictionary(static l => l[..l.IndexOf(':')].ToLowerInvariant(), static l => l[(l.IndexOf(':') + 1)..].Trim());
        var length = headers.TryGetValue("content-length", out var text) ? int.Parse(text) : 0;
        while (bytes.Count < end + 4 + length)
        {
            var read = await socket.ReceiveAsync(buffer, _stop.Token);
            if (read == 0) return null;
            bytes.AddRange(buffer.AsSpan(0, read));
        }
        return new CannedRequest(lines[0], headers, [.. bytes.Skip(end + 4).Take(length)]);
    }

    private static int Find(List<byte> bytes) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes).IndexOf("\r\n\r\n"u8);
}
