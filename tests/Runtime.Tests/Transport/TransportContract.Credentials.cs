using Amazon.Runtime;
using GeekCafe.DynamoDb;
using static GeekCafe.Runtime.Tests.Transport.CannedAnswers;

namespace GeekCafe.Runtime.Tests.Transport;

// Clocks and credentials that do not fit, and warming up.
public abstract partial class TransportContract
{
    [Fact]
    public async Task A_wrong_clock_is_corrected_and_stays_corrected()
    {
        var serverTime = DateTime.UtcNow.AddHours(-3);
        var skew = Http(400, """{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"Signature expired"}""", $"Date: {serverTime:R}");
        await using var server = new CannedServer(skew, Http(200, Answer, $"Date: {serverTime:R}"));
        var transport = Create(server);
        var client = new DynamoClient(transport, TimeProvider.System);

        for (var i = 0; i < 2; i++)
        {
            using var reply = await client.SendAsync(DynamoOperation.PutItem, Request, deadline: null, CancellationToken.None);
            Assert.Null(reply.Error);
            Assert.False(reply.EarlierAttemptMayHaveBeenApplied);
        }
        var hours = server.Requests.Select(static r => r.Headers["x-amz-date"][..11]).ToArray();
        Assert.Equal(3, hours.Length);
        Assert.Equal([$"{serverTime:yyyyMMdd'T'HH}", $"{serverTime:yyyyMMdd'T'HH}"], hours[1..]);
    }

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
    public async Task Credentials_that_cannot_be_had_are_a_final_error()
    {
        await using var server = new CannedServer(Ok(Answer));
        using var reply = await Create(server.Url, new FailingCredentials(), TimeSpan.FromSeconds(5)).SendAsync(DynamoOperation.PutItem, Request, CancellationToken.None);
        Assert.Equal((DynamoErrorKind.AccessDenied, "NoCredentials", false), (reply.Error!.Kind, reply.Error.Code, reply.Error.MayHaveBeenApplied));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Warming_up_opens_the_connection_and_never_throws()
    {
        await using var server = new CannedServer(Http(404, ""), Ok(Answer));
        var transport = Create(server);
        await transport.WarmUpAsync(CancellationToken.None);
        using var first = await transport.SendAsync(DynamoOperation.GetItem, Request, CancellationToken.None);
        Assert.Null(first.Error);
        Assert.Equal(1, server.Connections);
        await Create($"http://127.0.0.1:{FreePort()}", new FailingCredentials(), TimeSpan.FromSeconds(1)).WarmUpAsync(CancellationToken.None);
        await transport.WarmUpAsync(new CancellationToken(canceled: true));
    }

    private sealed class FailingCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("There are none.");
    }

    private sealed class RenewedCredentials : RefreshingAWSCredentials
    {
        private int _count;

        protected override CredentialsRefreshState GenerateNewCredentials() =>
            new(new ImmutableCredentials(Interlocked.Increment(ref _count) == 1 ? "first" : "second", "secret", "token"), DateTime.UtcNow.AddHours(1));

        protected override Task<CredentialsRefreshState> GenerateNewCredentialsAsync() => Task.FromResult(GenerateNewCredentials());
    }
}
