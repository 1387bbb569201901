using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Shards;

/// <summary>What shards cost a list: the figures of docs/shards.md. Ids are the same in every run, so they are exact.</summary>
public abstract class CostTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private const int Items = 1000;

    [Theory]
    [InlineData(25, 1, 25)]
    [InlineData(100, 1, 100)]
    public Task Without_shards(int limit, int requests, int reads) => CostsAsync(
        static i => new Plain { Id = Filled.Id(i), TenantId = "t1", Version = 1 }, page => new PlainService(Environment).ListAsync(Ann, page), limit, requests, reads);

    [Theory]
    [InlineData(25, 2, 42)]
    [InlineData(100, 2, 132)]
    public Task Of_two(int limit, double requests, double reads) => CostsAsync(
        static i => new Pair { Id = Filled.Id(i), TenantId = "t1", Version = 1 }, page => new PairService(Environment).ListAsync(Ann, page), limit, requests, reads);

    [Theory]
    [InlineData(25, 8.1, 63.6)]
    [InlineData(100, 8.3, 168.6)]
    public Task Of_eight(int limit, double requests, double reads) => CostsAsync(
        static i => Filled.Reading(Ann, Filled.Id(i)), page => new ReadingService(Environment).ListAsync(Ann, page), limit, requests, reads);

    [Theory]
    [InlineData(25, 100.2, 250.9)]
    [InlineData(100, 101.9, 349.6)]
    public Task Of_a_hundred(int limit, double requests, double reads) => CostsAsync(
        static i => new Hundred { Id = Filled.Id(i), TenantId = "t1", Version = 1 }, page => new HundredService(Environment).ListAsync(Ann, page), limit, requests, reads);

    /// <summary>The mean over the pages of a thousand items but the last, where shards end.</summary>
    private async Task CostsAsync<T>(Func<int, T> item, Func<PageRequest, Task<ServiceResult<Page<T>>>> list, int limit, double requests, double reads) where T : class, IResource<T>
    {
        await Filled.WithAsync(Environment, Ann, Enumerable.Range(0, Items).Select(item));
        var pages = (Items / limit) - 1;
        Wire.Clear();
        string? cursor = null;
        for (var i = 0; i < pages; i++)
        {
            var page = (await list(new PageRequest { Limit = limit, Cursor = cursor })).Data;
            Assert.Equal(limit, page.Items.Count);
            cursor = page.Cursor;
        }

        Assert.All(Wire.Operations, static operation => Assert.Equal(DynamoOperation.Query, operation));
        Assert.Equal((requests, reads), (Math.Round((double)Wire.Requests.Count / pages, 1), Math.Round((double)Wire.ItemsRead / pages, 1)));
    }
}

public sealed class ShardCostOnDynoxide : CostTests<Dynoxide>;

public sealed class ShardCostOnDynamoDbLocal : CostTests<Amazons>;
