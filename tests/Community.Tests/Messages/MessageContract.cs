using Community.Messages;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>Messages: posted, read, changed and deleted.</summary>
public abstract class MessageContract<TDatabase> : MessageTests<TDatabase> where TDatabase : IDatabase
{
    [Fact]
    public async Task Messages_are_records_beside_the_thread_numbered_in_order()
    {
        var thread = await StartAsync("bob");
        var posted = new List<Message>();
        for (var i = 1; i <= 23; i++) posted.Add(await PostAsync(i % 2 == 0 ? Ann : Bob, thread, $"m{i}"));

        Assert.Equal(Enumerable.Range(1, 23).Select(static i => (long)i), posted.Select(static each => each.Number));
        Assert.Equal(posted.Select(static each => each.Content), (await AllAsync(Ann, thread)).Select(static each => each.Content));
        Assert.Equal(posted.Select(static each => each.Content).Reverse(), (await AllAsync(Bob, thread, descending: true)).Select(static each => each.Content));
        Same.Assert(posted[4], (await Messages.GetAsync(Ann, new(thread.Id, 5), true, Cancellation)).Data);
        var now = await GetAsync(thread);
        Assert.Equal((23L, 23L, posted[22].SentAt), (now.LastNumber, now.MessageCount, now.LastMessageAt));
        Assert.Equal(posted.Select(static each => each.SentAt).Order(), posted.Select(static each => each.SentAt));
    }

