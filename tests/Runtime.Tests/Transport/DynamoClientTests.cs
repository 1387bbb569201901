using GeekCafe.DynamoDb;
using Microsoft.Extensions.Time.Testing;
using static GeekCafe.Runtime.Tests.Transport.ScriptedTransport;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>The retry loop, on a clock that moves only when a wait is due.</summary>
public sealed class DynamoClientTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Jitter at its limit, so that waits can be foreseen.</summary>
    private sealed class Always(double value) : Random
    {
        public override double NextDouble() => value;
    }

    private async Task<DynamoReply> RunAsync(
        ScriptedTransport transport, RetryOptions? options = null, DateTimeOffset? deadline = null, DynamoOperation operation = DynamoOperation.PutItem)
    {
        var client = new DynamoClient(transport, _clock, options, new Always(1));
        return (await PumpAsync(() => [client.SendAsync(operation, default, deadline, CancellationToken.None).AsTask()]))[0];
    }

    // Off xunit's synchronization context every continuation runs inside Advance, so that no wait is seen late.
    private Task<DynamoReply[]> PumpAsync(Func<Task<DynamoReply>[]> start) => Task.Run(() =>
    {
        var calls = start();
        for (var i = 0; i < 20_000 && !calls.All(static call => call.IsCompleted); i++) _clock.Advance(TimeSpan.FromMilliseconds(1));
        return Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(10));
    });

    private static async ValueTask<DynamoReply> HangAsync(Func<Exception> ending, CancellationToken cancellation)
    {
        var hanging = new TaskCompletionSource();
        await using var registration = cancellation.Register(hanging.SetResult, useSynchronizationContext: false);
        await hanging.Task.ConfigureAwait(false);
        throw ending();
    }

    [Fact]
    public async Task A_success_takes_one_attempt()
    {
        var reply = await RunAsync(new ScriptedTransport(_clock, static _ => Ok()));
        Assert.Equal((null, 1, false), (reply.Error, reply.Attempts, reply.EarlierAttemptMayHaveBeenApplied));
    }

    [Theory]
    [InlineData(DynamoErrorKind.ConditionFailed)]
    [InlineData(DynamoErrorKind.TransactionCanceled)]
    [InlineData(DynamoErrorKind.AccessDenied)]
    [InlineData(DynamoErrorKind.NotFound)]
    [InlineData(DynamoErrorKind.InUse)]
    [InlineData(DynamoErrorKind.TokenMismatch)]
    [InlineData(DynamoErrorKind.TooLarge)]
    [InlineData(DynamoErrorKind.Validation)]
    [InlineData(DynamoErrorKind.Other)]
    public async Task A_final_error_is_not_retried(DynamoErrorKind kind)
    {
        var transport = new ScriptedTransport(_clock, _ => Fail(kind));
        var reply = await RunAsync(transport);
        Assert.Equal((kind, 1, 1), (reply.Error!.Kind, reply.Attempts, transport.Attempts));
    }

    [Theory]
    [InlineData(DynamoErrorKind.Throttled)]
    [InlineData(DynamoErrorKind.WriteConflict)]
    [InlineData(DynamoErrorKind.Unavailable)]
    [InlineData(DynamoErrorKind.ConnectionFailed)]
    [InlineData(DynamoErrorKind.Timeout)]
    [InlineData(DynamoErrorKind.ClockSkew)]
    [InlineData(DynamoErrorKind.ExpiredCredentials)]
    public async Task A_passing_error_is_retried(DynamoErrorKind kind)
    {
        var reply = await RunAsync(new ScriptedTransport(_clock, attempt => attempt == 1 ? Fail(kind) : Ok()));
        Assert.Equal((null, 2), (reply.Error, reply.Attempts));
    }

    [Theory]
    [InlineData(DynamoErrorKind.Unavailable, new[] { 0, 25, 75, 175, 375, 775, 1575, 2575 })]
    [InlineData(DynamoErrorKind.Throttled, new[] { 0, 50, 150, 350, 750, 1550, 2550 })]
    public async Task Waits_double_up_to_their_limits_within_the_budget(DynamoErrorKind kind, int[] expected)
    {
        var transport = new ScriptedTransport(_clock, _ => Fail(kind));
        var reply = await RunAsync(transport);
        Assert.Equal(kind, reply.Error!.Kind);
        Assert.Equal(expected, transport.AskedAt.Select(static at => (int)Math.Round(at.TotalMilliseconds)));
        Assert.Equal(expected.Length, reply.Attempts);
    }

    [Fact]
    public void Jitter_is_full_and_its_mean_is_half_the_limit()
    {
        var quota = new RetryQuota(int.MaxValue);
        var random = new Random(1);
        var error = new DynamoError(DynamoErrorKind.Throttled, "", 400, false);
        for (var attempt = 1; attempt <= 7; attempt++)
        {
            var limit = Math.Min(1000, 50 * Math.Pow(2, attempt - 1));
            var waits = new List<double>();
            for (var run = 0; run < 1000; run++)
            {
                var state = new RetryState(RetryOptions.Default, quota, random);
                for (var i = 0; i < attempt; i++) state.Begin();
                waits.Add(state.Next(error, TimeSpan.FromHours(1))!.Value.TotalMilliseconds);
            }
            Assert.InRange(waits.Min(), 0, limit * 0.05);
            Assert.InRange(waits.Max(), limit * 0.95, limit);
            Assert.InRange(waits.Average(), limit / 2 * 0.85, limit / 2 * 1.15);
            Assert.True(waits.Distinct().Count() > 900);
        }
    }

    [Fact]
    public async Task Signature_corrections_are_tried_once_each_and_at_once()
    {
        foreach (var kind in new[] { DynamoErrorKind.ClockSkew, DynamoErrorKind.ExpiredCredentials })
        {
            var transport = new ScriptedTransport(_clock, _ => Fail(kind));
            var reply = await RunAsync(transport);
            Assert.Equal((kind, 2), (reply.Error!.Kind, reply.Attempts));
            Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], transport.AskedAt);
        }
        var both = await RunAsync(new ScriptedTransport(_clock, attempt => attempt switch
        {
            1 => Fail(DynamoErrorKind.ClockSkew),
            2 => Fail(DynamoErrorKind.ExpiredCredentials),
            _ => Ok(),
        }));
        Assert.Null(both.Error);
    }

    [Fact]
    public async Task An_unknown_outcome_stays_unknown_over_later_attempts()
    {
        var reply = await RunAsync(new ScriptedTransport(_clock, static attempt => attempt == 1
            ? Fail(DynamoErrorKind.ConnectionFailed, mayHaveBeenApplied: true)
            : Fail(DynamoErrorKind.ConnectionFailed)));
        Assert.True(reply.Error!.MayHaveBeenApplied);
        Assert.True(reply.EarlierAttemptMayHaveBeenApplied);

        reply = await RunAsync(new ScriptedTransport(_clock, static attempt => attempt == 1
            ? Fail(DynamoErrorKind.Unavailable, mayHaveBeenApplied: true)
            : Fail(DynamoErrorKind.ConditionFailed)));
        Assert.Equal((DynamoErrorKind.ConditionFailed, true, true), (reply.Error!.Kind, reply.Error.MayHaveBeenApplied, reply.EarlierAttemptMayHaveBeenApplied));

        reply = await RunAsync(new ScriptedTransport(_clock, static attempt => attempt == 1
            ? Fail(DynamoErrorKind.Unavailable, mayHaveBeenApplied: true)
            : Ok()));
        Assert.Equal((null, true), (reply.Error, reply.EarlierAttemptMayHaveBeenApplied));
    }

    [Fact]
    public async Task The_last_attempts_own_doubt_is_not_an_earlier_one()
    {
        var reply = await RunAsync(
            new ScriptedTransport(_clock, static _ => Fail(DynamoErrorKind.Unavailable, mayHaveBeenApplied: true)), new RetryOptions { MaxAttempts = 1 });
        Assert.Equal((true, false), (reply.Error!.MayHaveBeenApplied, reply.EarlierAttemptMayHaveBeenApplied));

        reply = await RunAsync(
            new ScriptedTransport(_clock, static _ => Fail(DynamoErrorKind.Throttled)), new RetryOptions { MaxAttempts = 3 });
        Assert.Equal((3, false, false), (reply.Attempts, reply.Error!.MayHaveBeenApplied, reply.EarlierAttemptMayHaveBeenApplied));
    }

    [Theory]
    [InlineData(5000, 3000)] // The configured budget.
    [InlineData(1200, 950)] // The deadline less the reserve.
    [InlineData(400, 150)]
    public async Task A_hanging_transport_is_cut_at_the_end_of_the_budget(int untilDeadline, int expected)
    {
        var start = _clock.GetUtcNow();
        var transport = new ScriptedTransport(_clock, static (_, cancellation) => HangAsync(static () => new OperationCanceledException(), cancellation));
        var reply = await RunAsync(transport, deadline: start + TimeSpan.FromMilliseconds(untilDeadline));
        Assert.Equal((DynamoErrorKind.Timeout, true, 1), (reply.Error!.Kind, reply.Error.MayHaveBeenApplied, reply.Attempts));
        Assert.InRange((_clock.GetUtcNow() - start).TotalMilliseconds, expected, expected + 1);

        var read = await RunAsync(transport, deadline: _clock.GetUtcNow() + TimeSpan.FromMilliseconds(untilDeadline), operation: DynamoOperation.GetItem);
        Assert.False(read.Error!.MayHaveBeenApplied);
    }

    [Fact]
    public async Task A_transport_that_knows_the_request_never_left_is_believed()
    {
        var transport = new ScriptedTransport(
            _clock, static (_, cancellation) => HangAsync(() => new DynamoCanceledException(mayHaveBeenApplied: false, cancellation), cancellation));
        var reply = await RunAsync(transport);
        Assert.Equal((DynamoErrorKind.Timeout, false), (reply.Error!.Kind, reply.Error.MayHaveBeenApplied));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1000)]
    [InlineData(260)]
    public async Task Nothing_is_sent_that_cannot_end_in_time(int untilDeadline)
    {
        var transport = new ScriptedTransport(_clock, static _ => Ok());
        var reply = await RunAsync(transport, deadline: _clock.GetUtcNow() + TimeSpan.FromMilliseconds(untilDeadline));
        Assert.Equal((DynamoErrorKind.Timeout, false, 0, 0), (reply.Error!.Kind, reply.Error.MayHaveBeenApplied, reply.Attempts, transport.Attempts));
    }

    [Fact]
    public async Task A_wait_that_would_pass_the_deadline_is_not_begun()
    {
        var start = _clock.GetUtcNow();
        var transport = new ScriptedTransport(_clock, static _ => Fail(DynamoErrorKind.Throttled));
        var reply = await RunAsync(transport, deadline: start + TimeSpan.FromMilliseconds(250 + 160));
        Assert.Equal((DynamoErrorKind.Throttled, 2), (reply.Error!.Kind, reply.Attempts)); // At 0 and 50; the next would be at 150.
        Assert.InRange((_clock.GetUtcNow() - start).TotalMilliseconds, 50, 51);
    }

    [Fact]
    public async Task The_quota_bounds_all_callers_together_and_recovers()
    {
        var failing = true;
        var transport = new ScriptedTransport(_clock, _ => failing ? Fail(DynamoErrorKind.Throttled) : Ok());
        var client = new DynamoClient(transport, _clock);
        var replies = await PumpAsync(
            () => [.. Enumerable.Range(0, 100).Select(_ => client.SendAsync(DynamoOperation.PutItem, default, null, CancellationToken.None).AsTask())]);

        Assert.Equal(100 + (500 / 5), transport.Attempts);
        Assert.All(replies, static reply => Assert.Equal(DynamoErrorKind.Throttled, reply.Error!.Kind));

        failing = false;
        Assert.Null((await client.SendAsync(DynamoOperation.PutItem, default, null, CancellationToken.None)).Error);
    }

    [Fact]
    public void The_quota_is_the_standard_modes()
    {
        var quota = new RetryQuota(500);
        var state = new RetryState(RetryOptions.Default, quota, new Always(0));
        state.Begin();
        state.Next(new DynamoError(DynamoErrorKind.Unavailable, "", 500, true), TimeSpan.FromSeconds(3));
        Assert.Equal(495, quota.Tokens);
        state.Begin();
        state.Next(new DynamoError(DynamoErrorKind.Timeout, "", 0, true), TimeSpan.FromSeconds(3));
        Assert.Equal(485, quota.Tokens);
        state.Succeeded();
        Assert.Equal(495, quota.Tokens);
        new RetryState(RetryOptions.Default, quota, new Always(0)).Succeeded();
        Assert.Equal(496, quota.Tokens);
        quota.Return(1000);
        Assert.Equal(500, quota.Tokens);
        Assert.False(quota.TryTake(501));
    }

    [Fact]
    public async Task Cancellation_during_a_wait_tells_what_may_have_happened_before()
    {
        foreach (var mayHaveBeenApplied in new[] { false, true })
        {
            var transport = new ScriptedTransport(_clock, _ => Fail(DynamoErrorKind.Unavailable, mayHaveBeenApplied));
            var client = new DynamoClient(transport, _clock, null, new Always(1));
            using var cancellation = new CancellationTokenSource();
            var call = client.SendAsync(DynamoOperation.PutItem, default, null, cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            var thrown = await Assert.ThrowsAsync<DynamoCanceledException>(() => call);
            Assert.Equal(mayHaveBeenApplied, thrown.MayHaveBeenApplied);
            Assert.Equal(cancellation.Token, thrown.CancellationToken);
        }
    }
}
