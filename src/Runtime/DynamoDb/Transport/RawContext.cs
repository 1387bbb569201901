using Amazon.Runtime.Internal.Transform;

namespace GeekCafe.DynamoDb;

/// <summary>The SDK's view of a response, over bytes that nobody parses here: all positions are those of an empty document.</summary>
internal sealed class RawContext : UnmarshallerContext
{
    /// <summary>A context.</summary>
    public RawContext(IWebResponseData response) => WebResponseData = response;

    /// <summary>The response as <see cref="BodyReader"/> left it.</summary>
    public BufferedResponse Response => (BufferedResponse)WebResponseData;

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
}
