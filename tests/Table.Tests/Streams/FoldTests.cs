using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Streams;

/// <summary>What follows from changes, once, however often they come.</summary>
public abstract class FoldTests<TDatabase> : StreamTestBase<TDatabase> where TDatabase : IDatabase
{
    private static readonly TallyKey Poll = new("poll");

    protected override async ValueTask PrepareAsync()
    {
        await base.PrepareAsync();
        Ballots.Then = (change, token) => change.FoldAsync(Tallies, Poll, tally => tally.With(change.LiveOld, change.LiveNew), new() { Name = "poll" }, token);
    }

    private async Task<Dictionary<string, int>> CountsAsync() => (await Tallies.GetAsync(Ann, Poll, consistent: true)).Data.Counts;

    private async Task<string> DeliverAsync(byte[] batch)
    {
        using var output = new PooledBuffer();
        Assert.False((await Function.HandleAsync(batch, InvocationContext.None, output)).IsError);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    [Fact]
    public async Task A_whole_life_adds_up_to_nothing()
    {
        var ballot = await CreateAsync("one");
        await CreateAsync("two", "b");
        await Ballots.UpdateAsync(Ann, KeyOf(ballot), b => b with { Choice = "b" });
        await Pump.PumpAsync();
        Assert.Equal(new Dictionary<string, int> { ["a"] = 0, ["b"] = 2 }, await CountsAsync());

        await Ballots.DeleteAsync(Ann, KeyOf(ballot));
        await Pump.PumpAsync();
        Assert.Equal(1, (await CountsAsync())["b"]);
        Assert.Empty(GivenUp);
    }

    [Fact]
    public async Task A_replay_from_the_beginning_changes_nothing()
    {
        for (var i = 0; i < 4; i++) await CreateAsync($"n{i}", i % 2 == 0 ? "a" : "b");
        await Pump.PumpAsync();
        var counts = await CountsAsync();
        var version = (await Tallies.GetAsync(Ann, Poll)).Data.Version;
        Assert.True(await NewPump().PumpAsync() >= 4);
        Assert.Equal(new Dictionary<string, int> { ["a"] = 2, ["b"] = 2 }, counts);
        Assert.Equal(counts, await CountsAsync());
        Assert.Equal(version, (await Tallies.GetAsync(Ann, Poll)).Data.Version);
    }

    [Fact]
    public async Task The_same_batches_many_at_once_are_counted_once()
    {
        var ballots = new List<Ballot>();
        for (var i = 0; i < 8; i++) ballots.Add(await CreateAsync($"n{i}", i < 5 ? "a" : "b"));
        var batch = LambdaEvents.Stream();
        foreach (var ballot in ballots) batch.Created(ballot);
        var bytes = batch.Build();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DeliverAsync(bytes)));
        Assert.All(answers, static answer => Assert.Equal("""{"batchItemFailures":[]}""", answer));
        Assert.Equal(new Dictionary<string, int> { ["a"] = 5, ["b"] = 3 }, await CountsAsync());
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_is_not_counted_again()
    {
        var ballot = await CreateAsync("one");
        var faulty = new TallyService(Table.Environment(new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer)));
        await Tallies.CreateAsync(Ann, new() { Name = "poll" });
        Ballots.Then = (change, token) => change.FoldAsync(faulty, Poll, tally => tally.With(change.LiveOld, change.LiveNew), null, token);
        var bytes = LambdaEvents.Stream().Created(ballot).Build();
        await DeliverAsync(bytes);
        await DeliverAsync(bytes);
        Assert.Equal(1, (await CountsAsync())["a"]);
    }

    [Fact]
    public async Task A_change_goes_into_every_target_once()
    {
        var other = new TallyKey("other");
        var folded = new List<bool>();
        Ballots.Then = async (change, token) =>
        {
            folded.Add(await change.FoldAsync(Tallies, Poll, tally => tally.With(change.LiveOld, change.LiveNew), new() { Name = "poll" }, token));
            folded.Add(await change.FoldAsync(Tallies, other, tally => tally.With(change.LiveOld, change.LiveNew), new() { Name = "other" }, token));
        };
        var bytes = LambdaEvents.Stream().Created(await CreateAsync("one")).Build();
        await DeliverAsync(bytes);
        await DeliverAsync(bytes);
        Assert.Equal([true, true, false, false], folded);
        Assert.Equal(1, (await Tallies.GetAsync(Ann, other)).Data.Counts["a"]);
    }

    [Fact]
    public async Task A_replay_after_the_target_is_deleted_succeeds_and_a_new_change_does_not()
    {
        var ballot = await CreateAsync("one");
        var bytes = LambdaEvents.Stream().Created(ballot).Build();
        await DeliverAsync(bytes);
        await Tallies.DeleteAsync(Caller.ForSystem("t1", "test"), Poll);
        Assert.Equal("""{"batchItemFailures":[]}""", await DeliverAsync(bytes));
        var next = await DeliverAsync(LambdaEvents.Stream().Created(ballot).Updated(ballot, ballot with { Choice = "b" }).Build());
        Assert.Contains(Ballots.Heard[^1].SequenceNumber, next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_of_ones_own_happens_once()
    {
        await Tallies.CreateAsync(Ann, new() { Name = "poll" });
        var repeated = new List<bool>();
        Ballots.Then = async (change, token) =>
        {
            var transaction = change.Once("mine");
            var entry = transaction.Update(Tallies, Poll, tally => tally.With(null, change.New));
            var result = await transaction.CommitAsync(token);
            Assert.True(result.IsSuccess);
            Assert.Single(result.Errors);
            repeated.Add(result.WasRepeated);
            if (repeated.Count < 3) Assert.Equal(1, entry.Result.Data.Counts["a"]);
            else Assert.Equal(ErrorCode.NotFound, entry.Result.Error?.Code);
        };
        var bytes = LambdaEvents.Stream().Created(await CreateAsync("one")).Build();
        await DeliverAsync(bytes);
        await DeliverAsync(bytes);
        await Tallies.DeleteAsync(Caller.ForSystem("t1", "test"), Poll);
        Assert.Equal("""{"batchItemFailures":[]}""", await DeliverAsync(bytes));
        Assert.Equal([false, true, true], repeated);
    }
}

public sealed class DynoxideFoldTests : FoldTests<Dynoxide>;

public sealed class AmazonsFoldTests : FoldTests<Amazons>;
