using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>How many messages somebody has not read: those there are, of others, after what he has read.</summary>
public abstract class UnreadContract<TDatabase> : MessageTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task What_others_post_is_unread_and_what_one_posts_is_not()
    {
        var thread = await StartAsync("bob", "cid");
        await PostAsync(Ann, thread);
        await PostAsync(Bob, thread);
        await PostAsync(Bob, thread);
        Assert.Equal((2L, 1L, 3L), (await UnreadAsync(Ann, thread), await UnreadAsync(Bob, thread), await UnreadAsync(Cid, thread)));
    }

    [Fact]
    public async Task Reading_is_everybodys_own()
    {
        var thread = await StartAsync("bob", "cid");
        await PostAsync(Ann, thread);

        Assert.Equal((0L, 1L), ((await Threads.ReadAsync(Bob, thread.Id, cancellationToken: Cancellation)).Data.Unread, await UnreadAsync(Cid, thread)));
        Assert.Equal(0L, (await Threads.ReadAsync(Bob, thread.Id, cancellationToken: Cancellation)).Data.Unread);
        await PostAsync(Ann, thread);
        Assert.Equal((1L, 2L), (await UnreadAsync(Bob, thread), await UnreadAsync(Cid, thread)));
    }

    [Fact]
    public async Task A_message_that_came_meanwhile_is_not_marked_as_read()
    {
        var thread = await StartAsync("bob");
        await PostAsync(Ann, thread);
        await PostAsync(Ann, thread);

        await FailsAsync(ErrorCode.ConditionFailed, Threads.ReadAsync(Bob, thread.Id, upTo: 1, Cancellation));
        Assert.Equal(2, await UnreadAsync(Bob, thread));
        Assert.Equal(0, (await Threads.ReadAsync(Bob, thread.Id, upTo: 2, Cancellation)).Data.Unread);
    }

    [Fact]
    public async Task A_deleted_message_is_no_longer_unread_and_one_brought_back_is()
    {
        var thread = await StartAsync("bob", "cid");
        await PostAsync(Ann, thread);
        await Threads.ReadAsync(Cid, thread.Id, cancellationToken: Cancellation);
        await PostAsync(Ann, thread);

        await Messages.RemoveAsync(Ann, new(thread.Id, 1), cancellationToken: Cancellation);
        Assert.Equal((0L, 1L, 1L), (await UnreadAsync(Ann, thread), await UnreadAsync(Bob, thread), await UnreadAsync(Cid, thread)));
        await Messages.RemoveAsync(Ann, new(thread.Id, 2), cancellationToken: Cancellation);
        Assert.Equal((0L, 0L, 0L), (await UnreadAsync(Ann, thread), await UnreadAsync(Bob, thread), await UnreadAsync(Cid, thread)));
        await Messages.BringBackAsync(Ann, new(thread.Id, 1), cancellationToken: Cancellation);
        Assert.Equal((0L, 1L, 0L), (await UnreadAsync(Ann, thread), await UnreadAsync(Bob, thread), await UnreadAsync(Cid, thread)));
    }

    /// <summary>Whatever happens in whatever order, the count is what counting would give.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_count_is_what_counting_gives(int seed)
    {
#pragma warning disable CA5394 // A test's walk.
        var random = new Random(seed);
        var people = new[] { Ann, Bob, Cid };
        var thread = await StartAsync("bob", "cid");
        var read = people.ToDictionary(static each => each.UserId, static _ => 0L);
        for (var step = 0; step < 60; step++)
        {
            var (who, number) = (people[random.Next(3)], (long)random.Next(1, 20));
            switch (random.Next(7))
            {
                case < 3:
                    await PostAsync(who, thread);
                    break;
                case 3:
                    read[who.UserId] = (await Threads.ReadAsync(who, thread.Id, cancellationToken: Cancellation)).Data.LastNumber;
                    break;
                case 4:
                    await Messages.RemoveAsync(who, new(thread.Id, number), cancellationToken: Cancellation);
                    break;
                case 5:
                    await Messages.BringBackAsync(who, new(thread.Id, number), cancellationToken: Cancellation);
                    break;
                default:
                    await Messages.PatchAsync(who, new(thread.Id, number), new() { Content = $"{step}" }, cancellationToken: Cancellation);
                    break;
            }
        }
#pragma warning restore CA5394

        var all = await AllAsync(Ann, thread, limit: 100);
        Assert.Equal(all.Count, (await GetAsync(thread)).MessageCount);
        foreach (var who in people)
        {
            Assert.Equal(all.Count(each => each.SenderId != who.UserId && each.Number > read[who.UserId]), await UnreadAsync(who, thread));
        }
    }
}

public sealed class UnreadOnDynoxide : UnreadContract<Dynoxide>;

public sealed class UnreadOnDynamoDbLocal : UnreadContract<Amazons>;
