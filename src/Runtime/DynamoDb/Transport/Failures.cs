using System.Net.Sockets;

namespace GeekCafe.DynamoDb;

/// <summary>What it means when no answer came.</summary>
internal static class Failures
{
    /// <summary>The error for an exception, or null for one that is a defect and not a failure of the network or the credentials.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isOver">Whether the attempt's time is over.</param>
    /// <param name="mayHaveBeenApplied">Whether a write had begun to leave.</param>
    public static DynamoError? Recognise(Exception exception, bool isOver, bool mayHaveBeenApplied) => exception switch
    {
        OperationCanceledException or TimeoutException when isOver => new(DynamoErrorKind.Timeout, "AttemptTimeout", 0, mayHaveBeenApplied),
        OperationCanceledException or TimeoutException => new(DynamoErrorKind.ConnectionFailed, "ConnectTimeout", 0, mayHaveBeenApplied),
        HttpRequestException e => new(DynamoErrorKind.ConnectionFailed, e.HttpRequestError.ToString(), 0, mayHaveBeenApplied, e.Message),
        HttpIOException e => new(DynamoErrorKind.ConnectionFailed, e.HttpRequestError.ToString(), 0, mayHaveBeenApplied, e.Message),
        IOException or SocketException => new(DynamoErrorKind.ConnectionFailed, "ConnectionBroken", 0, mayHaveBeenApplied, exception.Message),
        // The credential chain; it has its own retries, so repeating it here would only take longer.
        NoCredentialsException => new(DynamoErrorKind.AccessDenied, "NoCredentials", 0, false, exception.Message),
        _ => null,
    };
}
