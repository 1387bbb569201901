using Amazon.Runtime.Internal.Transform;

namespace GeekCafe.DynamoDb;

/// <summary>The SDK's view of a response, over bytes that nobody parses here: all positions are those of an empty document.</summary>
internal sealed class RawContext : UnmarshallerContext
{
    private readonly Stream _stream;

    /// <summary>A context.</summary>
    public RawContext(Stream stream, IWebResponseData response)
    {
        (_stream, WebResponseData) = (stream, response);
        Headers = new ReplyHeaders(Header(response, "x-amz-crc32"), Header(response, "x-amzn-RequestId"), Header(response, "x-amzn-ErrorType"));
    }

    /// <summary>The headers that matter.</summary>
    public ReplyHeaders Headers { get; }

    /// <inheritdoc/>
    public override string CurrentPath => "";

    /// <inheritdoc/>
    public override int CurrentDepth => 0;

    /// <inheritdoc/>
    public override bool IsStartElement => false;

    /// <inheritdoc/>
    public override bool IsEndElement => false;

    /// <inheritdoc/>
    public override bool IsStartOfDocument => true;

    /// <summary>Reads the body, which belongs to the caller. The SDK unmarshals synchronously, so this waits for the network as the SDK does.</summary>
    public PooledBuffer TakeBody()
    {
        var body = new PooledBuffer();
        try
        {
            for (var read = _stream.Read(body.GetSpan()); read > 0; read = _stream.Read(body.GetSpan())) body.Advance(read);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _stream.Dispose();
        base.Dispose(disposing);
    }

    private static string? Header(IWebResponseData response, string name) => response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;
}
