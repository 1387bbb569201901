namespace GeekCafe.Lambda;

/// <summary>
/// A batch of stream records is not one, or its stream does not hold what is needed. The invocation fails and the records stay in the stream.
/// </summary>
/// <param name="message">What is wrong, and what to do; nothing of the batch.</param>
public sealed class StreamBatchException(string message) : Exception(message);
