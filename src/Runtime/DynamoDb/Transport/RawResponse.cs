using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>A successful answer, unparsed. The SDK asks for a constructor without parameters.</summary>
internal sealed class RawResponse : AmazonWebServiceResponse
{
    /// <summary>The body as received.</summary>
    public PooledBuffer? Body { get; init; }

    /// <summary>The headers that matter.</summary>
    public ReplyHeaders Headers { get; init; }
}
