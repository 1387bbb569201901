using Amazon.Runtime;
using GeekCafe.DynamoDb;
using static GeekCafe.Runtime.Tests.Transport.CannedAnswers;

namespace GeekCafe.Runtime.Tests.Transport;

public sealed class SignedHttpTransportTests : TransportContract
{
    protected override IDynamoTransport Create(string url, AWSCredentials credentials, TimeSpan attemptTimeout) => new SignedHttpTransport(new SignedHttpOptions
    {
        Endpoint = new DynamoEndpoint(new Uri(url), "eu-central-1"),
        Credentials = credentials,
        AttemptTimeout = attemptTimeout,
    });

    [Fact]
    public async Task Refused_credentials_are_asked_for_again()
    {
        await using var server = new CannedServer(Error(400, "ExpiredTokenException"), Ok("{}"));
        var credentials = new RenewedCredentials();
        var client = new DynamoClient(Create(server.Url, credentials, TimeSpan.FromSeconds(5)), TimeProvider.System);
        using var reply = await client.SendAsync(DynamoOperation.PutItem, "{}"u8.ToArray(), deadline: null, CancellationToken.None);

        Assert.Null(reply.Error);
        Assert.Equal(["first", "second"], server.Requests.Select(static r => r.Headers["authorization"].Split("Credential=")[1].Split('/')[0]));
    }

    [Fact]
    public async Task A_failed_handshake_was_not_applied()
    {
        await using var server = new CannedServer(Ok("{}"));
        var url = server.Url.Replace("http:", "https:", StringComparison.Ordinal);
        var transport = Create(url, new BasicAWSCredentials("a", "b"), TimeSpan.FromMilliseconds(500));
        using var reply = await transport.SendAsync(DynamoOperation.PutItem, "{}"u8.ToArray(), CancellationToken.None);
        Assert.False(reply.Error!.MayHaveBeenApplied);
    }

    private sealed class RenewedCredentials : RefreshingAWSCredentials
    {
        private int _count;

        protected override CredentialsRefreshState GenerateNewCredentials() =>
            new(new ImmutableCredentials(Interlocked.Increment(ref _count) == 1 ? "first" : "second", "secret", "token"), DateTime.UtcNow.AddHours(1));

        protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => Task.FromResult(GenerateNewCredentials());
    }
}
