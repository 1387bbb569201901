using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Reads bodies between the SDK's HTTP and unmarshalling steps, because those unmarshal with synchronous reads, which neither a timeout nor a
/// cancellation ends.
/// </summary>
internal sealed class BodyReader : PipelineHandler
{
    /// <inheritdoc/>
    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var cancellationToken = executionContext.RequestContext.CancellationToken;
        try
        {
            var result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            var response = executionContext.ResponseContext;
            response.HttpResponse = await ReadAsync(response.HttpResponse, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (HttpErrorResponseException e)
        {
            var response = await ReadAsync(e.Response, cancellationToken).ConfigureAwait(false);
            throw new HttpErrorResponseException(e.Message, e, response);
        }
    }

    private static async Task<BufferedResponse> ReadAsync(IWebResponseData response, CancellationToken cancellationToken)
    {
        var stream = await response.ResponseBody.OpenResponseAsync().ConfigureAwait(false);
        return new BufferedResponse(response, await BodyStream.ReadAsync(stream, response.ContentLength, cancellationToken).ConfigureAwait(false));
    }
}
