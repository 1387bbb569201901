using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>
/// An error answer on its way through the SDK's pipeline, whose handlers read its code and, in the inner exception, its headers.
/// </summary>
internal sealed class RawReplyException(string? code, Exception? response, HttpStatusCode status, PooledBuffer body, ReplyHeaders headers)
    : AmazonDynamoDBException(code ?? "No code", response, ErrorType.Unknown, code, headers.RequestId, status)
{
    /// <summary>The body as received.</summary>
    public PooledBuffer Body { get; } = body;

    /// <summary>The headers that matter.</summary>
    public ReplyHeaders Headers { get; } = headers;
}
