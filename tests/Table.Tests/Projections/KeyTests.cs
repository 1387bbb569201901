using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Projections;

public abstract class KeyTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private TagService Service => new(Environment);

    [Fact]
    public async Task Keys_tell_the_members_in_them()
    {
        await FillAsync(Ann, "a#b", 3);
        Wire.Clear();
        var page = (await Service.ListAllAsync<TagName>(Ann)).Data;
        Assert.Equal([new TagName("a#b") { Number = 0 }, new TagName("a#b") { Number = 1 }, new TagName("a#b") { Number = 2 }], page.Items);
        Assert.Null(Assert.Single(Wire.Requests).Text("FilterExpression"));
    }

    [Fact]
    public async Task An_index_that_tenants_share_shows_each_its_own()
    {
        await FillAsync(Ann, "k", 4);
        await FillAsync(Foreign, "k", 4);
        Assert.True((await Service.DeleteAsync(Ann, new TagKey("k", 1))).IsSuccess);
        Assert.True((await Service.DeleteAsync(Foreign, new TagKey("k", 2))).IsSuccess);
        await ShownAsync(Ann, 0, 2, 3);
        await ShownAsync(Foreign, 0, 1, 3);
        await ShownAsync(Bob, 0, 2, 3);

        Assert.True((await Service.RestoreAsync(Ann, new TagKey("k", 1))).IsSuccess);
        await ShownAsync(Ann, 0, 1, 2, 3);
    }

    [Fact]
    public async Task What_vanished_in_between_is_left_out_of_whole_resources()
    {
        await FillAsync(Ann, "k", 3);

        // Between the answers to the query and to the batch.
        var vanishing = new TagService(Table.Environment(new Between(Wire, async () => await Service.DeleteAsync(Ann, new TagKey("k", 1)))));
        var page = (await vanishing.ListAllFullAsync(Ann, new() { Limit = 3 })).Data;
        Assert.Equal([0, 2], page.Items.Select(static each => each.Number));
    }

    private async Task ShownAsync(Caller caller, params int[] numbers)
    {
        Assert.Equal(numbers, (await Service.ListAllAsync<TagName>(caller)).Data.Items.Select(static each => each.Number));
        Assert.Equal(numbers, (await Service.ListAllFullAsync(caller)).Data.Items.Select(static each => each.Number));
        Assert.Equal(numbers, (await Service.ListByKindAsync<TagName>(caller, "k")).Data.Items.Select(static each => each.Number));
        var whole = (await Service.ListByKindFullAsync(caller, "k")).Data.Items;
        Assert.Equal(numbers, whole.Select(static each => each.Number));
        Assert.All(whole, each => Assert.Equal(caller.TenantId, each.TenantId));
    }

    private async Task FillAsync(Caller caller, string kind, int count)
    {
        for (var i = 0; i < count; i++) await Service.CreateAsync(caller, new() { Kind = kind, Number = i });
    }

    /// <summary>Does something before the first batch is read.</summary>
    private sealed class Between(IDynamoTransport inner, Func<Task> act) : IDynamoTransport
    {
        private bool _done;

        public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            if (operation == DynamoOperation.BatchGetItem && !_done)
            {
                _done = true;
                await act();
            }

            return await inner.SendAsync(operation, request, cancellationToken);
        }

        public ValueTask WarmUpAsync(CancellationToken cancellationToken) => inner.WarmUpAsync(cancellationToken);
    }
}

public sealed class KeysOnDynoxide : KeyTests<Dynoxide>;

public sealed class KeysOnDynamoDbLocal : KeyTests<Amazons>;