    [Fact]
    public async Task The_sender_is_the_caller()
    {
        var thread = await StartAsync("bob");
        var message = await PostAsync(Bob, thread);
        Assert.Equal(("bob", "bob", "t1", "general"), (message.SenderId, message.CreatedBy, message.TenantId, message.Type));
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(10_000, null)]
    [InlineData(0, ErrorCode.ValidationError)]
    [InlineData(10_001, ErrorCode.ValidationError)]
    public async Task Content_has_limits(int length, ErrorCode? expected)
    {
        var thread = await StartAsync("bob");
        var posted = await Messages.PostAsync(Ann, thread.Id, new() { Content = new string('x', length) }, Cancellation);
        Assert.Equal(expected, posted.Error?.Code);
        Assert.Equal(expected is null ? 1 : 0, (await GetAsync(thread)).LastNumber);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\n\t ")]
    [InlineData("\u00a0")]
    public async Task Content_is_not_blank(string content)
    {
        var thread = await StartAsync("bob");
        var refused = await Messages.PostAsync(Ann, thread.Id, new() { Content = content }, Cancellation);
        Assert.Equal(["content"], refused.Error!.Details!.Keys);
        await PostAsync(Ann, thread);
        await FailsAsync(ErrorCode.ValidationError, Messages.PatchAsync(Ann, new(thread.Id, 1), new() { Content = content }, cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData("ann", null, null)]
    [InlineData("bob", ErrorCode.AccessDenied, ErrorCode.AccessDenied)]
    [InlineData("root", ErrorCode.AccessDenied, null)]
    public async Task The_sender_edits_and_the_sender_and_admins_in_the_thread_delete(string who, ErrorCode? edit, ErrorCode? delete)
    {
        var thread = await StartAsync("bob", "root");
        var caller = who == "root" ? Admin : User(who);
        var key = new MessageKey(thread.Id, (await PostAsync(Ann, thread)).Number);

        Assert.Equal(edit, (await Messages.PatchAsync(caller, key, new() { Content = "y" }, cancellationToken: Cancellation)).Error?.Code);
        Assert.Equal(delete, (await Messages.RemoveAsync(caller, key, cancellationToken: Cancellation)).Error?.Code);
        if (delete is null) await FailsAsync(ErrorCode.NotFound, Messages.GetAsync(Ann, key, true, Cancellation));
        Assert.Equal(delete is null ? 0 : 1, (await GetAsync(thread)).MessageCount);
        if (delete is not null) return;
        Assert.True((await Messages.RemoveAsync(caller, key, cancellationToken: Cancellation)).IsSuccess);
        Assert.True((await Messages.BringBackAsync(caller, key, cancellationToken: Cancellation)).IsSuccess);
        Assert.True((await Messages.BringBackAsync(caller, key, cancellationToken: Cancellation)).IsSuccess);
        Assert.Equal((1L, 1L), ((await GetAsync(thread)).MessageCount, await UnreadAsync(Bob, thread)));
    }

    [Fact]
    public async Task A_number_is_not_given_twice()
    {
        var thread = await StartAsync("bob");
        var first = await PostAsync(Ann, thread);
        await Messages.RemoveAsync(Ann, new(thread.Id, first.Number), cancellationToken: Cancellation);
        Assert.Equal(2, (await PostAsync(Ann, thread)).Number);
        Assert.Equal([2L], (await AllAsync(Bob, thread)).Select(static each => each.Number));
    }

    [Fact]
    public async Task An_edit_moves_neither_order_nor_counts()
    {
        var thread = await StartAsync("bob");
        await PostAsync(Ann, thread, "a");
        await PostAsync(Ann, thread, "b");
        var before = await GetAsync(thread);

        var edited = await Messages.PatchAsync(Ann, new(thread.Id, 1), new() { Content = "A" }, cancellationToken: Cancellation);

        Assert.Equal(("A", 2L), (edited.Data.Content, edited.Data.Version));
        Assert.Equal(["A", "b"], (await AllAsync(Bob, thread)).Select(static each => each.Content));
        Same.Assert(before, await GetAsync(thread));
        Assert.Equal(2, await UnreadAsync(Bob, thread));
    }

    [Fact]
    public async Task A_changed_message_is_not_deleted_for_who_saw_another()
    {
        var thread = await StartAsync("bob");
        await PostAsync(Ann, thread);
        await Messages.PatchAsync(Ann, new(thread.Id, 1), new() { Content = "y" }, cancellationToken: Cancellation);
        await FailsAsync(ErrorCode.PreconditionFailed, Messages.RemoveAsync(Ann, new(thread.Id, 1), ifVersion: 1, Cancellation));
        Assert.Equal((1L, 1L), ((await GetAsync(thread)).MessageCount, await UnreadAsync(Bob, thread)));
    }

    [Fact]
    public async Task A_post_that_is_repeated_is_one_message()
    {
        var thread = await StartAsync("bob");
        var (ann, bob) = (Ann.WithIdempotencyKey("k1"), Bob.WithIdempotencyKey("k1"));
        var (first, other, second) = (await PostAsync(ann, thread, "a"), await PostAsync(bob, thread, "b"), await PostAsync(ann, thread, "a"));

        Same.Assert(first, second);
        Assert.Equal(2, other.Number);
        await FailsAsync(ErrorCode.IdempotencyMismatch, Messages.PostAsync(ann, thread.Id, new() { Content = "c" }, Cancellation));
        Assert.Equal(["a", "b"], (await AllAsync(Bob, thread)).Select(static each => each.Content));
        Assert.Equal((1L, 1L), (await UnreadAsync(Ann, thread), await UnreadAsync(Bob, thread)));
    }

    [Fact]
    public async Task A_post_whose_answer_is_lost_is_posted_once()
    {
        var thread = await StartAsync("bob");
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer).Next(DynamoOperation.TransactWriteItems, Faults.ServerErrorAfterApply);
        var messages = new MessageService(Table.Environment(faults));

        for (var i = 0; i < 2; i++) Assert.True((await messages.PostAsync(Ann, thread.Id, new() { Content = "x" }, Cancellation)).IsSuccess);

        Assert.Equal(0, faults.Pending);
        Assert.Equal([1L, 2L], (await AllAsync(Bob, thread)).Select(static each => each.Number));
        Assert.Equal(2, await UnreadAsync(Bob, thread));
    }

    [Fact]
    public async Task Threads_with_ids_alike_do_not_share_messages()
    {
        var system = Caller.ForSystem("t1", "test", "ann");
        foreach (var id in new[] { "x", "x1", "X" })
        {
            await Threads.CreateAsync(system, new() { Subject = id }, each => each with { Id = id, ParticipantIds = ["ann"] }, Cancellation);
            await Messages.CreateAsync(system, new() { Content = id }, each => each with { ThreadId = id, Number = 1 }, Cancellation);
        }

        foreach (var id in new[] { "x", "x1", "X" }) Assert.Equal([id], (await Messages.ListOfThreadAsync(Ann, id, default, Cancellation)).Data.Items.Select(static each => each.Content));
    }

    [Fact]
    public async Task A_page_of_messages_asks_once_who_takes_part()
    {
        var thread = await StartAsync("bob");
        for (var i = 0; i < 30; i++) await PostAsync(Ann, thread);
        Wire.Clear();
        Assert.Equal(25, (await Messages.ListOfThreadAsync(Bob, thread.Id, default, Cancellation)).Data.Items.Count);
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.Query], Wire.Operations);
        Assert.Equal(26, Wire.ItemsRead);
    }
}

public sealed class MessagesOnDynoxide : MessageContract<Dynoxide>;

public sealed class MessagesOnDynamoDbLocal : MessageContract<Amazons>;
