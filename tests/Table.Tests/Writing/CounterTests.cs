using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Writing;

public abstract class CounterTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Caller System = Caller.ForSystem("t1", "test");

    private SitePageService Pages => new(Environment);

    private async Task<SitePage> CreateAsync() => (await Pages.CreateAsync(Ann, new() { Title = "x" })).Data;

    private async Task<long> CountAsync(SitePage page, Counter<SitePage> counter) => (await Pages.GetCounterAsync(Ann, page.Id, counter)).Data;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_at_once_are_all_counted(bool sharded)
    {
        var page = await CreateAsync();
        var counter = sharded ? SitePageCounters.Hits : SitePageCounters.Views;
        var results = await Task.WhenAll(Enumerable.Range(1, 32).Select(i => Pages.IncrementAsync(Ann, page.Id, counter, i % 2 + 1)));
        Assert.All(results, static result => Assert.True(result.IsSuccess));
        Assert.Equal(48, await CountAsync(page, counter));
    }

    [Fact]
    public async Task Counting_leaves_the_version_and_other_writers_alone()
    {
        var page = await CreateAsync();
        var meeting = new SitePageService(Table.Environment(new FaultTransport(Wire)
            .Next(DynamoOperation.UpdateItem, Faults.Before(async () => Assert.True((await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Views)).IsSuccess)))));
        Wire.Clear();
        Assert.Equal(2, (await meeting.UpdateAsync(Ann, page.Id, e => e with { Title = "y", Views = 77, Votes = 77 }, ifVersion: 1)).Data.Version);
        Assert.Single(Wire.Operations, DynamoOperation.UpdateItem);
        var stored = (await Pages.GetAsync(Ann, page.Id, consistent: true)).Data;
        Assert.Equal(("y", 1L, 0, 2L), (stored.Title, stored.Views, stored.Votes, stored.Version));
    }

    [Fact]
    public async Task No_client_writes_a_counter()
    {
        Assert.Null(typeof(SitePageInput).GetProperty("Views"));
        Assert.Null(typeof(SitePagePatch).GetProperty("Views"));
        var page = await CreateAsync();
        Assert.True((await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Views, 3)).IsSuccess);
        Assert.Equal(3, (await Pages.ReplaceAsync(Ann, page.Id, new() { Title = "z" })).Data.Views);
    }

    [Fact]
    public async Task Who_may_not_read_may_not_count()
    {
        var page = await CreateAsync();
        foreach (var counter in (Counter<SitePage>[])[SitePageCounters.Views, SitePageCounters.Hits])
        {
            Assert.Equal(ErrorCode.NotFound, (await Pages.IncrementAsync(Bob, page.Id, counter)).Error?.Code);
            Assert.Equal(ErrorCode.NotFound, (await Pages.IncrementAsync(Foreign, page.Id, counter)).Error?.Code);
            Assert.Equal(ErrorCode.NotFound, (await Pages.IncrementAsync(System, "other", counter)).Error?.Code);
            Assert.True((await Pages.IncrementAsync(Callers.User("t1", "bob", "reader"), page.Id, counter)).IsSuccess);
            await FailsAsync(ErrorCode.NotFound, Pages.GetCounterAsync(Bob, page.Id, counter));
        }

        await Pages.DeleteAsync(Ann, page.Id);
        Assert.Equal(ErrorCode.NotFound, (await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Views)).Error?.Code);
        Assert.Equal(ErrorCode.NotFound, (await Pages.IncrementAsync(System, page.Id, SitePageCounters.Views)).Error?.Code);
    }

    [Fact]
    public async Task Background_work_counts_without_reading()
    {
        var page = await CreateAsync();
        Wire.Clear();
        Assert.True((await Pages.IncrementAsync(System, page.Id, SitePageCounters.Views, 2)).IsSuccess);
        Assert.Equal([DynamoOperation.TransactWriteItems], Wire.Operations);
        Assert.Equal(2, await CountAsync(page, SitePageCounters.Views));
    }

    [Fact]
    public async Task A_count_stays_within_its_type()
    {
        var page = await CreateAsync();
        Assert.True((await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Votes, int.MaxValue)).IsSuccess);
        Assert.Equal(ErrorCode.ValidationError, (await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Votes)).Error?.Code);
        Assert.Equal(ErrorCode.ValidationError, (await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Votes, long.MinValue)).Error?.Code);
        Assert.True((await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Votes, -int.MaxValue)).IsSuccess);
        Assert.True((await Pages.IncrementAsync(Ann, page.Id, SitePageCounters.Votes, int.MinValue)).IsSuccess);
        Assert.Equal(int.MinValue, await CountAsync(page, SitePageCounters.Votes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_answer_counts_once(bool sharded)
    {
        var page = await CreateAsync();
        var counter = sharded ? SitePageCounters.Hits : SitePageCounters.Views;
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer, times: 2);
        Assert.True((await new SitePageService(Table.Environment(faults)).IncrementAsync(Ann, page.Id, counter, 3)).IsSuccess);
        Assert.Equal(0, faults.Pending);
        Assert.Equal(3, await CountAsync(page, counter));
    }
}

public sealed class CountersOnDynoxide : CounterTests<Dynoxide>;

public sealed class CountersOnDynamoDbLocal : CounterTests<Amazons>;
