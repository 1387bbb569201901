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
    public async Task A_failed_handshake_was_not_applied()
    {
        await using var server = new CannedServer(Ok("{}"));
        var url = server.Url.Replace("http:", "https:", StringComparison.Ordinal);
        var transport = Create(url, new BasicAWSCredentials("a", "b"), TimeSpan.FromMilliseconds(500));
        using var reply = await transport.SendAsync(DynamoOperation.PutItem, "{}"u8.ToArray(), CancellationToken.None);
        Assert.False(reply.Error!.MayHaveBeenApplied);
    }
}
