using System.Text;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Batches;

public abstract class BatchTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private CardService Cards { get; set; } = null!;

    protected override ValueTask PrepareAsync()
    {
        Cards = new(Environment);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_entry_that_the_database_refuses_fails_alone()
    {
        // What we let through and the database does not would be a defect of ours; so the refusal is made here.
        var cards = new CardService(Table.Environment(new RefusingTransport(Wire, "poison")));
        var results = await cards.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 30).Select(static i => new CardInput { Text = i == 7 ? "poison" : $"{i}" })]);
        Assert.Equal(ErrorCode.InternalError, results[7].Error?.Code);
        Assert.Equal(29, results.Count(static each => each.IsSuccess));
        Assert.Equal(29, (await Cards.ListAsync(Ann, new PageRequest { Limit = 100 })).Data.Items.Count);
        Assert.Equal((24, 1), (Wire.Operations.Count(static each => each == DynamoOperation.PutItem), Wire.Operations.Count(static each => each == DynamoOperation.BatchWriteItem)));
    }

    [Fact]
    public async Task A_batch_refused_as_a_whole_goes_one_by_one()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.BatchWriteItem, Faults.Refuse(DynamoErrorKind.Validation, "ValidationException"));
        var results = await new CardService(Table.Environment(faults)).BatchCreateAsync(Ann, [.. Enumerable.Range(0, 26).Select(static i => new CardInput { Text = $"{i}" })]);
        Assert.All(results, static each => Assert.True(each.IsSuccess));
        Assert.Equal(25, Wire.Operations.Count(static each => each == DynamoOperation.PutItem));
        Assert.Equal(26, (await Cards.ListAsync(Ann, new PageRequest { Limit = 100 })).Data.Items.Count);
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_does_not_undo_what_others_wrote_since()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.BatchWriteItem, async (operation, send) =>
        {
            (await send()).Dispose();
            var stored = (await Cards.ListAsync(Ann)).Data.Items;
            Assert.True((await Cards.UpdateAsync(Ann, stored[0].Id, static each => each with { Text = "edited" })).IsSuccess);
            return DynamoReply.Failure(new DynamoError(DynamoErrorKind.Timeout, "Timeout", 0, MayHaveBeenApplied: true));
        });
        var results = await new CardService(Table.Environment(faults)).BatchCreateAsync(Ann, [.. Enumerable.Range(0, 3).Select(static _ => new CardInput { Text = "kept" })]);
        Assert.All(results, static each => Assert.True(each.IsSuccess, each.ToString()));
        Assert.Equal([("edited", 2), ("kept", 1), ("kept", 1)], (await Cards.ListAsync(Ann)).Data.Items.Select(static each => (each.Text, (int)each.Version)));
        Assert.Single(Wire.Operations, DynamoOperation.BatchWriteItem);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_batch_is_settled_one_by_one_whether_it_was_applied_or_not(bool applied)
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.BatchWriteItem, applied ? Faults.LoseAnswer : Faults.LoseRequest);
        var results = await new CardService(Table.Environment(faults)).BatchCreateAsync(Ann, [.. Enumerable.Range(0, 25).Select(static i => new CardInput { Text = $"{i}" })]);
        Assert.Equal(results.Select(static each => each.Data).OrderBy(static each => each.Id, StringComparer.Ordinal), (await Cards.ListAsync(Ann)).Data.Items);
    }

    [Fact]
    public async Task Many_are_changed_and_deleted_each_with_its_own_outcome()
    {
        var cards = (await Cards.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 30).Select(static i => new CardInput { Text = $"{i}" })])).Select(static each => each.Data).ToList();
        CardKey[] keys = [.. cards.Select(static each => new CardKey(each.Id)), new CardKey("never"), new CardKey(cards[0].Id)];
        var changed = await Cards.BatchUpdateAsync(Ann, keys, static each => each with { Text = each.Text + "!" });
        Assert.Equal(cards.Select(static each => each.Text + "!"), changed.Take(30).Select(static each => each.Data.Text));
        Assert.Equal((ErrorCode.NotFound, changed[0].Data), (changed[30].Error?.Code, changed[31].Data));

        var deleted = await Cards.BatchDeleteAsync(Ann, keys);
        Assert.All(deleted.Take(30), static each => Assert.NotNull(each.Data.DeletedAt));
        Assert.Equal(ErrorCode.NotFound, deleted[30].Error?.Code);
        Assert.Empty((await Cards.ListAsync(Ann)).Data.Items);
        Assert.All(await Cards.BatchDeleteAsync(Foreign, keys), static each => Assert.Equal(ErrorCode.NotFound, each.Error?.Code));
    }

    [Fact]
    public async Task Deletes_for_good_take_only_what_is_the_tenants_and_of_the_type()
    {
        var labels = new LabelService(Environment);
        var label = (await labels.CreateAsync(Ann, new() { Name = "x" })).Data;
        var cards = (await Cards.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 26).Select(static i => new CardInput { Text = $"{i}" })])).Select(static each => each.Data).ToList();
        ItemKey[] keys = [.. cards.Select(static each => new ItemKey("TENANT#t1", $"BATCHES-CARD#{each.Id}")), new("TENANT#t1", "BATCHES-CARD#never"), new("TENANT#t1", $"BATCHES-LABEL#{label.Id}")];

        Assert.All(await Cards.Direct.BatchDeleteItemsAsync<Card>(keys, TableCall.For(Foreign, default)), Assert.Null);
        Assert.Equal(26, (await Cards.ListAsync(Ann, new PageRequest { Limit = 100 })).Data.Items.Count);
        Wire.Clear();
        Assert.All(await Cards.Direct.BatchDeleteItemsAsync<Card>(keys, TableCall.For(Ann, default)), Assert.Null);
        Assert.Equal([DynamoOperation.BatchGetItem, DynamoOperation.BatchWriteItem, DynamoOperation.BatchWriteItem], Wire.Operations);
        Assert.Empty((await Cards.ListAsync(Ann)).Data.Items);
        Assert.True((await labels.GetAsync(Ann, label.Id)).IsSuccess);
    }

    /// <summary>Refuses as malformed whatever holds a text.</summary>
    private sealed class RefusingTransport(IDynamoTransport inner, string text) : IDynamoTransport
    {
        public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken) =>
            Encoding.UTF8.GetString(request.Span).Contains(text, StringComparison.Ordinal)
                ? new(DynamoReply.Failure(new DynamoError(DynamoErrorKind.Validation, "ValidationException", 400, false)))
                : inner.SendAsync(operation, request, cancellationToken);

        public ValueTask WarmUpAsync(CancellationToken cancellationToken) => inner.WarmUpAsync(cancellationToken);
    }
}

public sealed class BatchesOnDynoxide : BatchTests<Dynoxide>;

public sealed class BatchesOnDynamoDbLocal : BatchTests<Amazons>;
