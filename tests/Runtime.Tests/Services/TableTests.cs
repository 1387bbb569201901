using System.Text;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class TableTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : TableTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : TableTests(Engine.DynamoDbLocal);

    private static TableCall Call => TableCall.For(Ann, default);

    [Fact]
    public async Task A_table_is_created_once_however_many_ask()
    {
        var administration = new TableAdministration(Table.Client);
        var name = Table.Name + "-more";
        Assert.False(await administration.ExistsAsync(name));
        var created = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => administration.CreateIfAbsentAsync(name, Note.Table)));
        Assert.Single(created, static each => each);
        Assert.True(await administration.ExistsAsync(name));
        Assert.False(await administration.CreateIfAbsentAsync(name, Note.Table));

        var larger = Note.Table with { Indexes = [.. Note.Table.Indexes, new IndexDefinition("gsi2", "gsi2_pk", "gsi2_sk")] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => administration.CreateIfAbsentAsync(name, larger));
        await administration.DeleteAsync(name);
        await administration.DeleteAsync(name);
        Assert.False(await administration.ExistsAsync(name));
    }

    [Fact]
    public async Task A_transaction_does_all()
    {
        var (a, b, c) = (await CreateAsync("a"), await CreateAsync("b"), await CreateAsync("c"));
        var next = a with { Title = "changed", Version = 2 };
        var added = a with { Id = "added" };
        using var transaction = new TableTransaction(Notes.Raw, Call);
        var outcome = await transaction.PutNew(added).Update(a, next).Delete<Note>(KeyOf(b)).Check<Note>(KeyOf(c)).CommitAsync();
        Assert.True(outcome.IsApplied, outcome.Error?.ToString());
        Assert.Equal(added, Ok(await Notes.GetAsync(Ann, added.Key)));
        Assert.Equal(next, Ok(await Notes.GetAsync(Ann, a.Key)));
        Assert.Null(await ReadRawAsync(b.Id));
    }

    [Fact]
    public async Task A_transaction_does_nothing_when_one_action_cannot_and_says_which()
    {
        var (a, b) = (await CreateAsync("a"), await CreateAsync("b"));
        using var transaction = new TableTransaction(Notes.Raw, Call);
        var outcome = await transaction.PutNew(a with { Id = "added" }).PutNew(a).Delete<Note>(KeyOf(b)).Check<Note>(new ItemKey("TENANT#t1", "NOTE#never")).CommitAsync();
        Assert.Equal(ErrorCode.Conflict, outcome.Error?.Code);
        Assert.Equal([null, ErrorCode.Conflict, null, ErrorCode.Conflict], outcome.Reasons.Select(static each => each?.Code));
        Assert.Null(await ReadRawAsync("added"));
        Assert.NotNull(await ReadRawAsync(b.Id));

        // Another version, another tenant's item, a deleted one: none passes.
        foreach (var act in new Action<TableTransaction>[]
        {
            each => each.Update(a with { Version = 7 }, a with { Version = 8, Title = "x" }),
            each => each.Check<Note>(new ItemKey("TENANT#t10", "NOTE#x")),
        })
        {
            using var another = new TableTransaction(Notes.Raw, Call);
            act(another);
            Assert.Equal(ErrorCode.Conflict, (await another.CommitAsync()).Error?.Code);
        }
    }

    [Fact]
    public async Task A_transaction_whose_answer_is_lost_happens_once()
    {
        var a = await CreateAsync("a");
        var table = On(new FaultTransport(Table.Transport).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer)).Raw;
        using var transaction = new TableTransaction(table, Call);
        Assert.True((await transaction.PutNew(a with { Id = "added" }).Update(a, a with { Version = 2, Count = 1 }).CommitAsync()).IsApplied);
        Assert.Equal(2, Ok(await Notes.GetAsync(Ann, a.Key)).Version);
    }

    [Fact]
    public async Task A_transaction_is_never_split_and_names_each_item_once()
    {
        var a = await CreateAsync("a");
        using var full = new TableTransaction(Notes.Raw, Call);
        for (var i = 0; i < 100; i++) full.PutNew(a with { Id = $"n{i}" });
        Assert.Throws<ArgumentException>(() => full.PutNew(a with { Id = "n5" }));
        Assert.True((await full.CommitAsync()).IsApplied);

        using var over = new TableTransaction(Notes.Raw, Call);
        for (var i = 0; i < 101; i++) over.PutNew(a with { Id = $"m{i}" });
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await over.CommitAsync());
        using var empty = new TableTransaction(Notes.Raw, Call);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await empty.CommitAsync());

        using var invalid = new TableTransaction(Notes.Raw, Call);
        var outcome = await invalid.PutNew(a with { Id = "k" }).PutNew(a with { Id = "big", Text = new string('x', 500_000) }).CommitAsync();
        Assert.Equal([null, ErrorCode.ItemTooLarge], outcome.Reasons.Select(static each => each?.Code));
        Assert.Null(await ReadRawAsync("k"));
    }

    [Fact]
    public async Task A_delete_for_good_leaves_other_tenants_alone()
    {
        var foreign = await CreateAsync("a", Stranger);
        Assert.Equal(ErrorCode.NotFound, (await Notes.Raw.DeleteItemAsync<Note>(new ItemKey("TENANT#t10", $"NOTE#{foreign.Id}"), Call))?.Code);
        Assert.NotNull(await ReadRawAsync(foreign.Id, "t10"));
        Assert.Null(await Notes.Raw.DeleteItemAsync<Note>(new ItemKey("TENANT#t1", "NOTE#never"), Call));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Item":null,"Items":null,"LastEvaluatedKey":null,"Responses":null,"UnprocessedKeys":null}""")]
    public async Task Empty_answers_are_empty(string body)
    {
        var notes = On(new Canned(body));
        Fails(ErrorCode.NotFound, await notes.GetAsync(Ann, new NoteKey("a")));
        Assert.Empty(Ok(await notes.ListAsync(Ann)).Items);
        Fails(ErrorCode.NotFound, (await notes.BatchGetAsync(Ann, [new NoteKey("a")]))[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"Items":[{"pk":""")]
    public async Task Answers_that_are_none_are_no_exceptions(string body)
    {
        var notes = On(new Canned(body));
        Fails(ErrorCode.Unavailable, await notes.GetAsync(Ann, new NoteKey("a")));
        Fails(ErrorCode.Unavailable, await notes.ListAsync(Ann));
        Fails(ErrorCode.Unavailable, (await notes.BatchGetAsync(Ann, [new NoteKey("a")]))[0]);
    }

    private static ItemKey KeyOf(Note note) => new(note.Key.ToPartitionKey(note.TenantId), note.Key.ToSortKey(note.TenantId));

    private sealed class Canned(string body) : IDynamoTransport
    {
        public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            var buffer = new PooledBuffer();
            buffer.Write(Encoding.UTF8.GetBytes(body));
            return new(DynamoReply.Success(buffer));
        }

        public ValueTask WarmUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
