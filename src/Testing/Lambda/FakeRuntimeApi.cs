using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace GeekCafe.Testing;

/// <summary>How a <see cref="FakeRuntimeApi"/> speaks HTTP. Every way here is one the real service or its emulator has.</summary>
public sealed record FakeRuntimeApiOptions
{
    /// <summary>The most bytes to send at once, so that names and numbers arrive in parts. Default 0: everything at once.</summary>
    public int SplitAfter { get; init; }

    /// <summary>Whether events are sent in chunks instead of with a length.</summary>
    public bool Chunked { get; init; }

    /// <summary>Changes the spelling of header names. Default: as Lambda writes them.</summary>
    public Func<string, string> HeaderName { get; init; } = static name => name;

    /// <summary>Whether the connection is closed after each reply.</summary>
    public bool CloseAfterReply { get; init; }

    /// <summary>Whether a closed connection is announced by <c>Connection: close</c>. Default true.</summary>
    public bool AnnouncesClose { get; init; } = true;

    /// <summary>Whether optional headers are sent with empty values, as managed instances do, instead of being left out.</summary>
    public bool SendsEmptyHeaders { get; init; }

    /// <summary>The status that answers an answer. Default 202; 413 and 500 are the interesting others.</summary>
    public int PostStatus { get; init; } = 202;
}

/// <summary>What a function sent for one event.</summary>
/// <param name="IsError">Whether it went to <c>/error</c> instead of <c>/response</c>.</param>
/// <param name="Body">The body.</param>
/// <param name="ErrorType">The <c>Lambda-Runtime-Function-Error-Type</c> header, or null.</param>
public sealed record FakeRuntimeResult(bool IsError, ReadOnlyMemory<byte> Body, string? ErrorType);

