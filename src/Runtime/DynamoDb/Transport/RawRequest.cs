using Amazon.DynamoDBv2;

namespace GeekCafe.DynamoDb;

/// <summary>A request whose body is there already.</summary>
internal sealed class RawRequest(DynamoOperation operation, ReadOnlyMemory<byte> body) : AmazonDynamoDBRequest
{
    /// <summary>What to do.</summary>
    public DynamoOperation Operation { get; } = operation;

    /// <summary>The JSON body.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;
}
