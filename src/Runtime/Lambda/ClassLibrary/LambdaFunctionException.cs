using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// A function error: the event was not handled, and its source must not believe that it was. An HTTP request that is refused is an answer, not this.
/// </summary>
public sealed class LambdaFunctionException : Exception
{
    private LambdaFunctionException(string errorType, string message) : base(message) => ErrorType = errorType;

    /// <summary>Which error, such as <c>Function.UnsupportedEvent</c>.</summary>
    public string ErrorType { get; }

    /// <summary>The error that the pipeline wrote.</summary>
    internal static LambdaFunctionException Of(string errorType, ReadOnlyMemory<byte> body)
    {
        using var error = JsonDocument.Parse(body);
        return new(errorType, $"{errorType}: {error.RootElement.GetProperty("errorMessage").GetString()}");
    }
}
