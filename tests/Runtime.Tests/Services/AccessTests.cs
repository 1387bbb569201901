using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class AccessTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : AccessTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : AccessTests(Engine.DynamoDbLocal);

    [Fact]
    public async Task Readable_but_not_changeable_is_denied_and_unreadable_is_not_found()
    {
        var open = await CreateAsync();
        Ok(await Notes.GetAsync(Bob, open.Key));
        Fails(ErrorCode.AccessDenied, await Notes.UpdateAsync(Bob, open.Key, static each => each with { Title = "b" }));
        Fails(ErrorCode.AccessDenied, await Notes.DeleteAsync(Bob, open.Key));
        Fails(ErrorCode.AccessDenied, await Notes.RestoreAsync(Bob, open.Key));

        var secret = Ok(await Notes.CreateAsync(Ann, new NoteInput { Title = "secret", IsPrivate = true }));
        Fails(ErrorCode.NotFound, await Notes.GetAsync(Bob, secret.Key));
        Fails(ErrorCode.NotFound, await Notes.UpdateAsync(Bob, secret.Key, static each => each));
        Fails(ErrorCode.NotFound, await Notes.DeleteAsync(Bob, secret.Key));
        Fails(ErrorCode.NotFound, (await Notes.BatchGetAsync(Bob, [secret.Key]))[0]);
        Assert.Equal([open], Ok(await Notes.ListAsync(Bob)).Items);
        Assert.Equal(2, Ok(await Notes.ListAsync(Ann)).Items.Count);

        Ok(await Notes.UpdateAsync(Admin, secret.Key, static each => each with { Title = "c" }));
        Ok(await Notes.DeleteAsync(Caller.ForSystem("t1", "cleaning up"), secret.Key));
    }

    [Fact]
    public async Task The_hook_refuses_what_the_declared_rules_allow()
    {
        var note = await CreateAsync();
        var notes = new NoteService(Table.Environment()) { May = static (operation, _) => operation == Operation.Read };
        Ok(await notes.GetAsync(Ann, note.Key));
        Fails(ErrorCode.AccessDenied, await notes.UpdateAsync(Ann, note.Key, static each => each));
        Fails(ErrorCode.AccessDenied, await notes.CreateAsync(Ann, new NoteInput { Title = "a" }));
        Ok(await notes.UpdateAsync(Caller.ForSystem("t1", "test"), note.Key, static each => each));

        var blind = new NoteService(Table.Environment()) { May = static (operation, _) => operation != Operation.Read };
        Fails(ErrorCode.NotFound, await blind.GetAsync(Ann, note.Key));
        Fails(ErrorCode.NotFound, await blind.UpdateAsync(Ann, note.Key, static each => each));
        Assert.Empty(Ok(await blind.ListAsync(Ann)).Items);
    }

    [Fact]
    public async Task Access_is_decided_anew_on_what_stood_in_the_way()
    {
        var note = await CreateAsync();
        var racing = On(new FaultTransport(Table.Transport).Next(DynamoOperation.UpdateItem, Faults.Before(async () =>
            await Notes.DeleteAsync(Ann, note.Key))));
        Fails(ErrorCode.NotFound, await racing.UpdateAsync(Ann, note.Key, static each => each with { Title = "x" }));
    }

    [Fact]
    public async Task Hooks_shape_and_check_what_is_stored()
    {
        var notes = new NoteService(Table.Environment())
        {
            Creating = static (caller, note) => note with { Text = "by " + caller.UserId, TenantId = "t10", Version = 7 },
            Updating = static (next, current) => next with { Count = current.Count + 1, TenantId = "t10" },
            Rules = static (next, current, errors) =>
            {
                if (next.Title == current?.Title) errors.Add("title", "must change");
            },
        };

        var note = Ok(await notes.CreateAsync(Ann, new NoteInput { Title = "a" }));
        Assert.Equal(("by ann", "t1", 1L), (note.Text, note.TenantId, note.Version));
        var error = Fails(ErrorCode.ValidationError, await notes.UpdateAsync(Ann, note.Key, static each => each));
        Assert.Equal("must change", error.Details["title"]);
        var updated = Ok(await notes.UpdateAsync(Ann, note.Key, static each => each with { Title = "b" }));
        Assert.Equal((1, "t1", 2L), (updated.Count, updated.TenantId, updated.Version));
        Assert.Equal(updated, Ok(await notes.GetAsync(Ann, note.Key)));
        Assert.Equal(["created", "updated 1->2"], notes.Events);

        Assert.True(Fails(ErrorCode.ValidationError, await notes.CreateAsync(Ann, new NoteInput { Title = "" })).Details.ContainsKey("title"));
        Fails(ErrorCode.ValidationError, await new NoteService(Table.Environment()) { Creating = static (_, each) => each with { Id = "a#b" } }
            .CreateAsync(Ann, new NoteInput { Title = "a" }));
        Fails(ErrorCode.ValidationError, await notes.CreateAsync(Ann, new NoteInput { Title = "half \uD800" }));
    }
}
