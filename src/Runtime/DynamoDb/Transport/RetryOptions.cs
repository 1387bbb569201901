namespace GeekCafe.DynamoDb;

/// <summary>How long and how often <see cref="DynamoClient"/> tries. Fits the 29 s API Gateway waits, and a person's patience.</summary>
public sealed record RetryOptions
{
    /// <summary>The defaults.</summary>
    public static RetryOptions Default { get; } = new();

    /// <summary>
    /// The most time one operation takes, all attempts and waits together. Default 3 s. The AWS SDK's own defaults were measured at 113 s
    /// for lasting throttling, long after API Gateway has answered the client.
    /// </summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>What is kept back from an invocation's deadline for answering. Default 250 ms.</summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// An attempt with less time left than this is not started, because it could hardly end. Default 20 ms: DynamoDB answers most requests
    /// in under 10 ms.
    /// </summary>
    public TimeSpan ShortestAttempt { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>The most attempts, the first included. Default 8, whose longest waits together come to 2.6 s.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>The longest wait before the first retry; doubled with each further one. Default 25 ms, as in the AWS SDKs for DynamoDB.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>The same after throttling. Default 50 ms: capacity comes back by the second, not at once.</summary>
    public TimeSpan ThrottledBaseDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait. Default 1 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Retry tokens a client holds. Default 500, as in the AWS SDKs' standard mode.</summary>
    public int QuotaTokens { get; init; } = 500;

    /// <summary>Tokens a retry takes. Default 5, as in the AWS SDKs' standard mode.</summary>
    public int RetryCost { get; init; } = 5;

    /// <summary>Tokens a retry after a timeout takes. Default 10, as in the AWS SDKs' standard mode.</summary>
    public int TimeoutCost { get; init; } = 10;
}
