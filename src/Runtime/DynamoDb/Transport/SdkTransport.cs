using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The same bytes through the AWS SDK's own pipeline, for those whose handlers, metrics, proxies or credentials live there. It allocates
/// several times what <see cref="SignedHttpTransport"/> does. The SDK's retries are off, but for the one that corrects its clock.
/// </summary>
public sealed class SdkTransport : IDynamoTransport, IDisposable
{
    private readonly RawDynamoDbClient _client;
    private readonly AWSCredentials? _credentials;
    private readonly TimeSpan _attemptTimeout;
    private readonly TimeProvider _clock;

    /// <summary>A transport.</summary>
    /// <param name="config">
    /// The SDK's settings, the transport's own from here on. Timeouts that are not set become those of <see cref="SignedHttpOptions"/>.
    /// Null: the SDK's defaults.
    /// </param>
    /// <param name="credentials">Whose signature. Null: the SDK's chain.</param>
    /// <param name="clock">Ends attempts. Null: the system's.</param>
    public SdkTransport(AmazonDynamoDBConfig? config = null, AWSCredentials? credentials = null, TimeProvider? clock = null)
    {
        var defaults = new SignedHttpOptions();
        config ??= new AmazonDynamoDBConfig();
        config.ConnectTimeout ??= defaults.ConnectTimeout;
        _attemptTimeout = config.Timeout ?? defaults.AttemptTimeout;
        config.Timeout = Timeout.InfiniteTimeSpan; // One clock for it, ours: the SDK's leaves out the body and its exception does not name it.
        _clock = clock ?? TimeProvider.System;
        _credentials = credentials;
        _client = credentials is null ? new RawDynamoDbClient(config) : new RawDynamoDbClient(credentials, config);
    }

    /// <summary>The SDK's client, for calls that have no place here.</summary>
    public IAmazonDynamoDB Client => _client;

    /// <inheritdoc/>
    public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) throw new DynamoCanceledException(mayHaveBeenApplied: false, cancellationToken);
        using var attempt = new AttemptTimer(_attemptTimeout, _clock, cancellationToken);
        try
        {
            var response = await _client.SendAsync(new RawRequest(operation, request), attempt.Token).ConfigureAwait(false);
            return ReplyReader.Read(operation, (int)response.HttpStatusCode, response.Headers, response.Body!);
        }
        catch (RawReplyException e)
        {
            var reply = ReplyReader.Read(operation, (int)e.StatusCode, e.Headers, e.Body);
            // The SDK has corrected its clock and tried again where that could help.
            if (reply.Error?.Kind == DynamoErrorKind.ClockSkew) reply.Reinterpret(DynamoErrorKind.AccessDenied);
            if (reply.Error?.Kind == DynamoErrorKind.ExpiredCredentials) await DropCredentialsAsync().ConfigureAwait(false);
            return reply;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new DynamoCanceledException(operation.IsWrite(), cancellationToken);
        }
        catch (Exception e) when (SdkFailures.Recognise(e, attempt.IsOver, operation.IsWrite()) is { } error)
        {
            return DynamoReply.Failure(error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WarmUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The pipeline can send nothing but operations. Whether this one is permitted does not matter: the connection is open then.
            using var reply = await SendAsync(DynamoOperation.DescribeTable, "{\"TableName\":\"warm-up\"}"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The first request will meet the same failure and report it.
        }
    }

    /// <summary>Disposes of the SDK's client.</summary>
    public void Dispose() => _client.Dispose();

    // Those that can renew themselves do so when asked next; the others are what they are. The chain answers from its cache here.
    private async ValueTask DropCredentialsAsync()
    {
        var current = _credentials ?? await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(_client.Config).ConfigureAwait(false);
        if (current is RefreshingAWSCredentials refreshing) refreshing.ClearCredentials();
    }
}
