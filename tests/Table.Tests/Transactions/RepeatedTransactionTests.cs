using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Transactions;

public abstract class RepeatedTransactionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private OrderService Orders { get; set; } = null!;

    private StockService Stocks { get; set; } = null!;

    protected override async ValueTask PrepareAsync()
    {
        (Orders, Stocks) = (new(Environment), new(Environment));
        Assert.True((await Stocks.CreateAsync(Ann, new() { Sku = "bread", Count = 10 })).IsSuccess);
    }

    [Fact]
    public async Task A_lost_answer_is_no_second_effect()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer, times: 2);
        var (result, order, _) = await BuyAsync(Table.Environment(faults));
        Assert.True(result.IsSuccess, result.Error?.ToString());
        Assert.Equal(order.Result.Data, Assert.Single((await Orders.ListAsync(Ann)).Data.Items));
        Assert.Equal(9, (await Stocks.GetAsync(Ann, "bread")).Data.Count);
        Assert.Equal(0, faults.Pending);
    }

    [Fact]
    public async Task An_answer_that_stays_lost_is_found_by_what_the_transaction_left_behind()
    {
        var (result, order, stock) = await BuyAsync(Once(new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer)));
        Assert.True(result.IsSuccess, result.Error?.ToString());
        Assert.Equal(order.Result.Data, (await Orders.GetAsync(Ann, order.Result.Data.Id)).Data);
        Assert.Equal(9, stock.Result.Data.Count);
    }

    [Fact]
    public async Task A_lost_request_that_left_nothing_behind_stays_unknown()
    {
        var (result, order, _) = await BuyAsync(Once(new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseRequest)));
        Assert.Equal(ErrorCode.OutcomeUnknown, result.Error?.Code);
        Assert.Equal(ErrorCode.OutcomeUnknown, order.Result.Error?.Code);
        Assert.Equal(10, (await Stocks.GetAsync(Ann, "bread")).Data.Count);
    }

    [Fact]
    public async Task A_commit_repeated_with_its_key_does_nothing_and_has_the_same_result()
    {
        var (first, order, stock) = await BuyAsync(Environment, "k1");
        Assert.True(first is { IsSuccess: true, WasRepeated: false }, first.Error?.ToString());
        var (second, sameOrder, sameStock) = await BuyAsync(Environment, "k1");
        Assert.True(second is { IsSuccess: true, WasRepeated: true }, second.Error?.ToString());
        Assert.Equal((order.Result.Data, stock.Result.Data), (sameOrder.Result.Data, sameStock.Result.Data));
        Assert.Equal(9, (await Stocks.GetAsync(Ann, "bread")).Data.Count);

        // What others did since does not hide it.
        Assert.True((await Stocks.UpdateAsync(Ann, "bread", static each => each with { Count = 3 })).IsSuccess);
        var (third, _, _) = await BuyAsync(Environment, "k1");
        Assert.True(third is { IsSuccess: true, WasRepeated: true }, third.Error?.ToString());
        Assert.Equal(3, (await Stocks.GetAsync(Ann, "bread")).Data.Count);
        Assert.Equal(["created bread"], Orders.Seen);

        var (other, _, _) = await BuyAsync(Environment, "k2");
        Assert.True(other is { IsSuccess: true, WasRepeated: false });
        Assert.Equal(2, (await Orders.ListAsync(Ann)).Data.Items.Count);
    }

    [Fact]
    public async Task A_commit_without_traces_is_still_known_to_the_database_for_ten_minutes()
    {
        async Task<TransactionResult> CountAsync()
        {
            var transaction = new ServiceTransaction(Environment, Ann) { IdempotencyKey = "count" };
            transaction.Update(Stocks, new StockKey("bread"), static each => each with { Count = each.Count - 1 });
            return await transaction.CommitAsync();
        }

        Assert.True((await CountAsync()).IsSuccess);
        Assert.True((await Stocks.UpdateAsync(Ann, "bread", static each => each with { Place = "door" })).IsSuccess);
        Assert.Equal(ErrorCode.IdempotencyMismatch, (await CountAsync()).Error?.Code);
        Assert.Equal(9, (await Stocks.GetAsync(Ann, "bread")).Data.Count);
    }

    [Fact]
    public async Task A_key_used_for_another_transaction_is_refused_and_other_users_keys_are_their_own()
    {
        Assert.True((await BuyAsync(Environment, "k1")).Result.IsSuccess);
        var transaction = new ServiceTransaction(Environment, Ann) { IdempotencyKey = "k1" };
        transaction.Create(Orders, new() { Sku = "other" });
        Assert.Equal(ErrorCode.IdempotencyMismatch, (await transaction.CommitAsync()).Error?.Code);

        var bobs = new ServiceTransaction(Environment, Bob) { IdempotencyKey = "k1" };
        bobs.Create(Orders, new() { Sku = "other" });
        Assert.Null((await bobs.CommitAsync()).Error);

        var bad = new ServiceTransaction(Environment, Ann) { IdempotencyKey = "with space" };
        bad.Create(Orders, new() { Sku = "other" });
        Assert.Equal(ErrorCode.ValidationError, (await bad.CommitAsync()).Error?.Code);
    }

    [Fact]
    public async Task A_conflict_under_a_key_is_repeated_or_ends_as_one_and_never_half_done()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(async () =>
            Assert.True((await Stocks.UpdateAsync(Ann, "bread", static each => each with { Count = 5 })).IsSuccess)));
        var (result, _, _) = await BuyAsync(Table.Environment(faults), "k1");
        Assert.True(result.IsSuccess || result.Error.Code == ErrorCode.Conflict, result.Error?.ToString());
        Assert.Equal(result.IsSuccess ? (4, 1) : (5, 0), ((await Stocks.GetAsync(Ann, "bread")).Data.Count, (await Orders.ListAsync(Ann)).Data.Items.Count));
    }

    private ServiceEnvironment Once(IDynamoTransport transport) => new()
    {
        Client = new DynamoClient(transport, TimeProvider.System, new RetryOptions { MaxAttempts = 1 }),
        TableName = Table.Name,
        CursorKeys = [new byte[32]],
    };

    private async Task<(TransactionResult Result, TransactionEntry<Order> Order, TransactionEntry<Stock> Stock)> BuyAsync(ServiceEnvironment environment, string? key = null)
    {
        var orders = environment == Environment ? Orders : new OrderService(environment);
        var transaction = new ServiceTransaction(environment, Ann) { IdempotencyKey = key };
        var order = transaction.Create(orders, new() { Sku = "bread" });
        var stock = transaction.Update(new StockService(environment), new StockKey("bread"), static each => each with { Count = each.Count - 1 });
        return (await transaction.CommitAsync(), order, stock);
    }
}

public sealed class RepeatedTransactionsOnDynoxide : RepeatedTransactionTests<Dynoxide>;

public sealed class RepeatedTransactionsOnDynamoDbLocal : RepeatedTransactionTests<Amazons>;
