using System.Net;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.Internal.Transform;

namespace GeekCafe.DynamoDb;

/// <summary>The SDK's response with its body read already. What else it says is the original's to answer.</summary>
internal sealed class BufferedResponse(IWebResponseData original, PooledBuffer body) : IWebResponseData, IHttpResponseBody
{
    /// <summary>The body as received; whoever takes it owns it.</summary>
    public PooledBuffer Received { get; } = body;

    /// <summary>The headers that matter.</summary>
    public ReplyHeaders Headers { get; } = new(Header(original, "x-amz-crc32"), Header(original, "x-amzn-RequestId"), Header(original, "x-amzn-ErrorType"));

    /// <inheritdoc/>
    public long ContentLength => Received.Length;

    /// <inheritdoc/>
    public string ContentType => original.ContentType;

    /// <inheritdoc/>
    public HttpStatusCode StatusCode => original.StatusCode;

    /// <inheritdoc/>
    public bool IsSuccessStatusCode => original.IsSuccessStatusCode;

    /// <inheritdoc/>
    public IHttpResponseBody ResponseBody => this;

    /// <inheritdoc/>
    public string[] GetHeaderNames() => original.GetHeaderNames();

    /// <inheritdoc/>
    public bool IsHeaderPresent(string headerName) => original.IsHeaderPresent(headerName);

    /// <inheritdoc/>
    public string GetHeaderValue(string headerName) => original.GetHeaderValue(headerName);

    /// <inheritdoc/>
    public IEventStreamHeader GetEventStreamHeader(string headerName) => original.GetEventStreamHeader(headerName);

    /// <inheritdoc/>
    public bool IsEventHeaderPresent(string headerName) => original.IsEventHeaderPresent(headerName);

    /// <inheritdoc/>
    public Stream OpenResponse() => Stream.Null;

    /// <inheritdoc/>
    public Task<Stream> OpenResponseAsync() => Task.FromResult(Stream.Null);

    /// <inheritdoc/>
    public void Dispose() => original.ResponseBody.Dispose();

    private static string? Header(IWebResponseData response, string name) => response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;
}
