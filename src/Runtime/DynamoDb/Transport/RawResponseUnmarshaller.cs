using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace GeekCafe.DynamoDb;

/// <summary>Takes the body out of the SDK's response as it is.</summary>
internal sealed class RawResponseUnmarshaller : ResponseUnmarshaller
{
    /// <inheritdoc/>
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var response = ((RawContext)input).Response;
        return new RawResponse { Body = response.Received, Headers = response.Headers };
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var response = ((RawContext)input).Response;
        var code = ErrorBody.Read(response.Received.WrittenSpan).Code ?? ErrorBody.WithoutNamespace(response.Headers.ErrorType);
        return new RawReplyException(code, innerException, statusCode, response.Received, response.Headers);
    }

    /// <inheritdoc/>
    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) => new RawContext(response);

    /// <inheritdoc/>
    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        new RawContext(response);
}