/// <summary>A double of the Lambda Runtime API on a local port: queue events, get what the function answers.</summary>
/// <example><code>
/// await using var api = new FakeRuntimeApi();
/// // start the function with AWS_LAMBDA_RUNTIME_API = api.Endpoint
/// var result = await api.InvokeAsync(LambdaEvents.HttpV2("GET", "/events").Build());
/// </code></example>
public sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Channel<Invocation> _queue = Channel.CreateUnbounded<Invocation>();
    private readonly ConcurrentDictionary<string, Invocation> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<FakeRuntimeResult> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FakeRuntimeApiOptions _options;
    private readonly Task _accepting;
    private int _count, _connections;

    /// <summary>Starts listening.</summary>
    /// <param name="options">How it speaks. Default: as Lambda usually does.</param>
    public FakeRuntimeApi(FakeRuntimeApiOptions? options = null)
    {
        _options = options ?? new();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>For <c>AWS_LAMBDA_RUNTIME_API</c>: host and port.</summary>
    public string Endpoint => _listener.LocalEndpoint.ToString()!;

    /// <summary>How many connections have been accepted.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Ends with what the function sends to <c>/init/error</c>.</summary>
    public Task<FakeRuntimeResult> InitError => _initError.Task;

    /// <summary>Queues an event.</summary>
    /// <param name="payload">The event: JSON in UTF-8.</param>
    /// <param name="timeout">How long the function has. Default 30 s.</param>
    /// <param name="tenantId">The tenant of tenant isolation mode, or null.</param>
    /// <param name="traceId">The X-Ray trace header, or null.</param>
    /// <returns>What the function answers.</returns>
    public Task<FakeRuntimeResult> InvokeAsync(ReadOnlyMemory<byte> payload, TimeSpan? timeout = null, string? tenantId = null, string? traceId = null)
    {
        var id = $"invocation-{Interlocked.Increment(ref _count)}";
        var invocation = new Invocation(id, payload, DateTimeOffset.UtcNow + (timeout ?? TimeSpan.FromSeconds(30)), tenantId, traceId);
        _open[id] = invocation;
        _queue.Writer.TryWrite(invocation);
        return invocation.Result.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
            Interlocked.Increment(ref _connections);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                while (await FakeHttpRequest.ReadAsync(stream, _stop.Token).ConfigureAwait(false) is { } request)
                {
                    await ReplyAsync(stream, request).ConfigureAwait(false);
                    if (_options.CloseAfterReply) return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The function or the test has gone.
        }
    }

    private async Task ReplyAsync(NetworkStream stream, FakeHttpRequest request)
    {
        const string invocations = "/2018-06-01/runtime/invocation/";
        if (request is { Method: "GET", Path: invocations + "next" })
        {
            var invocation = await NextAsync(stream.Socket).ConfigureAwait(false);
            await WriteEventAsync(stream, invocation).ConfigureAwait(false);
            return;
        }

        var isError = request.Path.EndsWith("/error", StringComparison.Ordinal);
        var result = new FakeRuntimeResult(isError, request.Body, request.Headers.GetValueOrDefault("Lambda-Runtime-Function-Error-Type"));
        var status = _options.PostStatus;
        if (request.Path == "/2018-06-01/runtime/init/error")
        {
            _initError.TrySetResult(result);
        }
        else if (!request.Path.StartsWith(invocations, StringComparison.Ordinal) ||
            !_open.TryRemove(request.Path[invocations.Length..request.Path.LastIndexOf('/')], out var invocation))
        {
            status = 400;
        }
        else
        {
            invocation.Result.TrySetResult(result);
        }

        var text = status == 202 ? """{"status":"OK"}""" : """{"errorMessage":"refused","errorType":"Refused"}""";
        await WriteAsync(stream, status, [], Encoding.UTF8.GetBytes(text), chunked: false).ConfigureAwait(false);
    }

    /// <summary>Waits for an event. A function that has gone meanwhile leaves it to the next.</summary>
    private async ValueTask<Invocation> NextAsync(Socket function)
    {
        while (await _queue.Reader.WaitToReadAsync(_stop.Token).ConfigureAwait(false))
        {
            if (function.Poll(0, SelectMode.SelectRead) && function.Available == 0) break;
            if (_queue.Reader.TryRead(out var invocation)) return invocation;
        }

        throw new IOException("The function has gone.");
    }

    private Task WriteEventAsync(NetworkStream stream, Invocation invocation)
    {
        var headers = new List<KeyValuePair<string, string?>>
        {
            new("Lambda-Runtime-Aws-Request-Id", invocation.Id),
            new("Lambda-Runtime-Deadline-Ms", invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            new("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:test"),
            new("Lambda-Runtime-Trace-Id", invocation.TraceId),
            new("Lambda-Runtime-Aws-Tenant-Id", invocation.TenantId),
            new("Lambda-Runtime-Client-Context", null),
            new("Content-Type", "application/json"),
        };
        return WriteAsync(stream, 200, headers, invocation.Payload, _options.Chunked);
    }

    private async Task WriteAsync(
        NetworkStream stream, int status, List<KeyValuePair<string, string?>> headers, ReadOnlyMemory<byte> body, bool chunked)
    {
        headers.Add(chunked ? new("Transfer-Encoding", "chunked") : new("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)));
        if (_options is { CloseAfterReply: true, AnnouncesClose: true }) headers.Add(new("Connection", "close"));
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Status\r\n");
        foreach (var (name, value) in headers)
        {
            if (value is null && !_options.SendsEmptyHeaders) continue;
            head.Append(_options.HeaderName(name)).Append(": ").Append(value).Append("\r\n");
        }

        using var reply = new MemoryStream();
        reply.Write(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        if (chunked) WriteChunks(reply, body.Span);
        else reply.Write(body.Span);
        var bytes = reply.ToArray().AsMemory();
        while (!bytes.IsEmpty)
        {
            var part = _options.SplitAfter > 0 ? Math.Min(_options.SplitAfter, bytes.Length) : bytes.Length;
            await stream.WriteAsync(bytes[..part], _stop.Token).ConfigureAwait(false);
            bytes = bytes[part..];
            if (_options.SplitAfter > 0) await Task.Yield();
        }
    }

    private static void WriteChunks(MemoryStream reply, ReadOnlySpan<byte> body)
    {
        const int size = 100;
        while (!body.IsEmpty)
        {
            var chunk = body[..Math.Min(size, body.Length)];
            reply.Write(Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            reply.Write(chunk);
            reply.Write("\r\n"u8);
            body = body[chunk.Length..];
        }

        reply.Write("0\r\n\r\n"u8);
    }

    private sealed record Invocation(string Id, ReadOnlyMemory<byte> Payload, DateTimeOffset Deadline, string? TenantId, string? TraceId)
    {
        public TaskCompletionSource<FakeRuntimeResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
