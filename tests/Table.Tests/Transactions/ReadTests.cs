using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Transactions;

public abstract class ReadTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resources_of_several_services_are_read_in_one_request(bool atOneMoment)
    {
        var (orders, stocks) = (new OrderService(Environment), new StockService(Environment));
        var stock = (await stocks.CreateAsync(Ann, new() { Sku = "bread", Count = 3 })).Data;
        var order = (await orders.CreateAsync(Ann, new() { Sku = "bread" })).Data;
        var deleted = (await orders.CreateAsync(Ann, new() { Sku = "milk" })).Data;
        Assert.True((await orders.DeleteAsync(Ann, deleted.Id)).IsSuccess);
        Wire.Clear();

        var reads = new ServiceReads(Environment, Ann);
        var one = reads.Get(orders, new OrderKey(order.Id));
        var two = reads.Get(stocks, new StockKey("bread"));
        var again = reads.Get(stocks, new StockKey("bread"));
        var gone = reads.Get(orders, new OrderKey(deleted.Id));
        var never = reads.Get(orders, new OrderKey("never"));
        var unusable = reads.Get(orders, new OrderKey("a#b"));
        Assert.Throws<InvalidOperationException>(() => one.Result);
        if (atOneMoment) Assert.Null(await reads.TransactGetAsync());
        else await reads.BatchGetAsync(consistent: true);

        Assert.Equal([atOneMoment ? DynamoOperation.TransactGetItems : DynamoOperation.BatchGetItem], Wire.Operations);
        Assert.Equal((order, stock, stock), (one.Result.Data, two.Result.Data, again.Result.Data));
        Assert.Equal([ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound], new[] { gone, never, unusable }.Select(static each => each.Result.Error!.Code));

        reads = new ServiceReads(Environment, Foreign);
        var foreign = reads.Get(stocks, new StockKey("bread"));
        if (atOneMoment) Assert.Null(await reads.TransactGetAsync());
        else await reads.BatchGetAsync();
        Assert.Equal(ErrorCode.NotFound, foreign.Result.Error?.Code);
    }

    [Fact]
    public async Task A_failure_is_every_results_failure()
    {
        var environment = new ServiceEnvironment
        {
            Client = new DynamoClient(new FaultTransport(Wire).Next(DynamoOperation.TransactGetItems, Faults.Throttle), TimeProvider.System, new RetryOptions { MaxAttempts = 1 }),
            TableName = Table.Name,
            CursorKeys = [],
        };
        var reads = new ServiceReads(environment, Ann);
        var one = reads.Get(new OrderService(environment), new OrderKey("a"));
        var two = reads.Get(new OrderService(environment), new OrderKey("b"));
        Assert.Equal(ErrorCode.Throttled, (await reads.TransactGetAsync())?.Code);
        Assert.Equal((ErrorCode.Throttled, ErrorCode.Throttled), (one.Result.Error?.Code, two.Result.Error?.Code));
    }

    [Fact]
    public async Task A_hundred_are_read_at_one_moment_and_one_more_is_refused()
    {
        var orders = new OrderService(Environment);
        foreach (var count in new[] { 100, 101 })
        {
            var reads = new ServiceReads(Environment, Ann);
            for (var i = 0; i < count; i++) reads.Get(orders, new OrderKey($"o{i}"));
            if (count == 100) Assert.Null(await reads.TransactGetAsync());
            else await Assert.ThrowsAsync<InvalidOperationException>(() => reads.TransactGetAsync());
        }
    }
}

public sealed class ReadsOnDynoxide : ReadTests<Dynoxide>;

public sealed class ReadsOnDynamoDbLocal : ReadTests<Amazons>;
