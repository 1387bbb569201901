using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Transactions;

public abstract class ServiceTransactionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private OrderService Orders { get; set; } = null!;

    private StockService Stocks { get; set; } = null!;

    private BuyerService Buyers { get; set; } = null!;

    protected override async ValueTask PrepareAsync()
    {
        (Orders, Stocks, Buyers) = (new(Environment), new(Environment), new(Environment));
        foreach (var sku in new[] { "bread", "milk", "salt" }) Assert.True((await Stocks.CreateAsync(Ann, new() { Sku = sku, Count = 10, Place = "shelf" })).IsSuccess);
        Wire.Clear();
    }

    [Fact]
    public async Task Entries_of_several_services_are_done_together_with_one_read_and_one_write()
    {
        var buyer = (await Buyers.CreateAsync(Ann, new() { Email = "a@x" })).Data;
        Wire.Clear();
        var transaction = new ServiceTransaction(Environment, Ann);
        var order = transaction.Create(Orders, new() { Sku = "bread" });
        var bread = transaction.Update(Stocks, new StockKey("bread"), static each => each with { Count = each.Count - 1 });
        var milk = transaction.Patch(Stocks, new StockKey("milk"), new StockPatch { Place = "door" }, ifVersion: 1);
        var check = transaction.Check(Buyers, new BuyerKey(buyer.Id));
        Assert.Throws<InvalidOperationException>(() => order.Result);
        var result = await transaction.CommitAsync();

        Assert.True(result.IsSuccess, result.Error?.ToString());
        Assert.Equal([DynamoOperation.BatchGetItem, DynamoOperation.TransactWriteItems], Wire.Operations);
        Assert.Equal(buyer, check.Result.Data);
        Assert.Equal((1, "ann", "bread"), (order.Result.Data.Version, order.Result.Data.CreatedBy, order.Result.Data.Sku));
        Assert.Equal(order.Result.Data, (await Orders.GetAsync(Ann, order.Result.Data.Id)).Data);
        Assert.Equal((2, 9), (bread.Result.Data.Version, bread.Result.Data.Count));
        Assert.Equal(bread.Result.Data, (await Stocks.GetAsync(Ann, "bread")).Data);
        Assert.Equal("milk", Assert.Single((await Stocks.ListByPlaceAsync(Ann, "door")).Data.Items).Sku);
        Assert.Equal(milk.Result.Data, (await Stocks.GetAsync(Ann, "milk")).Data);
        Assert.Equal(["created bread"], Orders.Seen);
        Assert.Equal(["updated bread 10->9", "updated milk 10->10"], Stocks.Seen);
        await Assert.ThrowsAsync<InvalidOperationException>(() => transaction.CommitAsync());
    }

    [Fact]
    public async Task What_one_entry_may_not_do_keeps_all_from_being_done_and_is_named()
    {
        var transaction = new ServiceTransaction(Environment, Ann);
        var order = transaction.Create(Orders, new() { Sku = "bread" });
        var invalid = transaction.Create(Orders, new() { Sku = "" });
        var forbidden = transaction.Create(Orders, new() { Sku = "forbidden" });
        var tooFew = transaction.Update(Stocks, new StockKey("bread"), static each => each with { Count = -1 });
        var denied = transaction.Delete(Stocks, new StockKey("milk"));
        var missing = transaction.Check(Stocks, new StockKey("never"));
        var stale = transaction.Update(Stocks, new StockKey("salt"), static each => each, ifVersion: 7);
        var result = await transaction.CommitAsync();
        Assert.Equal([null, ErrorCode.ValidationError, ErrorCode.ValidationError, ErrorCode.ValidationError, ErrorCode.AccessDenied, ErrorCode.NotFound, ErrorCode.PreconditionFailed],
            result.Errors.Select(static each => each?.Code));
        Assert.Equal(ErrorCode.ValidationError, result.Error?.Code);
        Assert.Equal((null, ErrorCode.ValidationError), (order.Error, order.Result.Error!.Code));
        Assert.Equal((ErrorCode.AccessDenied, ErrorCode.NotFound), (denied.Result.Error!.Code, missing.Result.Error!.Code));
        Assert.Equal([DynamoOperation.BatchGetItem], Wire.Operations);
        Assert.True(invalid.Error!.Details.ContainsKey("sku") && forbidden.Error!.Details.ContainsKey("sku") && tooFew.Error!.Details.ContainsKey("count"));
        Assert.Equal(10, (await Stocks.GetAsync(Ann, "bread")).Data.Count);
        Assert.Empty(Orders.Seen);
    }

    [Fact]
    public async Task Another_tenants_resource_does_not_exist()
    {
        var transaction = new ServiceTransaction(Environment, Foreign);
        var changed = transaction.Update(Stocks, new StockKey("bread"), static each => each with { Count = 0 });
        transaction.Create(Orders, new() { Sku = "bread" });
        Assert.Equal(ErrorCode.NotFound, (await transaction.CommitAsync()).Error?.Code);
        Assert.Equal(ErrorCode.NotFound, changed.Result.Error?.Code);
        Assert.Empty((await Orders.ListAsync(Foreign)).Data.Items);
    }

    [Fact]
    public async Task What_others_change_in_between_is_read_again_and_the_transaction_repeated()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(async () =>
            Assert.True((await Stocks.UpdateAsync(Ann, "bread", static each => each with { Count = 5 })).IsSuccess)));
        var environment = Table.Environment(faults);
        var transaction = new ServiceTransaction(environment, Ann);
        var order = transaction.Create(new OrderService(environment), new() { Sku = "bread" });
        var bread = transaction.Update(new StockService(environment), new StockKey("bread"), static each => each with { Count = each.Count - 1 });
        Assert.True((await transaction.CommitAsync()).IsSuccess);
        Assert.Equal((3, 4), (bread.Result.Data.Version, (await Stocks.GetAsync(Ann, "bread")).Data.Count));
        Assert.Equal(order.Result.Data, Assert.Single((await Orders.ListAsync(Ann)).Data.Items));
        Assert.Equal(0, faults.Pending);
    }

    [Fact]
    public async Task A_version_that_is_named_is_not_repeated_but_refused()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(async () =>
            Assert.True((await Stocks.UpdateAsync(Ann, "bread", static each => each with { Count = 5 })).IsSuccess)));
        var environment = Table.Environment(faults);
        var transaction = new ServiceTransaction(environment, Ann);
        transaction.Create(new OrderService(environment), new() { Sku = "bread" });
        var bread = transaction.Update(new StockService(environment), new StockKey("bread"), static each => each with { Count = 0 }, ifVersion: 1);
        Assert.Equal(ErrorCode.PreconditionFailed, (await transaction.CommitAsync()).Error?.Code);
        Assert.Equal(ErrorCode.PreconditionFailed, bread.Error?.Code);
        Assert.Empty((await Orders.ListAsync(Ann)).Data.Items);
    }

    [Fact]
    public async Task A_checked_resource_that_changes_in_between_is_looked_at_again()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(async () =>
            Assert.True((await Stocks.DeleteAsync(Callers.User("t1", "kim", "keeper"), "bread")).IsSuccess)));
        var environment = Table.Environment(faults);
        var transaction = new ServiceTransaction(environment, Ann);
        transaction.Create(new OrderService(environment), new() { Sku = "bread" });
        var check = transaction.Check(new StockService(environment), new StockKey("bread"));
        Assert.Equal(ErrorCode.NotFound, (await transaction.CommitAsync()).Error?.Code);
        Assert.Equal(ErrorCode.NotFound, check.Error?.Code);
        Assert.Empty((await Orders.ListAsync(Ann)).Data.Items);
    }

    [Fact]
    public async Task What_always_changes_in_between_ends_as_a_conflict_of_that_entry()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(async () =>
            Assert.True((await Stocks.UpdateAsync(Ann, "bread", static each => each with { Count = each.Count + 1 })).IsSuccess)), times: int.MaxValue);
        var environment = Table.Environment(faults);
        var transaction = new ServiceTransaction(environment, Ann);
        var milk = transaction.Update(new StockService(environment), new StockKey("milk"), static each => each with { Count = 0 });
        var bread = transaction.Update(new StockService(environment), new StockKey("bread"), static each => each with { Count = 0 });
        Assert.Equal(ErrorCode.Conflict, (await transaction.CommitAsync()).Error?.Code);
        Assert.Equal((null, ErrorCode.Conflict), (milk.Error, bread.Error?.Code));
        Assert.True((await Stocks.GetAsync(Ann, "bread")).Data.Count > 12);
    }

    [Fact]
    public async Task Thirty_two_transactions_on_one_item_all_come_through()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(async number =>
        {
            var transaction = new ServiceTransaction(Environment, Ann);
            transaction.Create(Orders, new() { Sku = $"bread-{number}" });
            transaction.Update(Stocks, new StockKey("bread"), static each => each with { Count = each.Count + 1 });
            return await transaction.CommitAsync();
        }));
        Assert.All(results, static result => Assert.Null(result.Error));
        Assert.Equal(42, (await Stocks.GetAsync(Ann, "bread")).Data.Count);
    }

    [Fact]
    public async Task Identities_that_exist_and_values_that_are_taken_are_named()
    {
        Assert.True((await Buyers.CreateAsync(Ann, new() { Email = "a@x" })).IsSuccess);
        var transaction = new ServiceTransaction(Environment, Ann);
        var fine = transaction.Create(Buyers, new() { Email = "b@x" });
        var stock = transaction.Create(Stocks, new() { Sku = "bread" });
        var buyer = transaction.Create(Buyers, new() { Email = "a@x" });
        var result = await transaction.CommitAsync();
        Assert.Equal([null, ErrorCode.AlreadyExists, ErrorCode.AlreadyExists], result.Errors.Select(static each => each?.Code));
        Assert.Equal("is taken", buyer.Error!.Details["email"]);
        Assert.Equal((null, ErrorCode.AlreadyExists), (fine.Error, stock.Error?.Code));

        // The value is free again once its holder is gone, and everything about him goes in one transaction.
        Assert.True((await Buyers.CreateAsync(Ann, new() { Email = "b@x" })).IsSuccess);
    }

    [Fact]
    public async Task One_resource_or_value_stands_in_a_transaction_once()
    {
        foreach (var twice in new Action<ServiceTransaction>[]
        {
            each => { each.Check(Stocks, new StockKey("bread")); each.Update(Stocks, new StockKey("bread"), static stock => stock with { Count = 1 }); },
            each => { each.Create(Buyers, new() { Email = "same@x" }); each.Create(Buyers, new() { Email = "same@x" }); },
            each => { each.Create(Stocks, new() { Sku = "new" }); each.Create(Stocks, new() { Sku = "new" }); },
        })
        {
            Wire.Clear();
            var transaction = new ServiceTransaction(Environment, Ann);
            twice(transaction);
            var result = await transaction.CommitAsync();
            Assert.Equal([null, ErrorCode.ValidationError], result.Errors.Select(static each => each?.Code));
            Assert.DoesNotContain(DynamoOperation.TransactWriteItems, Wire.Operations);
        }
    }

    [Fact]
    public async Task A_delete_gives_up_values_and_a_restore_takes_them_back()
    {
        var buyer = (await Buyers.CreateAsync(Ann, new() { Email = "a@x" })).Data;
        var delete = new ServiceTransaction(Environment, Ann);
        var gone = delete.Delete(Buyers, new BuyerKey(buyer.Id));
        Assert.True((await delete.CommitAsync()).IsSuccess);
        Assert.NotNull(gone.Result.Data.DeletedAt);
        await FailsAsync(ErrorCode.NotFound, Buyers.GetAsync(Ann, buyer.Id));

        var again = new ServiceTransaction(Environment, Ann);
        var deleted = again.Delete(Buyers, new BuyerKey(buyer.Id));
        Assert.True((await again.CommitAsync()).IsSuccess);
        Assert.Equal(gone.Result.Data, deleted.Result.Data);

        var other = (await Buyers.CreateAsync(Ann, new() { Email = "a@x" })).Data;
        var restore = new ServiceTransaction(Environment, Ann);
        var back = restore.Restore(Buyers, new BuyerKey(buyer.Id));
        Assert.Equal(ErrorCode.AlreadyExists, (await restore.CommitAsync()).Error?.Code);
        Assert.Equal(ErrorCode.AlreadyExists, back.Error?.Code);
        Assert.True((await Buyers.DeleteAsync(Ann, other.Id)).IsSuccess);
        restore = new ServiceTransaction(Environment, Ann);
        restore.Restore(Buyers, new BuyerKey(buyer.Id));
        Assert.True((await restore.CommitAsync()).IsSuccess);
        Assert.Equal(4, (await Buyers.HistoryAsync(Ann, buyer.Id)).Data.Items.Count + 1);
    }

    [Fact]
    public async Task A_hundred_items_are_done_and_one_more_is_refused_before_the_wire()
    {
        foreach (var (count, done) in new[] { (100, true), (101, false) })
        {
            Wire.Clear();
            var transaction = new ServiceTransaction(Environment, Ann);
            for (var i = 0; i < count; i++) transaction.Create(Orders, new() { Sku = $"s{i}" });
            var result = await transaction.CommitAsync();
            Assert.Equal(done ? null : ErrorCode.PayloadTooLarge, result.Error?.Code);
            Assert.Equal(done ? [DynamoOperation.TransactWriteItems] : [], Wire.Operations);
        }

        // Each buyer comes with a marker and an audit entry.
        foreach (var (count, done) in new[] { (33, true), (34, false) })
        {
            var transaction = new ServiceTransaction(Environment, Ann);
            for (var i = 0; i < count; i++) transaction.Create(Buyers, new() { Email = $"{count}-{i}@x" });
            Assert.Equal(done ? null : ErrorCode.PayloadTooLarge, (await transaction.CommitAsync()).Error?.Code);
        }
    }

    [Fact]
    public async Task Nothing_to_do_is_done()
    {
        Assert.True((await new ServiceTransaction(Environment, Ann).CommitAsync()).IsSuccess);
        Assert.Empty(Wire.Operations);
        Assert.Throws<ArgumentException>(() => new ServiceTransaction(new ServiceEnvironment { Client = Environment.Client, TableName = "other", CursorKeys = [] }, Ann)
            .Check(Stocks, new StockKey("bread")));
    }
}

public sealed class ServiceTransactionsOnDynoxide : ServiceTransactionTests<Dynoxide>;

public sealed class ServiceTransactionsOnDynamoDbLocal : ServiceTransactionTests<Amazons>;
