using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>What it means when the SDK's pipeline throws and no answer came.</summary>
internal static class SdkFailures
{
    /// <summary>The error for an exception, or null for a defect.</summary>
    /// <param name="exception">What was thrown; the network's own exception may be inside.</param>
    /// <param name="isOver">Whether the attempt's time is over.</param>
    /// <param name="isWrite">Whether the request writes.</param>
    public static DynamoError? Recognise(Exception exception, bool isOver, bool isWrite)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // HttpClient wraps: the outermost exception that names its reason is the one to read.
            if (Failures.Recognise(cause, isOver, isWrite && !IsBeforeSending(cause, isOver)) is { } error) return error;
        }
        // Without a network failure inside, the SDK gave up before sending: it found no credentials, region or endpoint.
        return exception is AmazonClientException or AmazonServiceException
            ? new DynamoError(DynamoErrorKind.AccessDenied, "NoCredentials", 0, false, exception.Message)
            : null;
    }

    // No connection came to be; a cancellation while there is time is the connect timeout's. In every other case the pipeline does not tell.
    private static bool IsBeforeSending(Exception cause, bool isOver) => cause switch
    {
        HttpRequestException e => e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        OperationCanceledException or TimeoutException => !isOver,
        _ => false,
    };
}
