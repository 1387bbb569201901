using GeekCafe.Lambda;

namespace GeekCafe.Local;

/// <summary>The application's operations behind the Lambda engine, as deployed.</summary>
internal sealed class LambdaFunction(IReadOnlyList<ApiOperation> operations) : IFunction
{
    public ValueTask InvokeAsync(ReadOnlyMemory<byte> eventBytes, string requestId, PooledBuffer output, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"The engine for {operations.Count} operations is not plugged in yet.");
}
