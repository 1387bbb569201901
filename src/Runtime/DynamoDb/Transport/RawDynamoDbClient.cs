using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace GeekCafe.DynamoDb;

/// <summary>The SDK's client with a door for requests that are JSON already.</summary>
internal sealed class RawDynamoDbClient : AmazonDynamoDBClient
{
    // One for all requests: neither holds anything of a request.
    private static readonly InvokeOptions Options = new()
    {
        RequestMarshaller = new RawRequestMarshaller(),
        ResponseUnmarshaller = new RawResponseUnmarshaller(),
    };

    /// <summary>A client with the SDK's credential chain.</summary>
    public RawDynamoDbClient(AmazonDynamoDBConfig config) : base(config) { }

    /// <summary>A client with credentials.</summary>
    public RawDynamoDbClient(AWSCredentials credentials, AmazonDynamoDBConfig config) : base(credentials, config) { }

    /// <summary>Sends the request.</summary>
    /// <exception cref="RawReplyException">DynamoDB answered with an error.</exception>
    public Task<RawResponse> SendAsync(RawRequest request, CancellationToken cancellationToken) =>
        InvokeAsync<RawResponse>(request, Options, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new ClockSkewRetryPolicy()));
        pipeline.AddHandlerAfter<Unmarshaller>(new BodyReader()); // After is nearer to the network.
    }
}
