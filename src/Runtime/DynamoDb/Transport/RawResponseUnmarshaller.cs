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
        var context = (RawContext)input;
        return new RawResponse { Body = context.TakeBody(), Headers = context.Headers };
    }

    /// <inheritdoc/>
    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var context = (RawContext)input;
        var body = context.TakeBody();
        var code = ErrorBody.Read(body.WrittenSpan).Code ?? ErrorBody.WithoutNamespace(context.Headers.ErrorType);
        return new RawReplyException(code, innerException, statusCode, body, context.Headers);
    }

    /// <inheritdoc/>
    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) => new RawContext(responseStream, response);

    /// <inheritdoc/>
    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        new RawContext(responseStream, response);
}
