using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class TenantTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : TenantTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : TenantTests(Engine.DynamoDbLocal);

    [Fact]
    public async Task What_is_foreign_answers_like_what_never_was_with_as_many_requests()
    {
        var foreign = await CreateAsync("canary", Stranger);
        var before = await ReadRawAsync(foreign.Id, "t10");
        foreach (var caller in new[] { Ann, Admin, Caller.ForSystem("t1", "test") })
        {
            Assert.Equal(await AttackAsync(caller, new NoteKey("never")), await AttackAsync(caller, foreign.Key));
        }

        Assert.True(global::System.Text.Json.Nodes.JsonNode.DeepEquals(before, await ReadRawAsync(foreign.Id, "t10")));
    }

    [Fact]
    public async Task The_same_id_is_another_resource_in_another_tenant()
    {
        var (own, others) = (Writing(), Writing());
        NoteService Writing() => new(Table.Environment()) { Creating = static (_, note) => note with { Id = "same" } };
        Ok(await own.CreateAsync(Ann, new NoteInput { Title = "ours" }));
        Ok(await others.CreateAsync(Stranger, new NoteInput { Title = "theirs" }));
        Fails(ErrorCode.AlreadyExists, await own.CreateAsync(Bob, new NoteInput { Title = "again" }));

        Ok(await Notes.UpdateAsync(Ann, new NoteKey("same"), static each => each with { Title = "changed" }));
        Ok(await Notes.DeleteAsync(Ann, new NoteKey("same")));
        Assert.Equal(("theirs", 1L), Ok(await Notes.GetAsync(Stranger, new NoteKey("same"))) is var theirs ? (theirs.Title, theirs.Version) : default);
        Assert.Single(Ok(await Notes.ListAsync(Stranger)).Items);
    }

    [Fact]
    public async Task Lists_show_one_tenant_only()
    {
        foreach (var tenant in new[] { "t1", "t10", "t100", "T1", "t1-x" })
        {
            Ok(await Notes.CreateAsync(Person(tenant, "ann"), new NoteInput { Title = tenant, Color = "red" }));
        }

        Assert.Equal(["t1"], Ok(await Notes.ListAsync(Ann)).Items.Select(static each => each.Title));
        Assert.Equal(["t1"], Ok(await Notes.ListByColorAsync(Ann, "red")).Items.Select(static each => each.Title));
    }

    [Theory]
    [InlineData(""" "tenant_id":{"S":"t10"},"_type":{"S":"Note"} """, 1)]
    [InlineData(""" "tenant_id":{"S":"t1"},"_type":{"S":"Other"} """, 0)]
    [InlineData(""" "tenant_id":{"S":"t1"},"note":{"M":{"_type":{"S":"Note"}}} """, 0)]
    public async Task A_row_of_another_tenant_or_type_in_the_own_partition_is_withheld(string marks, int withheld)
    {
        var note = await CreateAsync();
        await PutRawAsync($$$"""
            {"pk":{"S":"TENANT#t1"},"sk":{"S":"NOTE#0"},"id":{"S":"0"},"version":{"N":"1"},"title":{"S":"canary"},"created_by":{"S":"ann"},
             "created_at":{"S":"2026-01-01T00:00:00.0000000+00:00"},"updated_at":{"S":"2026-01-01T00:00:00.0000000+00:00"},
             "stamped_at":{"S":"2026-01-01T00:00:00.0000000+00:00"},{{{marks}}}}
            """);

        Fails(ErrorCode.NotFound, await Notes.GetAsync(Ann, new NoteKey("0")));
        Fails(ErrorCode.NotFound, await Notes.UpdateAsync(Ann, new NoteKey("0"), static each => each));
        Fails(ErrorCode.NotFound, (await Notes.BatchGetAsync(Ann, [new NoteKey("0")]))[0]);

        Assert.Equal([note], Ok(await Notes.ListAsync(Ann)).Items);
        Assert.Equal(withheld, Notes.Withheld);
    }

    [Fact]
    public async Task A_row_its_record_cannot_hold_is_corrupt_and_says_no_more()
    {
        await PutRawAsync("""{"pk":{"S":"TENANT#t1"},"sk":{"S":"NOTE#0"},"id":{"S":"0"},"tenant_id":{"S":"t1"},"version":{"S":"secret"},"_type":{"S":"Note"}}""");
        var error = Fails(ErrorCode.CorruptItem, await Notes.GetAsync(Ann, new NoteKey("0")));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Fails(ErrorCode.CorruptItem, await Notes.ListAsync(Ann));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a#b")]
    [InlineData("a b")]
    [InlineData("é")]
    public async Task What_cannot_be_a_key_is_not_asked_for(string id)
    {
        var recording = new RecordingTransport(Table.Transport);
        var notes = On(recording);
        Fails(ErrorCode.NotFound, await notes.GetAsync(Ann, new NoteKey(id)));
        Fails(ErrorCode.NotFound, await notes.DeleteAsync(Ann, new NoteKey(id)));
        Fails(ErrorCode.NotFound, (await notes.BatchGetAsync(Ann, [new NoteKey(id)]))[0]);
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task A_record_of_another_tenant_never_reaches_the_wire()
    {
        var recording = new RecordingTransport(Table.Transport);
        var table = On(recording).Raw;
        var foreign = await CreateAsync("foreign", Stranger);
        var call = TableCall.For(Ann, default);
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.PutNewItemAsync(foreign, call));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.UpdateItemAsync(foreign, foreign, call));
        await Assert.ThrowsAsync<ArgumentException>(async () => await table.BatchPutItemsAsync([foreign], call));
        using var transaction = new TableTransaction(table, call);
        Assert.Throws<ArgumentException>(() => transaction.PutNew(foreign));
        Assert.Empty(recording.Requests);
    }

    private async Task<string> AttackAsync(Caller caller, NoteKey key)
    {
        var recording = new RecordingTransport(Table.Transport);
        var notes = On(recording);
        ServiceResult<Note>[] answers =
        [
            await notes.GetAsync(caller, key),
            await notes.UpdateAsync(caller, key, static each => each with { Title = "x" }),
            await notes.ReplaceAsync(caller, key, new NoteInput { Title = "x" }, ifVersion: 1),
            await notes.DeleteAsync(caller, key),
            await notes.RestoreAsync(caller, key),
            .. await notes.BatchGetAsync(caller, [key]),
        ];
        Assert.All(answers, static answer => Assert.Same(ServiceError.NotFound, answer.Error));
        Assert.DoesNotContain(recording.Requests, static request => request.Body.ToString().Contains("t10", StringComparison.Ordinal));
        return string.Join(',', recording.Operations);
    }
}
