using Community.Messages;
using GeekCafe.Community.Tests.Services;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>Threads: who is in them, and who sees them.</summary>
public abstract class ThreadContract<TDatabase> : MessageTests<TDatabase> where TDatabase : IDatabase
{
    [Theory]
    [InlineData("", "ann")]
    [InlineData("bob", "ann,bob")]
    [InlineData("bob,ann", "bob,ann")]
    [InlineData("bob,cid", "ann,bob,cid")]
    public async Task Whoever_begins_a_thread_takes_part_named_or_not(string named, string expected)
    {
        var thread = (await Threads.StartAsync(Ann, About("x", named.Split(',', StringSplitOptions.RemoveEmptyEntries)), Cancellation)).Data.After;

        Assert.Equal(expected.Split(','), thread.ParticipantIds);
        Assert.Equal((1L, "ann", 0L, null), (thread.Version, thread.CreatedBy, thread.LastNumber, thread.LastMessageAt));
        foreach (var each in thread.ParticipantIds) Assert.Equal(0, await UnreadAsync(User(each), thread));
    }

    [Fact]
    public async Task The_first_message_is_stored_with_the_thread()
    {
        var thread = (await Threads.StartAsync(Ann, About("x", "bob") with { InitialMessage = "hello" }, Cancellation)).Data.After;

        var message = Assert.Single(await AllAsync(Bob, thread));
        Assert.Equal(("hello", "ann", 1L, thread.LastMessageAt), (message.Content, message.SenderId, message.Number, message.SentAt));
        Assert.Equal((1L, 1L), (thread.LastNumber, thread.MessageCount));
        Assert.Equal((0L, 1L), (await UnreadAsync(Ann, thread), await UnreadAsync(Bob, thread)));
        Assert.Equal([DynamoOperation.TransactWriteItems], Wire.Operations.Take(1));
    }

    [Fact]
    public async Task A_thread_whose_first_message_is_refused_is_not_there()
    {
        await FailsAsync(ErrorCode.ValidationError, Threads.StartAsync(Ann, About("x", "bob") with { InitialMessage = " " }, Cancellation));
        Assert.Empty((await Threads.ListOwnAsync(Ann, default, cancellationToken: Cancellation)).Data.Items);
        Assert.Empty((await Threads.ListOwnAsync(Bob, default, cancellationToken: Cancellation)).Data.Items);
    }

    [Fact]
    public async Task A_start_that_is_repeated_begins_one_thread()
    {
        var start = About("x", "bob") with { InitialMessage = "hello" };
        var caller = Callers.User("t1", "ann").WithIdempotencyKey("k1");
        var (first, second) = (await Threads.StartAsync(caller, start, Cancellation), await Threads.StartAsync(caller, start, Cancellation));

        Assert.Equal(first.Data.After.Id, second.Data.After.Id);
        Assert.Single(await AllAsync(Bob, first.Data.After));
        await FailsAsync(ErrorCode.IdempotencyMismatch, Threads.StartAsync(caller, start with { Subject = "y" }, Cancellation));
    }

    [Theory]
    [InlineData("subject", "", "bob", ThreadType.General, null)]
    [InlineData("participantIds", "x", "bob,bob", ThreadType.General, null)]
    [InlineData("participantIds", "x", "b b", ThreadType.General, null)]
    [InlineData("participantIds", "x", "b#b", ThreadType.General, null)]
    [InlineData("participantIds", "x", "", ThreadType.Direct, null)]
    [InlineData("participantIds", "x", "bob,cid", ThreadType.Direct, null)]
    [InlineData("eventId", "x", "bob", ThreadType.Event, null)]
    [InlineData("eventId", "x", "bob", ThreadType.General, "e1")]
    [InlineData("eventId", "x", "bob", ThreadType.Direct, "e1")]
    public async Task What_is_no_thread_is_refused(string member, string subject, string others, ThreadType type, string? eventId)
    {
        var start = About(subject, others.Split(',', StringSplitOptions.RemoveEmptyEntries)) with { Type = type, EventId = eventId };
        var refused = await Threads.StartAsync(Ann, start, Cancellation);
        Assert.Equal((ErrorCode.ValidationError, member), (refused.Error!.Code, string.Join(',', refused.Error.Details!.Keys)));
    }

    [Theory]
    [InlineData(49, null)]
    [InlineData(50, ErrorCode.ValidationError)]
    public async Task A_thread_has_fifty_participants_at_most(int others, ErrorCode? expected)
    {
        var started = await Threads.StartAsync(Ann, About("x", [.. Enumerable.Range(0, others).Select(static i => $"u{i}")]) with { InitialMessage = "hello" }, Cancellation);
        Assert.Equal(expected, started.Error?.Code);
        if (expected is not null) return;
        await PostAsync(User("u7"), started.Data.After);
        Assert.Equal(2, await UnreadAsync(User("u48"), started.Data.After));
        await FailsAsync(ErrorCode.ValidationError, Threads.AddParticipantAsync(Ann, started.Data.After.Id, new() { UserId = "one-more" }, Cancellation));
    }

