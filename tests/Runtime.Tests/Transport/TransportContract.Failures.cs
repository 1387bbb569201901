using System.Diagnostics;
using System.Text;
using Amazon.Runtime;
using GeekCafe.DynamoDb;
using static GeekCafe.Runtime.Tests.Transport.CannedAnswers;

namespace GeekCafe.Runtime.Tests.Transport;

// Exchanges that end before an answer does.
public abstract partial class TransportContract
{
    [Fact]
    public async Task A_broken_exchange_leaves_a_write_open_and_a_read_not()
    {
        foreach (var answer in new[] { Close(), Reset(), Truncated(Answer), Chunked(Answer, truncated: true) })
        {
            var (error, _) = await SendAsync(answer);
            Assert.Equal((DynamoErrorKind.ConnectionFailed, 0, true), (error!.Kind, error.HttpStatus, error.MayHaveBeenApplied));
            (error, _) = await SendAsync(answer, DynamoOperation.Query);
            Assert.False(error!.MayHaveBeenApplied);
        }
    }

    [Fact]
    public async Task A_late_answer_is_a_timeout()
    {
        foreach (var answer in new[] { After(TimeSpan.FromSeconds(3), Ok(Answer)), SlowBody(TimeSpan.FromSeconds(3), Answer) })
        {
            await using var server = new CannedServer(answer, Ok(Answer));
            var transport = Create(server, TimeSpan.FromMilliseconds(200));
            var started = Stopwatch.GetTimestamp();
            using var late = await transport.SendAsync(DynamoOperation.UpdateItem, Request, CancellationToken.None);
            Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 2);
            Assert.Equal((DynamoErrorKind.Timeout, true), (late.Error!.Kind, late.Error.MayHaveBeenApplied));
            using var next = await transport.SendAsync(DynamoOperation.UpdateItem, Request, CancellationToken.None);
            Assert.Null(next.Error);
        }
    }

    [Fact]
    public async Task What_never_left_was_not_applied()
    {
        var refused = Create($"http://127.0.0.1:{FreePort()}", new BasicAWSCredentials("a", "b"), TimeSpan.FromSeconds(5));
        using var noConnection = await refused.SendAsync(DynamoOperation.PutItem, Request, CancellationToken.None);
        Assert.Equal((DynamoErrorKind.ConnectionFailed, false), (noConnection.Error!.Kind, noConnection.Error.MayHaveBeenApplied));

        var unknown = Create("http://no-such-host.invalid", new BasicAWSCredentials("a", "b"), TimeSpan.FromSeconds(5));
        using var noName = await unknown.SendAsync(DynamoOperation.PutItem, Request, CancellationToken.None);
        Assert.Equal((DynamoErrorKind.ConnectionFailed, false), (noName.Error!.Kind, noName.Error.MayHaveBeenApplied));

        await using var server = new CannedServer(Ok("{}")); // Speaks no TLS.
        var plain = Create(server.Url.Replace("http:", "https:", StringComparison.Ordinal), new BasicAWSCredentials("a", "b"), TimeSpan.FromMilliseconds(500));
        using var noTls = await plain.SendAsync(DynamoOperation.PutItem, Request, CancellationToken.None);
        Assert.NotNull(noTls.Error);
    }

    [Fact]
    public async Task Cancellation_says_whether_the_write_had_left()
    {
        await using var server = new CannedServer(After(TimeSpan.FromSeconds(3), Ok(Answer)), Ok(Answer));
        var transport = Create(server);

        var before = await Assert.ThrowsAsync<DynamoCanceledException>(
            async () => await transport.SendAsync(DynamoOperation.PutItem, Request, new CancellationToken(canceled: true)));
        Assert.False(before.MayHaveBeenApplied);
        Assert.Empty(server.Requests);

        using var cancel = new CancellationTokenSource(200);
        var after = await Assert.ThrowsAsync<DynamoCanceledException>(async () => await transport.SendAsync(DynamoOperation.PutItem, Request, cancel.Token));
        Assert.True(after.MayHaveBeenApplied);

        using var next = await transport.SendAsync(DynamoOperation.GetItem, Request, CancellationToken.None);
        Assert.Equal(Answer, Encoding.UTF8.GetString(next.Body.Span));
    }
}
