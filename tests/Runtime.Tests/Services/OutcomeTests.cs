using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

/// <summary>Writes whose answer is lost: applied, not applied, or honestly unknown.</summary>
public abstract class OutcomeTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : OutcomeTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : OutcomeTests(Engine.DynamoDbLocal);

    public static TheoryData<string> Losses() => ["LoseAnswer", "ServerErrorAfterApply", "CorruptAnswer", "LoseRequest", "ServerError"];

    [Theory, MemberData(nameof(Losses))]
    public async Task A_repeated_write_recognises_its_own_effect(string loss)
    {
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.PutItem, Fault(loss)).Next(DynamoOperation.UpdateItem, Fault(loss), times: 2);
        var notes = On(faults);
        var note = Ok(await notes.CreateAsync(Ann, new NoteInput { Title = "a" }));
        var updated = Ok(await notes.UpdateAsync(Ann, note.Key, static each => each with { Count = each.Count + 1 }));
        Assert.Equal((1, 2L), (updated.Count, updated.Version));
        Assert.Equal(updated, Ok(await Notes.GetAsync(Ann, note.Key, consistent: true)));
        Assert.Equal(0, faults.Pending);

        faults.Next(DynamoOperation.UpdateItem, Fault(loss));
        Assert.Equal(3, Ok(await notes.DeleteAsync(Ann, note.Key)).Version);
        faults.Next(DynamoOperation.UpdateItem, Fault(loss));
        Assert.Equal(4, Ok(await notes.RestoreAsync(Ann, note.Key)).Version);
        Assert.Equal(0, faults.Pending);
        Assert.Equal(["created", "updated 1->2", "deleted", "restored"], notes.Events);
    }

    [Fact]
    public async Task A_lost_answer_overwritten_by_somebody_else_is_unknown()
    {
        var note = await CreateAsync();
        var faults = new FaultTransport(Table.Transport)
            .Next(DynamoOperation.UpdateItem, Faults.LoseAnswer)
            .Next(DynamoOperation.UpdateItem, Faults.Before(() => Notes.UpdateAsync(Ann, note.Key, static each => each with { Text = "later" })));
        Fails(ErrorCode.OutcomeUnknown, await On(faults).UpdateAsync(Ann, note.Key, static each => each with { Count = 5 }));
        var stored = Ok(await Notes.GetAsync(Ann, note.Key));
        Assert.Equal((5, "later", 3L), (stored.Count, stored.Text, stored.Version));
    }

    [Fact]
    public async Task A_lost_request_overtaken_by_somebody_else_is_known_not_to_be_applied()
    {
        var note = await CreateAsync();
        Task Overtake() => Notes.UpdateAsync(Ann, note.Key, static each => each with { Text = "later" });
        FaultTransport Faulty() => new FaultTransport(Table.Transport)
            .Next(DynamoOperation.UpdateItem, Faults.LoseRequest).Next(DynamoOperation.UpdateItem, Faults.Before(Overtake));

        // The version ours would have made is somebody else's: so ours was not applied, and is made again.
        var updated = Ok(await On(Faulty()).UpdateAsync(Ann, note.Key, static each => each with { Count = each.Count + 1 }));
        Assert.Equal((1, "later", 3L), (updated.Count, updated.Text, updated.Version));
        Fails(ErrorCode.PreconditionFailed, await On(Faulty()).UpdateAsync(Ann, note.Key, static each => each with { Count = 9 }, ifVersion: 3));
    }

    [Fact]
    public async Task What_cannot_be_decided_is_unknown()
    {
        var faults = new FaultTransport(Table.Transport).Next(DynamoOperation.PutItem, Faults.LoseAnswer).Next(DynamoOperation.UpdateItem, Faults.LoseRequest);
        var notes = Once(faults);
        var error = Fails(ErrorCode.OutcomeUnknown, await notes.CreateAsync(Ann, new NoteInput { Title = "a" }));
        Assert.Contains("Idempotency-Key", error.Message, StringComparison.Ordinal);
        var note = Assert.Single(Ok(await Notes.ListAsync(Ann)).Items);
        Fails(ErrorCode.OutcomeUnknown, await notes.UpdateAsync(Ann, note.Key, static each => each with { Title = "b" }));
        Assert.Empty(notes.Events);
    }

    [Theory]
    [InlineData(DynamoErrorKind.AccessDenied, ErrorCode.ConfigurationError)]
    [InlineData(DynamoErrorKind.NotFound, ErrorCode.ConfigurationError)]
    [InlineData(DynamoErrorKind.Throttled, ErrorCode.Throttled)]
    [InlineData(DynamoErrorKind.WriteConflict, ErrorCode.Conflict)]
    [InlineData(DynamoErrorKind.Unavailable, ErrorCode.Unavailable)]
    [InlineData(DynamoErrorKind.ConnectionFailed, ErrorCode.Unavailable)]
    [InlineData(DynamoErrorKind.TooLarge, ErrorCode.ItemTooLarge)]
    [InlineData(DynamoErrorKind.Validation, ErrorCode.InternalError)]
    [InlineData(DynamoErrorKind.Other, ErrorCode.InternalError)]
    public async Task Refusals_have_one_meaning_each(DynamoErrorKind kind, ErrorCode code)
    {
        var fault = Faults.Refuse(kind, "Code");
        var notes = Once(new FaultTransport(Table.Transport).Next(DynamoOperation.PutItem, fault)
            .Next(DynamoOperation.GetItem, fault, times: 2).Next(DynamoOperation.Query, fault).Next(DynamoOperation.BatchGetItem, fault));
        Fails(code, await notes.CreateAsync(Ann, new NoteInput { Title = "a" }));
        Fails(code, await notes.GetAsync(Ann, new NoteKey("a")));
        Fails(code, await notes.DeleteAsync(Ann, new NoteKey("a")));
        Fails(code, await notes.ListAsync(Ann));
        Fails(code, (await notes.BatchGetAsync(Ann, [new NoteKey("a")]))[0]);
    }

    [Fact]
    public async Task Cancelling_before_the_write_cancels_and_during_it_leaves_it_open()
    {
        using var before = new CancellationTokenSource();
        await before.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Notes.CreateAsync(Ann, new NoteInput { Title = "a" }, before.Token));
        Assert.Empty(Ok(await Notes.ListAsync(Ann)).Items);

        using var during = new CancellationTokenSource();
        var notes = On(new FaultTransport(Table.Transport).Next(DynamoOperation.PutItem, async (_, send) =>
        {
            using var reply = await send();
            await during.CancelAsync();
            throw new OperationCanceledException(during.Token);
        }));
        Fails(ErrorCode.OutcomeUnknown, await notes.CreateAsync(Ann, new NoteInput { Title = "a" }, during.Token));
        Assert.Single(Ok(await Notes.ListAsync(Ann)).Items);
    }

    private static Fault Fault(string name) => name switch
    {
        "LoseAnswer" => Faults.LoseAnswer,
        "ServerErrorAfterApply" => Faults.ServerErrorAfterApply,
        "CorruptAnswer" => Faults.CorruptAnswer,
        "LoseRequest" => Faults.LoseRequest,
        _ => Faults.ServerError,
    };
}
