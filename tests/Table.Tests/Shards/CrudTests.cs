using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Shards;

/// <summary>Everything but a list concerns one shard.</summary>
public abstract class CrudTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private ReadingService Readings => new(Environment);

    [Fact]
    public async Task A_key_finds_its_item_with_one_request_to_one_shard()
    {
        for (var i = 0; i < 10; i++)
        {
            var created = (await Readings.CreateAsync(Ann, new() { Level = i })).Data;
            Wire.Clear();
            Assert.Equal(created, (await Readings.GetAsync(Bob, created.Id)).Data);
            var key = Assert.Single(Wire.Requests).Body.GetProperty("Key");
            Assert.Equal($"TENANT#t1#SHARD#{ReadingKeys.ShardOf(created.Id)}", key.GetProperty("pk").GetProperty("S").GetString());
            Assert.Equal(DynamoOperation.GetItem, Wire.Requests[0].Operation);
            await FailsAsync(ErrorCode.NotFound, Readings.GetAsync(Foreign, created.Id));
        }
    }

    [Fact]
    public async Task Items_are_changed_deleted_and_restored_where_they_are()
    {
        var created = (await Readings.CreateAsync(Ann, new() { Level = 1 })).Data;
        var changed = (await Readings.PatchAsync(Ann, created.Id, new() { Level = 2 })).Data;
        Assert.Equal([changed], (await Readings.ListByLevelAsync(Ann)).Data.Items);
        Assert.Equal([changed], (await Readings.ListAsync(Ann)).Data.Items);

        await Readings.DeleteAsync(Ann, created.Id);
        Assert.Empty((await Readings.ListByLevelAsync(Ann)).Data.Items);
        Assert.Empty((await Readings.ListAsync(Ann)).Data.Items);
        await FailsAsync(ErrorCode.NotFound, Readings.GetAsync(Ann, created.Id));

        var restored = (await Readings.RestoreAsync(Ann, created.Id)).Data;
        Assert.Equal([restored], (await Readings.ListByLevelAsync(Ann)).Data.Items);
        Assert.Empty((await Readings.ListAsync(Foreign)).Data.Items);
        Assert.Empty((await Readings.ListByLevelAsync(Foreign)).Data.Items);
    }

    [Fact]
    public async Task Batches_reach_all_shards()
    {
        var created = await Readings.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 200).Select(static i => new ReadingInput { Level = i })]);
        var keys = created.Select(static result => (ReadingKey)result.Data.Id).ToList();
        Assert.Equal(ReadingKeys.Shards, keys.Select(static key => ReadingKeys.ShardOf(key.Id)).Distinct().Count());
        Assert.Equal(created.Select(static result => result.Data), (await Readings.BatchGetAsync(Bob, keys)).Select(static result => result.Data));
    }

    [Fact]
    public async Task Resources_of_other_counts_in_the_same_partitions_are_apart()
    {
        var reading = (await Readings.CreateAsync(Ann, new())).Data;
        var pair = (await new PairService(Environment).CreateAsync(Ann, new())).Data;
        var plain = (await new PlainService(Environment).CreateAsync(Ann, new())).Data;
        Assert.Equal([reading], (await Readings.ListAsync(Ann)).Data.Items);
        Assert.Equal([pair], (await new PairService(Environment).ListAsync(Ann)).Data.Items);
        Assert.Equal([plain], (await new PlainService(Environment).ListAsync(Ann)).Data.Items);
        await FailsAsync(ErrorCode.NotFound, Readings.GetAsync(Ann, pair.Id));
    }

    [Fact]
    public async Task A_cursor_is_bound_and_no_longer_than_without_shards()
    {
        await Filled.WithAsync(Environment, Ann, Enumerable.Range(0, 50).Select(static i => new Hundred { Id = Filled.Id(i), TenantId = "t1", Version = 1 }));
        await Filled.WithAsync(Environment, Ann, Enumerable.Range(0, 50).Select(static i => new Plain { Id = Filled.Id(i), TenantId = "t1", Version = 1 }));
        var page = (await new HundredService(Environment).ListAsync(Ann, new() { Limit = 5 })).Data;
        var plain = (await new PlainService(Environment).ListAsync(Ann, new() { Limit = 5 })).Data;
        Assert.InRange(page.Cursor!.Length - plain.Cursor!.Length, 0, 4 * ("SHARDS-HUNDRED".Length - "SHARDS-PLAIN".Length));
        await FailsAsync(ErrorCode.InvalidCursor, new HundredService(Environment).ListAsync(Bob, new() { Cursor = page.Cursor }));
        await FailsAsync(ErrorCode.InvalidCursor, new HundredService(Environment).ListAsync(Foreign, new() { Cursor = page.Cursor }));
        await FailsAsync(ErrorCode.InvalidCursor, new HundredService(Environment).ListAsync(Ann, new() { Cursor = page.Cursor, Descending = true }));
        await FailsAsync(ErrorCode.InvalidCursor, new PlainService(Environment).ListAsync(Ann, new() { Cursor = page.Cursor }));
    }
}

public sealed class ShardCrudOnDynoxide : CrudTests<Dynoxide>;

public sealed class ShardCrudOnDynamoDbLocal : CrudTests<Amazons>;
