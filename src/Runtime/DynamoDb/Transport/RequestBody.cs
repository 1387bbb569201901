using System.Net;

namespace GeekCafe.DynamoDb;

/// <summary>The request's bytes, and whether they have begun to leave: without its body a request cannot have been carried out.</summary>
internal sealed class RequestBody(ReadOnlyMemory<byte> bytes) : HttpContent
{
    private volatile bool _hasBegunToLeave;

    /// <summary>Whether a connection was there and the body was handed to it.</summary>
    public bool HasBegunToLeave => _hasBegunToLeave;

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return true;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _hasBegunToLeave = true;
        return stream.WriteAsync(bytes, cancellationToken).AsTask();
    }
}
