using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace GeekCafe.Lambda;

/// <summary>The calls of the Lambda Runtime API (version 2018-06-01). One for each worker.</summary>
internal sealed class RuntimeApiClient : IDisposable
{
    private const int MaxAttempts = 20;

    private readonly RuntimeApiConnection _connection;
    private readonly PooledBuffer _head = new(512);
    private readonly byte[] _next;
    private readonly string _host;

    /// <summary>A client.</summary>
    /// <param name="endpoint"><c>AWS_LAMBDA_RUNTIME_API</c>: host and port.</param>
    /// <exception cref="ConfigurationException">The endpoint is not host and port.</exception>
    public RuntimeApiClient(string endpoint)
    {
        var colon = endpoint.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(endpoint.AsSpan(colon + 1), out var port) || port == 0)
        {
            throw new ConfigurationException("AWS_LAMBDA_RUNTIME_API is not host:port; Lambda sets it, such as 127.0.0.1:9001.");
        }

        _host = endpoint;
        _connection = new(endpoint[..colon].Trim('[', ']'), port);
        _next = Encoding.ASCII.GetBytes($"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {endpoint}\r\nUser-Agent: geekcafe\r\n\r\n");
    }

    /// <summary>Waits for the next event, for as long as it takes.</summary>
    /// <exception cref="IOException">The Runtime API cannot be reached any more.</exception>
    public void Next(RuntimeApiReply reply)
    {
        // A connection that breaks while waiting has not given us an event, so asking again is safe.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _connection.Exchange(_next, default, reply);
                return;
            }
            catch (Exception exception) when (exception is IOException or SocketException && attempt < MaxAttempts)
            {
                Thread.Sleep(Math.Min(attempt * 5, 100));
            }
        }
    }

    /// <summary>Answers an invocation.</summary>
    public void Respond(string requestId, ReadOnlySpan<byte> body, RuntimeApiReply reply)
    {
        BeginPost();
        WriteAscii(requestId);
        _head.Write("/response"u8);
        Post(body, "Content-Type: application/json\r\n"u8, null, reply);
    }

    /// <summary>Reports that an invocation failed.</summary>
    public void Fail(string requestId, string errorType, ReadOnlySpan<byte> body, RuntimeApiReply reply)
    {
        BeginPost();
        WriteAscii(requestId);
        _head.Write("/error"u8);
        Post(body, "Content-Type: application/vnd.aws.lambda.error+json\r\n"u8, errorType, reply);
    }

    /// <summary>Reports that the function cannot start.</summary>
    public void FailInit(string errorType, ReadOnlySpan<byte> body, RuntimeApiReply reply)
    {
        _head.Clear();
        _head.Write("POST /2018-06-01/runtime/init/error"u8);
        Post(body, "Content-Type: application/vnd.aws.lambda.error+json\r\n"u8, errorType, reply);
    }

    /// <summary>Ends a waiting call from another thread, and every later one.</summary>
    public void Abort() => _connection.Abort();

    public void Dispose()
    {
        _connection.Dispose();
        _head.Dispose();
    }

    private void BeginPost()
    {
        _head.Clear();
        _head.Write("POST /2018-06-01/runtime/invocation/"u8);
    }

    private void Post(ReadOnlySpan<byte> body, ReadOnlySpan<byte> contentType, string? errorType, RuntimeApiReply reply)
    {
        _head.Write(" HTTP/1.1\r\nHost: "u8);
        WriteAscii(_host);
        _head.Write("\r\nUser-Agent: geekcafe\r\n"u8);
        _head.Write(contentType);
        if (errorType is not null)
        {
            _head.Write("Lambda-Runtime-Function-Error-Type: "u8);
            WriteAscii(errorType);
            _head.Write("\r\n"u8);
        }

        _head.Write("Content-Length: "u8);
        Utf8Formatter.TryFormat(body.Length, _head.GetSpan(11), out var written);
        _head.Advance(written);
        _head.Write("\r\n\r\n"u8);
        try
        {
            _connection.Exchange(_head.WrittenSpan, body, reply);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Once more: if the first did arrive, this one is refused as unknown (400 or 403) and nothing is answered twice.
            _connection.Exchange(_head.WrittenSpan, body, reply);
        }
    }

    private void WriteAscii(string text)
    {
        Encoding.ASCII.GetBytes(text, _head.GetSpan(text.Length));
        _head.Advance(text.Length);
    }
}
