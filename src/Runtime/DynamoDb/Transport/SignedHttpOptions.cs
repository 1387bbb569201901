using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>How <see cref="SignedHttpTransport"/> connects and how long it waits.</summary>
public sealed record SignedHttpOptions
{
    /// <summary>Where to send requests. Null, the default: <see cref="DynamoEndpoint.FromEnvironment"/>.</summary>
    public DynamoEndpoint? Endpoint { get; init; }

    /// <summary>Whose signature. Null, the default: the environment variables, then the AWS SDK's chain.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>The most time for name resolution, TCP and TLS. Default 1 s, in which a small Lambda completes a TLS handshake.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The most time for one attempt, connecting and reading included. Default 2 s: far above what DynamoDB needs, and one more attempt
    /// fits into the default budget of 3 s (<see cref="RetryOptions.Budget"/>).
    /// </summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
