using GeekCafe.DynamoDb;
using GeekCafe.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class WriteTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : WriteTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : WriteTests(Engine.DynamoDbLocal);

    [Fact]
    public async Task A_create_sets_the_system_members_and_marks_the_item()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(12_345_678));
        var note = Ok(await On(Table.Transport, clock).CreateAsync(Ann, new NoteInput { Title = "a", Color = "red" }));

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 12, 0, 1, 234, TimeSpan.Zero), note.CreatedAt);
        Assert.Equal((note.CreatedAt, "t1", "ann", "ann", 1L), (note.UpdatedAt, note.TenantId, note.CreatedBy, note.UpdatedBy, note.Version));
        Assert.Equal(7, Guid.Parse(note.Id).Version);
        Assert.Equal(note, Ok(await Notes.GetAsync(Ann, note.Key, consistent: true)));

        var item = (await ReadRawAsync(note.Id))!;
        Assert.Equal("Note", (string?)item["_type"]!["S"]);
        Assert.Equal(22, ((string?)item["_rid"]!["S"])!.Length);
        Assert.Equal("TENANT#t1#COLOR#red", (string?)item["gsi1_pk"]!["S"]);
        Assert.False(item.ContainsKey("_idem"));
        Assert.False(item.ContainsKey("deleted_at"));
    }

    [Fact]
    public async Task An_update_writes_only_what_differs_and_moves_index_keys_along()
    {
        var recording = new RecordingTransport(Table.Transport);
        var notes = On(recording);
        var note = Ok(await notes.CreateAsync(Ann, new NoteInput { Title = "a", Text = "long", Color = "red", Count = 1 }));
        recording.Clear();

        var updated = Ok(await notes.UpdateAsync(Ann, note.Key, each => each with { Color = "blue" }));
        Assert.Equal(2, updated.Version);
        var request = recording.Requests.Single(each => each.Operation == DynamoOperation.UpdateItem);
        var names = request.Body.GetProperty("ExpressionAttributeNames").EnumerateObject()
            .Where(each => each.Name.StartsWith("#n", StringComparison.Ordinal)).Select(each => each.Value.GetString());
        Assert.Equal(["color", "gsi1_pk", "version"], names.Where(each => each != "updated_at").Order());
        Assert.Matches("^SET #r=:r(,#n[0-9]+=:v[0-9]+)+$", request.Text("UpdateExpression")!);
        Assert.Equal([updated], Ok(await notes.ListByColorAsync(Ann, "blue")).Items);
        Assert.Empty(Ok(await notes.ListByColorAsync(Ann, "red")).Items);

        Assert.Null(Ok(await notes.PatchAsync(Ann, note.Key, Patch(color: true))).Color);
        Assert.Contains("REMOVE", recording.Requests[^1].Text("UpdateExpression"), StringComparison.Ordinal);
        Assert.Empty(Ok(await notes.ListByColorAsync(Ann, "blue")).Items);
        Assert.False((await ReadRawAsync(note.Id))!.ContainsKey("gsi1_pk"));
        Assert.Equal(3, Ok(await notes.GetAsync(Ann, note.Key)).Version);
    }

    [Fact]
    public async Task Attributes_this_version_does_not_know_survive()
    {
        var note = await CreateAsync();
        var item = (await ReadRawAsync(note.Id))!;
        item["from_the_future"] = global::System.Text.Json.Nodes.JsonNode.Parse("""{"M":{"pk":{"N":"1"},"_type":{"S":"Other"}}}""");
        await PutRawAsync(item.ToJsonString());

        Ok(await Notes.UpdateAsync(Ann, note.Key, static each => each with { Title = "b" }));
        Ok(await Notes.DeleteAsync(Ann, note.Key));
        Ok(await Notes.RestoreAsync(Ann, note.Key));
        Assert.Equal("""{"M":{"_type":{"S":"Other"},"pk":{"N":"1"}}}""", Sorted((await ReadRawAsync(note.Id))!["from_the_future"]!.AsObject()));
    }

    [Fact]
    public async Task Replace_and_patch_keep_what_clients_do_not_write()
    {
        var note = Ok(await Notes.CreateAsync(Ann, new NoteInput { Title = "a", Text = "text", Count = 5 }));
        var patched = Ok(await Notes.PatchAsync(Ann, note.Key, Patch(title: "b")));
        Assert.Equal(("b", "text", 5, note.StampedAt, 2L), (patched.Title, patched.Text, patched.Count, patched.StampedAt, patched.Version));
        var replaced = Ok(await Notes.ReplaceAsync(Admin, note.Key, new NoteInput { Title = "c" }));
        Assert.Equal(("c", "", 0, note.StampedAt, 3L, "ann", "root"),
            (replaced.Title, replaced.Text, replaced.Count, replaced.StampedAt, replaced.Version, replaced.CreatedBy, replaced.UpdatedBy));
        Assert.Equal(replaced, Ok(await Notes.GetAsync(Ann, note.Key)));
    }

    [Fact]
    public async Task System_members_cannot_be_changed_and_keys_stay()
    {
        var note = await CreateAsync();
        var updated = Ok(await Notes.UpdateAsync(Ann, note.Key, static each => each with { TenantId = "t10", Version = 99, CreatedBy = "bob", Id = "other" }));
        Assert.Equal(note.System with { Version = 2, UpdatedAt = updated.UpdatedAt }, updated.System);
    }

    [Fact]
    public async Task A_delete_hides_and_a_restore_brings_back()
    {
        var note = Ok(await Notes.CreateAsync(Ann, new NoteInput { Title = "a", Color = "red" }));
        var deleted = Ok(await Notes.DeleteAsync(Ann, note.Key));
        Assert.Equal((2L, "ann"), (deleted.Version, deleted.DeletedBy));

        Fails(ErrorCode.NotFound, await Notes.GetAsync(Ann, note.Key));
        Fails(ErrorCode.NotFound, await Notes.UpdateAsync(Ann, note.Key, static each => each));
        Fails(ErrorCode.NotFound, (await Notes.BatchGetAsync(Ann, [note.Key]))[0]);
        Assert.Empty(Ok(await Notes.ListAsync(Ann)).Items);
        Assert.Empty(Ok(await Notes.ListByColorAsync(Ann, "red")).Items);

        Assert.Equal(2, Ok(await Notes.DeleteAsync(Ann, note.Key)).Version);
        Fails(ErrorCode.NotFound, await Notes.DeleteAsync(Bob, note.Key));
        Fails(ErrorCode.NotFound, await Notes.RestoreAsync(Bob, note.Key));

        var restored = Ok(await Notes.RestoreAsync(Ann, note.Key));
        Assert.Equal((3L, null, null), (restored.Version, restored.DeletedAt, restored.DeletedBy));
        Assert.Equal(3, Ok(await Notes.RestoreAsync(Ann, note.Key)).Version);
        Assert.Equal(restored, Ok(await Notes.GetAsync(Ann, note.Key)));
        Assert.Equal([restored], Ok(await Notes.ListByColorAsync(Ann, "red")).Items);
        Assert.Equal(["created", "deleted", "restored"], Notes.Events);
    }

    [Fact]
    public async Task Nothing_comes_into_being_by_a_change()
    {
        var key = new NoteKey("never");
        Fails(ErrorCode.NotFound, await Notes.UpdateAsync(Ann, key, static each => each));
        Fails(ErrorCode.NotFound, await Notes.DeleteAsync(Ann, key));
        Fails(ErrorCode.NotFound, await Notes.RestoreAsync(Ann, key));
        Assert.Null(await ReadRawAsync("never"));

        // It is there when read, and gone when written.
        var note = await CreateAsync();
        var racing = On(new FaultTransport(Table.Transport).Next(DynamoOperation.UpdateItem, Faults.Before(async () =>
            Assert.Null(await Notes.Raw.DeleteItemAsync<Note>(new ItemKey("TENANT#t1", $"NOTE#{note.Id}"), TableCall.For(Ann, default))))));
        Fails(ErrorCode.NotFound, await racing.UpdateAsync(Ann, note.Key, static each => each with { Title = "ghost" }));
        Assert.Null(await ReadRawAsync(note.Id));
    }

    [Fact]
    public async Task A_version_named_must_be_the_current_one()
    {
        var note = await CreateAsync();
        Ok(await Notes.UpdateAsync(Ann, note.Key, static each => each with { Title = "b" }, ifVersion: 1));
        Fails(ErrorCode.PreconditionFailed, await Notes.UpdateAsync(Ann, note.Key, static each => each with { Title = "c" }, ifVersion: 1));
        Fails(ErrorCode.PreconditionFailed, await Notes.DeleteAsync(Ann, note.Key, ifVersion: 3));
        Assert.Equal(("b", 2L), (await Current(note) is var now ? (now.Title, now.Version) : default));

        // Read as named, changed by somebody else before the write: told apart from the old image, without a second read.
        var recording = new RecordingTransport(new FaultTransport(Table.Transport).Next(DynamoOperation.UpdateItem, Faults.Before(async () =>
            Ok(await Notes.UpdateAsync(Ann, note.Key, static each => each with { Count = 7 })))));
        Fails(ErrorCode.PreconditionFailed, await On(recording).UpdateAsync(Ann, note.Key, static each => each with { Title = "c" }, ifVersion: 2));
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.UpdateItem], recording.Operations);
    }

    [Fact]
    public async Task Without_a_version_a_change_is_made_again_on_what_stood_in_the_way()
    {
        var note = await CreateAsync();
        Task Interfere() => Notes.UpdateAsync(Ann, note.Key, static each => each with { Count = each.Count + 1 });
        var recording = new RecordingTransport(new FaultTransport(Table.Transport).Next(DynamoOperation.UpdateItem, Faults.Before(Interfere), times: 2));
        var updated = Ok(await On(recording).UpdateAsync(Ann, note.Key, static each => each with { Count = each.Count + 10 }));
        Assert.Equal((12, 4L), (updated.Count, updated.Version));
        Assert.Equal(4, recording.Requests.Count);

        // There is no end of others: it is told before the invocation ends.
        var beaten = On(new FaultTransport(Table.Transport).Next(DynamoOperation.UpdateItem, Faults.Before(Interfere), times: int.MaxValue));
        var hurried = Ann.WithDeadline(DateTimeOffset.UtcNow.AddSeconds(3));
        var late = await beaten.UpdateAsync(hurried, note.Key, static each => each with { Count = 0 });

        // On a slow machine the time may run out while it reads what stands there.
        Assert.Contains(late.Error?.Code, new ErrorCode?[] { ErrorCode.Conflict, ErrorCode.Unavailable });
        Assert.True((await Current(note)).Count > 14);

        var deleting = On(new FaultTransport(Table.Transport).Next(DynamoOperation.UpdateItem, Faults.Before(() => Notes.DeleteAsync(Ann, note.Key))));
        Fails(ErrorCode.NotFound, await deleting.UpdateAsync(Ann, note.Key, static each => each with { Count = 0 }));
    }

    [Fact]
    public async Task Sixteen_writers_lose_nothing()
    {
        var note = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            for (var i = 0; i < 50; i++) Ok(await Notes.UpdateAsync(Ann, note.Key, static each => each with { Count = each.Count + 1 }));
        }));
        Assert.Equal((800, 801L), ((await Current(note)).Count, (await Current(note)).Version));
    }

    [Fact]
    public async Task An_expired_resource_is_gone()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var notes = On(Table.Transport, clock);
        var note = Ok(await notes.CreateAsync(Ann, new NoteInput { Title = "a", ExpiresAt = clock.GetUtcNow().AddMinutes(1) }));
        Ok(await notes.GetAsync(Ann, note.Key));
        clock.Advance(TimeSpan.FromMinutes(1));
        Fails(ErrorCode.NotFound, await notes.GetAsync(Ann, note.Key));
        Fails(ErrorCode.NotFound, await notes.UpdateAsync(Ann, note.Key, static each => each));
        Assert.Empty(Ok(await notes.ListAsync(Ann)).Items);
    }

    private async Task<Note> Current(Note note) => Ok(await Notes.GetAsync(Ann, note.Key, consistent: true));

    private static NotePatch Patch(string? title = null, bool color = false)
    {
        var given = default(GeekCafe.Json.MemberSet);
        if (title is not null) given.Add(0);
        if (color) given.Add(3);
        return new NotePatch { Given = given, Title = title ?? "" };
    }

    private static string Sorted(global::System.Text.Json.Nodes.JsonObject value) =>
        $"{{\"M\":{{{string.Join(',', value["M"]!.AsObject().OrderBy(static each => each.Key, StringComparer.Ordinal).Select(static each => $"\"{each.Key}\":{each.Value!.ToJsonString()}"))}}}}}";
}
