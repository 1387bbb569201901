using Community.Messages;
using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>Those who come to a thread and leave it, and what each of them makes of it.</summary>
public abstract class ParticipantContract<TDatabase> : MessageTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task Who_is_added_reads_what_was_said_and_has_read_it()
    {
        var thread = await StartAsync("bob");
        await PostAsync(Ann, thread, "before");

        var changed = (await Threads.AddParticipantAsync(Bob, thread.Id, new() { UserId = "cid", Role = "speaker" }, Cancellation)).Data;
        await PostAsync(Ann, thread, "after");

        Assert.Equal(["ann", "bob", "cid"], changed.ParticipantIds);
        Assert.Equal(["before", "after"], (await AllAsync(Cid, thread)).Select(static each => each.Content));
        Assert.Equal((1L, 2L), (await UnreadAsync(Cid, thread), await UnreadAsync(Bob, thread)));
        var roles = (await Threads.ListParticipantsAsync(Cid, thread.Id, default, Cancellation)).Data.Items.ToDictionary(static each => each.UserId, static each => each.Role);
        Assert.Equal([("ann", "owner"), ("bob", "guest"), ("cid", "speaker")], roles.OrderBy(static each => each.Key).Select(static each => (each.Key, each.Value)));
    }

    [Fact]
    public async Task Adding_who_is_there_changes_nothing()
    {
        var thread = await StartAsync("bob");
        await PostAsync(Ann, thread);
        var same = (await Threads.AddParticipantAsync(Ann, thread.Id, new() { UserId = "bob", Role = "king" }, Cancellation)).Data;
        Assert.Equal((2L, 1L), (same.Version, await UnreadAsync(Bob, thread)));
        Assert.Equal(2L, (await Threads.RemoveParticipantAsync(Ann, thread.Id, "eve", Cancellation)).Data.Version);
    }

    [Fact]
    public async Task Who_left_sees_and_gets_nothing_more()
    {
        var thread = await StartAsync("bob", "cid");
        await Threads.RemoveParticipantAsync(Bob, thread.Id, "bob", Cancellation);
        await PostAsync(Ann, thread);

        Assert.Null(await ListedAsync(Bob, thread));
        await FailsAsync(ErrorCode.NotFound, Threads.GetAsync(Bob, thread.Id, true, Cancellation));
        await FailsAsync(ErrorCode.NotFound, Messages.ListOfThreadAsync(Bob, thread.Id, default, Cancellation));
        await FailsAsync(ErrorCode.NotFound, Messages.PostAsync(Bob, thread.Id, new() { Content = "x" }, Cancellation));
        await FailsAsync(ErrorCode.NotFound, Threads.ReadAsync(Bob, thread.Id, cancellationToken: Cancellation));
        Assert.Equal(["ann", "cid"], (await Threads.ListParticipantsAsync(Ann, thread.Id, default, Cancellation)).Data.Items.Select(static each => each.UserId));
    }

    [Fact]
    public async Task Who_comes_back_begins_anew()
    {
        var thread = await StartAsync("bob");
        await PostAsync(Ann, thread);
        await Threads.ArchiveAsync(Bob, thread.Id, Cancellation);
        await Threads.RemoveParticipantAsync(Ann, thread.Id, "bob", Cancellation);
        await PostAsync(Ann, thread);

        await Threads.AddParticipantAsync(Ann, thread.Id, new() { UserId = "bob" }, Cancellation);

        Assert.Equal(0L, await UnreadAsync(Bob, thread));
        await PostAsync(Ann, thread);
        Assert.Equal(1L, await UnreadAsync(Bob, thread));
        Assert.Equal(3, (await AllAsync(Bob, thread)).Count);
    }

    [Theory]
    [InlineData("bob", "bob", null)]
    [InlineData("ann", "bob", null)]
    [InlineData("root", "bob", null)]
    [InlineData("bob", "cid", ErrorCode.AccessDenied)]
    [InlineData("bob", "ann", ErrorCode.AccessDenied)]
    public async Task One_leaves_or_is_removed_by_who_began_or_an_admin(string who, string whom, ErrorCode? expected)
    {
        var thread = await StartAsync("bob", "cid", "root");
        var caller = who == "root" ? Admin : User(who);
        Assert.Equal(expected, (await Threads.RemoveParticipantAsync(caller, thread.Id, whom, Cancellation)).Error?.Code);
        Assert.Equal(expected is null, !(await GetAsync(thread)).ParticipantIds.Contains(whom));
    }

    [Fact]
    public async Task The_last_one_stays()
    {
        var thread = await StartAsync();
        await FailsAsync(ErrorCode.ValidationError, Threads.RemoveParticipantAsync(Ann, thread.Id, "ann", Cancellation));
    }

    [Fact]
    public async Task A_direct_thread_is_between_the_same_two_for_ever()
    {
        var thread = (await Threads.StartAsync(Ann, About("x", "bob") with { Type = ThreadType.Direct }, Cancellation)).Data.After;
        await FailsAsync(ErrorCode.ValidationError, Threads.AddParticipantAsync(Ann, thread.Id, new() { UserId = "cid" }, Cancellation));
        await FailsAsync(ErrorCode.ValidationError, Threads.RemoveParticipantAsync(Ann, thread.Id, "bob", Cancellation));
    }

    [Fact]
    public async Task Archiving_is_everybodys_own()
    {
        var thread = await StartAsync("bob");
        Assert.True((await Threads.ArchiveAsync(Ann, thread.Id, Cancellation)).Data.IsArchived);

        Assert.Null(await ListedAsync(Ann, thread));
        Assert.NotNull(await ListedAsync(Ann, thread, archived: true));
        Assert.NotNull(await ListedAsync(Bob, thread));
        await PostAsync(Bob, thread);
        Assert.Equal((1L, true), ((await ListedAsync(Ann, thread, archived: true))!.Unread, (await ListedAsync(Ann, thread, archived: true))!.IsArchived));

        Assert.False((await Threads.UnarchiveAsync(Ann, thread.Id, Cancellation)).Data.IsArchived);
        Assert.Equal(1L, await UnreadAsync(Ann, thread));
        Assert.Null(await ListedAsync(Ann, thread, archived: true));
    }

    [Fact]
    public async Task The_newest_activity_is_first_in_everybodys_list()
    {
        var threads = new List<MessageThread>();
        for (var i = 0; i < 7; i++) threads.Add(await StartAsync("bob"));
        int[] order = [3, 0, 6, 2, 5, 1, 4];
        foreach (var i in order)
        {
            // The clock stands still by itself, and what happens at one moment has no order.
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            await PostAsync(Bob, threads[i]);
        }

        var expected = order.Reverse().Select(i => threads[i].Id).ToList();

        foreach (var caller in new[] { Ann, Bob })
        {
            Assert.Equal(expected, await WalkAsync(caller, descending: true));
            Assert.Equal(expected.AsEnumerable().Reverse(), await WalkAsync(caller, descending: false));
        }

        await Threads.DeleteAsync(Ann, threads[5].Id, cancellationToken: Cancellation);
        Assert.Equal(expected.Where(id => id != threads[5].Id), await WalkAsync(Bob, descending: true));
    }

    [Fact]
    public async Task Other_peoples_threads_cost_a_list_nothing()
    {
        var thread = await StartAsync("bob");
        for (var i = 0; i < 60; i++) await Threads.StartAsync(Cid, About("other", "eve"), Cancellation);
        Wire.Clear();

        var page = (await Threads.ListOwnAsync(Bob, default, cancellationToken: Cancellation)).Data;

        Assert.Equal([thread.Id], page.Items.Select(static each => each.Id));
        Assert.Equal([DynamoDb.DynamoOperation.Query, DynamoDb.DynamoOperation.BatchGetItem], Wire.Operations);
        Assert.Equal(2, Wire.ItemsRead);
    }

    [Fact]
    public async Task The_threads_of_a_user_are_his_own_to_list()
    {
        await StartAsync("bob");
        Assert.Single((await Threads.ListOfUserAsync(Bob, "bob", default, cancellationToken: Cancellation)).Data.Items);
        foreach (var caller in new[] { Ann, Admin, Stranger }) await FailsAsync(ErrorCode.AccessDenied, Threads.ListOfUserAsync(caller, "bob", default, cancellationToken: Cancellation));
    }

    private async Task<List<string>> WalkAsync(Caller caller, bool descending)
    {
        var (ids, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await Threads.ListOwnAsync(caller, new() { Limit = 3, Cursor = cursor, Descending = descending }, cancellationToken: Cancellation)).Data;
            ids.AddRange(page.Items.Select(static each => each.Id));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return ids;
    }
}

public sealed class ParticipantsOnDynoxide : ParticipantContract<Dynoxide>;

public sealed class ParticipantsOnDynamoDbLocal : ParticipantContract<Amazons>;
