using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The SDK's retry policy without retries, for <see cref="DynamoClient"/> makes those. What remains is what only the SDK can do: correct its
/// clock, which its base class does before asking for anything here, and then send once more.
/// </summary>
internal sealed class ClockSkewRetryPolicy : RetryPolicy
{
    /// <summary>A policy.</summary>
    public ClockSkewRetryPolicy() => MaxRetries = 1;

    /// <inheritdoc/>
    public override bool CanRetry(IExecutionContext executionContext) => true;

    /// <inheritdoc/>
    public override bool RetryForException(IExecutionContext executionContext, Exception exception) => false;

    /// <inheritdoc/>
    public override Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception) => Task.FromResult(false);

    /// <inheritdoc/>
    public override bool RetryLimitReached(IExecutionContext executionContext) => executionContext.RequestContext.Retries >= MaxRetries;

    /// <inheritdoc/>
    public override void WaitBeforeRetry(IExecutionContext executionContext) { }

    /// <inheritdoc/>
    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext) => Task.CompletedTask;
}
