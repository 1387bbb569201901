using GeekCafe.Lambda;

namespace GeekCafe.Local;

/// <summary>The application's operations and jobs behind the Lambda engine, as deployed.</summary>
internal sealed class LambdaFunction(LambdaApplication application) : IFunction
{
    public async ValueTask<bool> InvokeAsync(ReadOnlyMemory<byte> eventBytes, string requestId, PooledBuffer output)
    {
        // No deadline: whoever stops at a breakpoint should find the request still alive.
        var outcome = await application.HandleAsync(eventBytes, new InvocationContext { RequestId = requestId }, output);
        return !outcome.IsError;
    }
}