    [Fact]
    public async Task Others_learn_nothing_of_a_thread_not_even_that_it_is_there()
    {
        var thread = await StartAsync("bob");
        var message = await PostAsync(Bob, thread);
        foreach (var caller in new[] { Eve, Admin, Stranger })
        {
            foreach (var id in new[] { thread.Id, "never" })
            {
                await FailsAsync(ErrorCode.NotFound, Threads.GetAsync(caller, id, true, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.PatchAsync(caller, id, new() { Subject = "y" }, cancellationToken: Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.DeleteAsync(caller, id, cancellationToken: Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.ArchiveAsync(caller, id, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.ReadAsync(caller, id, cancellationToken: Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.ListParticipantsAsync(caller, id, default, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.AddParticipantAsync(caller, id, new() { UserId = caller.UserId }, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Threads.RemoveParticipantAsync(caller, id, "bob", Cancellation));
                await FailsAsync(ErrorCode.NotFound, Messages.PostAsync(caller, id, new() { Content = "x" }, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Messages.ListOfThreadAsync(caller, id, default, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Messages.GetAsync(caller, new(id, message.Number), true, Cancellation));
                await FailsAsync(ErrorCode.NotFound, Messages.PatchAsync(caller, new(id, message.Number), new() { Content = "y" }, cancellationToken: Cancellation));
                await FailsAsync(ErrorCode.NotFound, Messages.RemoveAsync(caller, new(id, message.Number), cancellationToken: Cancellation));
                await FailsAsync(ErrorCode.NotFound, Messages.BringBackAsync(caller, new(id, message.Number), cancellationToken: Cancellation));
                Assert.Empty((await Messages.ListAsync(caller, id, cancellationToken: Cancellation)).Data.Items);
            }

            Assert.Empty((await Threads.ListOwnAsync(caller, default, cancellationToken: Cancellation)).Data.Items);
        }

        Assert.Equal(["ann", "bob"], (await GetAsync(thread)).ParticipantIds);
    }

    [Fact]
    public async Task Only_the_service_writes_messages_and_states()
    {
        var thread = await StartAsync("bob");
        await FailsAsync(ErrorCode.AccessDenied, Messages.CreateAsync(Ann, new() { Content = "x" }, each => each with { ThreadId = thread.Id, Number = 7 }, Cancellation));
        await FailsAsync(ErrorCode.AccessDenied, Community.Participations.CreateAsync(Eve, new(), each => each with { ThreadId = thread.Id, UserId = "eve" }, Cancellation));
        await FailsAsync(ErrorCode.NotFound, Community.Participations.GetAsync(Ann, new(thread.Id, "bob"), true, Cancellation));
        Assert.Empty((await Community.Participations.ListByUserAsync(Ann, "bob", false, cancellationToken: Cancellation)).Data.Items);
    }

    [Theory]
    [InlineData("ann", null)]
    [InlineData("bob", ErrorCode.AccessDenied)]
    [InlineData("admin", null)]
    public async Task Who_began_a_thread_deletes_it_and_admins_in_it_may(string who, ErrorCode? expected)
    {
        var thread = await StartAsync("bob", "root");
        var caller = who switch { "ann" => Ann, "bob" => Bob, _ => Admin };
        await PostAsync(Ann, thread);

        Assert.Equal(expected, (await Threads.DeleteAsync(caller, thread.Id, cancellationToken: Cancellation)).Error?.Code);

        Assert.Equal(expected is null ? null : 1L, await UnreadAsync(Bob, thread));
        if (expected is not null) return;
        await FailsAsync(ErrorCode.NotFound, Messages.ListOfThreadAsync(Ann, thread.Id, default, Cancellation));
        await FailsAsync(ErrorCode.NotFound, Messages.PostAsync(Ann, thread.Id, new() { Content = "x" }, Cancellation));
        await FailsAsync(ErrorCode.NotFound, Threads.ReadAsync(Bob, thread.Id, cancellationToken: Cancellation));
        Assert.True((await Threads.RestoreAsync(caller, thread.Id, cancellationToken: Cancellation)).IsSuccess);
        Assert.Equal(1L, await UnreadAsync(Bob, thread));
        Assert.Single(await AllAsync(Bob, thread));
    }

    [Fact]
    public async Task Any_participant_renames_a_thread_and_what_it_is_stays()
    {
        var thread = await StartAsync("bob");
        Assert.Equal("new", (await Threads.PatchAsync(Bob, thread.Id, new() { Subject = "new" }, cancellationToken: Cancellation)).Data.Subject);
        Assert.Equal("new", (await ListedAsync(Ann, thread))!.Subject);
        await FailsAsync(ErrorCode.ValidationError, Threads.ReplaceAsync(Bob, thread.Id, new() { Subject = "x", Type = ThreadType.Direct }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Threads_of_an_event_are_listed_for_those_in_them()
    {
        var about = About("x", "bob") with { Type = ThreadType.Event, EventId = "e1" };
        var first = (await Threads.StartAsync(Ann, about, Cancellation)).Data.After;
        var second = (await Threads.StartAsync(Bob, about with { Participants = [new() { UserId = "cid" }] }, Cancellation)).Data.After;
        await Threads.StartAsync(Ann, about with { EventId = "e10" }, Cancellation);

        Assert.Equal([first.Id], (await Threads.ListByEventAsync(Ann, "e1", cancellationToken: Cancellation)).Data.Items.Select(static each => each.Id));
        Assert.Equal([first.Id, second.Id], (await Threads.ListByEventAsync(Bob, "e1", cancellationToken: Cancellation)).Data.Items.Select(static each => each.Id));
        Assert.Empty((await Threads.ListByEventAsync(Admin, "e1", cancellationToken: Cancellation)).Data.Items);
    }
}

public sealed class ThreadsOnDynoxide : ThreadContract<Dynoxide>;

public sealed class ThreadsOnDynamoDbLocal : ThreadContract<Amazons>;
