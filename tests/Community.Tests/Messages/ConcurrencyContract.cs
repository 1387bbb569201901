using Community;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>Many at once in one thread. The predecessor lost what two posted at the same time.</summary>
public abstract class ConcurrencyContract<TDatabase> : MessageTests<TDatabase> where TDatabase : IDatabase
{
    /// <summary>
    /// The community with a client that waits for a database on a busy machine. What it takes there says nothing, and an answer that was not waited
    /// for would be an outcome unknown.
    /// </summary>
    private CommunityApplication Patient => field ??= CommunityApplication.Create(new ServiceEnvironment
    {
        Client = new DynamoClient(Wire, TimeProvider.System, RetryOptions.Default with { Budget = TimeSpan.FromMinutes(5), MaxAttempts = 200, QuotaTokens = 100_000 }),
        TableName = Table.Name,
        CursorKeys = [new byte[32]],
    });

    [Fact]
    public async Task Thirty_two_who_post_at_once_lose_nothing_and_are_counted_exactly()
    {
        var names = Enumerable.Range(0, 4).Select(static i => $"u{i}").ToList();
        var thread = await StartAsync([.. names]);

        var posted = await Task.WhenAll(Enumerable.Range(0, 8).SelectMany(_ => names).Select(name => Patient.Messages.PostAsync(User(name), thread.Id, new() { Content = name }, Cancellation)));

        Assert.All(posted, static each => Assert.True(each.IsSuccess, $"{each.Error}"));
        var all = await AllAsync(Ann, thread, limit: 100);
        Assert.Equal(names.SelectMany(static name => Enumerable.Repeat(name, 8)), all.Select(static each => each.SenderId).Order());
        Assert.Equal(Enumerable.Range(1, 32).Select(static i => (long)i), all.Select(static each => each.Number));
        Assert.Equal(all.Select(static each => each.SentAt).Order(), all.Select(static each => each.SentAt));
        var now = await GetAsync(thread);
        Assert.Equal((32L, 32L, all[^1].SentAt), (now.LastNumber, now.MessageCount, now.LastMessageAt));
        foreach (var name in names) Assert.Equal(24, await UnreadAsync(User(name), thread));
        Assert.Equal(32, await UnreadAsync(Ann, thread));
    }

    [Fact]
    public async Task Posting_reading_and_deleting_at_once_leaves_counts_that_are_right()
    {
        var thread = await StartAsync("bob", "cid");
        for (var i = 0; i < 8; i++) await PostAsync(Ann, thread);

        var posts = Enumerable.Range(0, 8).Select(_ => (Task)OkAsync(Patient.Messages.PostAsync(Ann, thread.Id, new() { Content = "x" }, Cancellation)));
        var deletes = Enumerable.Range(1, 8).Select(i => (Task)OkAsync(Patient.Messages.RemoveAsync(Ann, new(thread.Id, i), cancellationToken: Cancellation)));
        var reads = Enumerable.Range(0, 4).Select(async _ =>
        {
            await Task.Yield();
            return (await OkAsync(Patient.Threads.ReadAsync(Bob, thread.Id, cancellationToken: Cancellation))).LastNumber;
        }).ToList();
        await Task.WhenAll([.. posts, .. deletes, .. reads]);

        var (all, read) = (await AllAsync(Ann, thread), (await Task.WhenAll(reads)).Max());
        Assert.Equal(8, all.Count);
        Assert.Equal(8, (await GetAsync(thread)).MessageCount);
        Assert.Equal(all.Count(each => each.Number > read), await UnreadAsync(Bob, thread));
        Assert.Equal((0L, 8L), (await UnreadAsync(Ann, thread), await UnreadAsync(Cid, thread)));
    }

    [Fact]
    public async Task Who_comes_while_others_post_has_unread_what_was_posted_after()
    {
        var thread = await StartAsync("bob");
        var posts = Enumerable.Range(0, 12).Select(_ => (Task)OkAsync(Patient.Messages.PostAsync(Ann, thread.Id, new() { Content = "x" }, Cancellation)));
        var joins = new[] { "cid", "eve", "cid" }.Select(name => OkAsync(Patient.Threads.AddParticipantAsync(Bob, thread.Id, new() { UserId = name }, Cancellation))).ToList();
        await Task.WhenAll([.. posts, .. joins]);

        Assert.Equal(["ann", "bob", "cid", "eve"], (await GetAsync(thread)).ParticipantIds.Order());
        foreach (var name in new[] { "cid", "eve" })
        {
            var own = (await Community.Participations.GetAsync(User(name), new(thread.Id, name), true, Cancellation)).Data;
            Assert.Equal((12L, 12 - own.LastReadNumber), (own.LastNumber, own.Unread));
        }
    }

    private static async Task<T> OkAsync<T>(Task<ServiceResult<T>> result)
    {
        var ended = await result;
        Assert.True(ended.IsSuccess, $"{ended.Error}");
        return ended.Data;
    }
}

public sealed class ConcurrencyOnDynoxide : ConcurrencyContract<Dynoxide>;

public sealed class ConcurrencyOnDynamoDbLocal : ConcurrencyContract<Amazons>;
