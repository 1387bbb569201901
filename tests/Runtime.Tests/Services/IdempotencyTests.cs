using GeekCafe.DynamoDb;
using GeekCafe.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class IdempotencyTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : IdempotencyTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : IdempotencyTests(Engine.DynamoDbLocal);

    [Fact]
    public async Task A_repeated_create_answers_what_the_first_one_stored()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var notes = On(Table.Transport, clock);
        var caller = Repeating(Ann, "key-1");
        var first = Ok(await notes.CreateAsync(caller, new NoteInput { Title = "a" }));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first, Ok(await notes.CreateAsync(caller, new NoteInput { Title = "a" })));
        Assert.Equal(["created"], notes.Events);
        Assert.True(Identifier.IsValid(first.Id));

        Fails(ErrorCode.IdempotencyMismatch, await notes.CreateAsync(caller, new NoteInput { Title = "b" }));
        var updated = Ok(await notes.UpdateAsync(Ann, first.Key, static each => each with { Title = "changed since" }));
        Assert.Equal(updated, Ok(await notes.CreateAsync(caller, new NoteInput { Title = "a" })));
        Ok(await notes.DeleteAsync(Ann, first.Key));
        Fails(ErrorCode.AlreadyExists, await notes.CreateAsync(caller, new NoteInput { Title = "a" }));
        Fails(ErrorCode.IdempotencyMismatch, await notes.CreateAsync(caller, new NoteInput { Title = "b" }));
    }

    [Fact]
    public async Task A_key_means_nothing_to_another_user_or_tenant()
    {
        Caller[] callers = [Repeating(Ann, "key"), Repeating(Bob, "key"), Repeating(Stranger, "key"), Repeating(Ann, "KEY"), Repeating(Ann, "key1")];
        var ids = new HashSet<string>();
        foreach (var caller in callers) Assert.True(ids.Add(Ok(await Notes.CreateAsync(caller, new NoteInput { Title = "a" })).Id));
    }

    [Fact]
    public async Task A_repetition_after_an_unknown_outcome_creates_once()
    {
        var caller = Repeating(Ann, "key");
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.PutItem, Faults.LoseAnswer);
        Fails(ErrorCode.OutcomeUnknown, await Once(faults).CreateAsync(caller, new NoteInput { Title = "a" }));
        var note = Ok(await Notes.CreateAsync(caller, new NoteInput { Title = "a" }));
        Assert.Equal([note], Ok(await Notes.ListAsync(Ann)).Items);
    }

    [Fact]
    public async Task Creates_at_once_with_one_key_create_once()
    {
        var caller = Repeating(Ann, "key");
        var notes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Notes.CreateAsync(caller, new NoteInput { Title = "a" })));
        Assert.Single(notes.Select(Ok).Distinct());
        Assert.Single(Ok(await Notes.ListAsync(Ann)).Items);
    }

    [Fact]
    public async Task A_repeated_batch_creates_each_once()
    {
        var caller = Repeating(Ann, "key");
        NoteInput[] inputs = [new() { Title = "a" }, new() { Title = "a" }, new() { Title = "b" }];
        var first = (await Notes.BatchCreateAsync(caller, inputs)).Select(Ok).ToList();
        Assert.Equal(first, (await Notes.BatchCreateAsync(caller, inputs)).Select(Ok));
        Assert.Equal(3, Ok(await Notes.ListAsync(Ann)).Items.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("tab\t")]
    [InlineData("é")]
    [InlineData(null)]
    public async Task A_key_that_is_none_is_refused(string? key)
    {
        var recording = new RecordingTransport(Table.Transport);
        var error = Fails(ErrorCode.ValidationError, await On(recording).CreateAsync(Repeating(Ann, key ?? new string('k', 256)), new NoteInput { Title = "a" }));
        Assert.True(error.Details.ContainsKey("Idempotency-Key"));
        Assert.Empty(recording.Requests);
        Ok(await Notes.CreateAsync(Repeating(Ann, new string('k', 255)), new NoteInput { Title = "a" }));
    }
}
