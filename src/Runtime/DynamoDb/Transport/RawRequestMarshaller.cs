using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace GeekCafe.DynamoDb;

/// <summary>Puts the finished body into the SDK's request.</summary>
internal sealed class RawRequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <inheritdoc/>
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var raw = (RawRequest)input;
        var request = new DefaultRequest(raw, "Amazon.DynamoDBv2")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = raw.Body.ToArray(), // The SDK takes whole arrays only.
        };
        request.Headers["X-Amz-Target"] = raw.Operation.Target();
        request.Headers["Content-Type"] = "application/x-amz-json-1.0";
        request.Headers["X-Amz-Api-Version"] = "2012-08-10";
        return request;
    }
}
