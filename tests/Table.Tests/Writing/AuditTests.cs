using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Writing;

public abstract class AuditTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private ContractService Contracts => new(Environment);

    private async Task<IReadOnlyList<AuditEntry>> HistoryAsync(string number = "1") => (await Contracts.HistoryAsync(Ann, number)).Data.Items;

    [Fact]
    public async Task Every_write_leaves_one_entry_the_newest_first()
    {
        await Contracts.CreateAsync(Ann, new() { Number = "1", Text = "a", Secret = "s" });
        await Contracts.UpdateAsync(Ann, "1", static e => e with { Text = "b", Pages = 2, Secret = "t" });
        await Contracts.UpdateAsync(Callers.User("t1", "eve", "admin"), "1", static e => e with { Text = null });
        await Contracts.DeleteAsync(Ann, "1");
        await Contracts.DeleteAsync(Ann, "1");
        await Contracts.RestoreAsync(Ann, "1");

        var entries = await HistoryAsync();
        Assert.Equal([Operation.Restore, Operation.Delete, Operation.Update, Operation.Update, Operation.Create], entries.Select(static entry => entry.Operation));
        Assert.Equal([5, 4, 3, 2, 1], entries.Select(static entry => entry.Version));
        Assert.Equal(["ann", "ann", "eve", "ann", "ann"], entries.Select(static entry => entry.By));
        Assert.Equal(new Dictionary<string, AuditedChange>
        {
            ["text"] = new("""{"S":"a"}""", """{"S":"b"}"""),
            ["pages"] = new("""{"N":"0"}""", """{"N":"2"}"""),
            ["secret"] = new(null, null),
        }, entries[3].Changes);
        Assert.Equal(new Dictionary<string, AuditedChange> { ["text"] = new("""{"S":"b"}""", null) }, entries[2].Changes);
        Assert.Empty(entries[1].Changes);
        Assert.Equal((await Contracts.GetAsync(Ann, "1", consistent: true)).Data.UpdatedAt, entries[0].At);
        Assert.DoesNotContain(Wire.Requests.Where(static request => request.Operation == DynamoOperation.TransactWriteItems),
            static request => request.Body.GetProperty("TransactItems")[1].ToString().Contains("\"s\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_update_reads_the_history_page_by_page()
    {
        await Contracts.CreateAsync(Ann, new() { Number = "1" });
        for (var i = 1; i <= 6; i++) await Contracts.UpdateAsync(Ann, "1", e => e with { Pages = i });
        var versions = new List<long>();
        string? cursor = null;
        do
        {
            var page = (await Contracts.HistoryAsync(Ann, "1", new() { Limit = 3, Cursor = cursor })).Data;
            versions.AddRange(page.Items.Select(static entry => entry.Version));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal([7, 6, 5, 4, 3, 2, 1], versions);
        await FailsAsync(ErrorCode.AccessDenied, Contracts.HistoryAsync(Bob, "1"));
        await FailsAsync(ErrorCode.NotFound, Contracts.HistoryAsync(Foreign, "1"));
        await FailsAsync(ErrorCode.InvalidParameter, Contracts.HistoryAsync(Ann, "1", new() { Limit = 101 }));
        await Contracts.DeleteAsync(Ann, "1");
        Assert.Equal(8, (await HistoryAsync())[0].Version);
        await FailsAsync(ErrorCode.NotFound, Contracts.HistoryAsync(Bob, "1"));
    }

    [Fact]
    public async Task What_is_refused_leaves_no_entry()
    {
        await Contracts.CreateAsync(Ann, new() { Number = "1" });
        await FailsAsync(ErrorCode.AlreadyExists, Contracts.CreateAsync(Ann, new() { Number = "1" }));
        await FailsAsync(ErrorCode.AccessDenied, Contracts.UpdateAsync(Bob, "1", static e => e with { Pages = 1 }));
        await FailsAsync(ErrorCode.PreconditionFailed, Contracts.UpdateAsync(Ann, "1", static e => e with { Pages = 1 }, ifVersion: 7));
        Assert.Single(await HistoryAsync());
    }

    [Fact]
    public async Task A_large_resource_leaves_an_entry_without_values()
    {
        await Contracts.CreateAsync(Ann, new() { Number = "1", Text = new('x', 350_000) });
        Assert.Equal(new AuditedChange(null, null), (await HistoryAsync())[0].Changes["text"]);
    }

    [Fact]
    public async Task A_lost_answer_leaves_one_entry()
    {
        var losing = new ContractService(Table.Environment(new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer, times: 2)));
        Assert.True((await losing.CreateAsync(Ann, new() { Number = "1" })).IsSuccess);
        losing = new ContractService(Table.Environment(new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer, times: 2)));
        Assert.Equal(2, (await losing.UpdateAsync(Ann, "1", ContractChange.Pages.Increment(1))).Data.Version);
        Assert.Equal([2, 1], (await HistoryAsync()).Select(static entry => entry.Version));
    }

    [Fact]
    public async Task A_put_creates_or_replaces_and_says_which()
    {
        var created = (await Contracts.PutAsync(Ann, new() { Number = "1", Text = "a" })).Data;
        Assert.True(created.IsCreated);
        Wire.Clear();
        var replaced = (await Contracts.PutAsync(Ann, new() { Number = "1", Pages = 3 })).Data;
        Assert.Equal([DynamoOperation.GetItem, DynamoOperation.TransactWriteItems], Wire.Operations);
        Assert.Equal(created.After, replaced.Before);
        Assert.Equal((2L, null, 3), (replaced.After.Version, replaced.After.Text, replaced.After.Pages));
        Assert.Equal([Operation.Update, Operation.Create], (await HistoryAsync()).Select(static entry => entry.Operation));

        await FailsAsync(ErrorCode.AccessDenied, Contracts.PutAsync(Bob, new() { Number = "1" }));
        Assert.True((await Contracts.PutAsync(Foreign, new() { Number = "1" })).Data.IsCreated);
        var deleted = (await Contracts.DeleteReturningAsync(Ann, "1")).Data;
        Assert.Equal((replaced.After, 3L), (deleted.Before, deleted.After.Version));
        await FailsAsync(ErrorCode.AlreadyExists, Contracts.PutAsync(Ann, new() { Number = "1" }));
    }

    [Fact]
    public async Task A_put_that_meets_a_create_replaces_what_that_made()
    {
        var racing = new ContractService(Table.Environment(new FaultTransport(Wire)
            .Next(DynamoOperation.TransactWriteItems, Faults.Before(async () => await Contracts.CreateAsync(Ann, new() { Number = "1", Text = "a" })))));
        var put = (await racing.PutAsync(Ann, new() { Number = "1", Text = "b" })).Data;
        Assert.Equal(("a", "b", 2L), (put.Before?.Text, put.After.Text, put.After.Version));
    }

    [Fact]
    public async Task A_lost_answer_puts_once()
    {
        foreach (var version in (long[])[1, 2])
        {
            var losing = new ContractService(Table.Environment(new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer)));
            Assert.Equal(version, (await losing.PutAsync(Ann, new() { Number = "1", Pages = (int)version })).Data.After.Version);
        }
    }
}

public sealed class AuditOnDynoxide : AuditTests<Dynoxide>;

public sealed class AuditOnDynamoDbLocal : AuditTests<Amazons>;
