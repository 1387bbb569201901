using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Where signatures get their credentials: those given, or the AWS SDK's chain. The chain caches and refreshes by itself, so it is asked
/// for every request.
/// </summary>
internal sealed class CredentialSource
{
    private readonly AWSCredentials? _given;
    private volatile AWSCredentials? _current;

    /// <summary>A source.</summary>
    /// <param name="given">The only credentials to use. Null: the environment variables, then the SDK's chain.</param>
    public CredentialSource(AWSCredentials? given) => _current = _given = given;

    /// <summary>The credentials to sign with now.</summary>
    /// <exception cref="NoCredentialsException">There are none.</exception>
    public async ValueTask<ImmutableCredentials> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var credentials = _current ??= FromEnvironment() ?? await FromChainAsync(cancellationToken).ConfigureAwait(false);
            return await credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new NoCredentialsException(e); // The chain throws many types.
        }
    }

    /// <summary>Forgets credentials that have been refused as expired, so that the next request gets new ones.</summary>
    public void Drop()
    {
        if (_current is RefreshingAWSCredentials refreshing) refreshing.ClearCredentials();
        _current = _given;
    }

    // The chain's first link, taken without building the chain: in Lambda it always holds, and the chain costs 0.2 to 2.4 ms at start
    // (Native AOT; it sets up watchers on profile files). AWSConfigs can put other links first.
    private static AWSCredentials? FromEnvironment()
    {
        if (Amazon.AWSConfigs.AWSCredentialsGenerators is not null) return null;
        var accessKey = Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID");
        var secretKey = Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY");
        if (string.IsNullOrEmpty(accessKey) || string.IsNullOrEmpty(secretKey)) return null;
        var token = Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN");
        return string.IsNullOrEmpty(token)
            ? new BasicAWSCredentials(accessKey, secretKey)
            : new SessionAWSCredentials(accessKey, secretKey, token);
    }

    private static Task<AWSCredentials> FromChainAsync(CancellationToken cancellationToken) =>
        DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().WaitAsync(cancellationToken);
}
