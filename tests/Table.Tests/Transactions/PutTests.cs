using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Transactions;

/// <summary>Creating or changing within a transaction, and what its entries know of each other.</summary>
public abstract class PutTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly StockKey Bread = new("bread");

    private StockService Stocks { get; set; } = null!;

    private BuyerService Buyers { get; set; } = null!;

    protected override ValueTask PrepareAsync()
    {
        (Stocks, Buyers) = (new(Environment), new(Environment));
        return ValueTask.CompletedTask;
    }

    private static StockInput Input(int count) => new() { Sku = "bread", Count = count };

    private async Task<UpdateResult<Stock>> PutAsync(Caller caller, int count)
    {
        var transaction = new ServiceTransaction(Environment, caller);
        var stock = transaction.Put(Stocks, Input(count));
        var result = await transaction.CommitAsync();
        Assert.True(result.IsSuccess, result.Error?.ToString());
        return new(stock.Before, stock.Result.Data);
    }

    [Fact]
    public async Task What_is_not_there_is_created_and_what_is_there_replaced()
    {
        var created = await PutAsync(Ann, 1);
        var replaced = await PutAsync(Ann, 2);
        Assert.Equal((true, 1L, "ann"), (created.IsCreated, created.After.Version, created.After.CreatedBy));
        Assert.Equal((1, 2, 2L), (replaced.Before?.Count, replaced.After.Count, replaced.After.Version));
        Assert.Equal(created.After.Id, replaced.After.Id);
        Assert.Equal(replaced.After, (await Stocks.GetAsync(Ann, Bread)).Data);
    }

    [Fact]
    public async Task What_was_deleted_is_made_anew_under_its_old_id_and_lists_again()
    {
        var first = await PutAsync(Ann, 5);
        await Stocks.UpdateAsync(Ann, Bread, static each => each with { Place = "shelf", Text = "old" });
        Assert.True((await Stocks.DeleteAsync(Callers.User(Ann.TenantId, "kim", "keeper"), Bread)).IsSuccess);
        var again = await PutAsync(Ann, 1);
        Assert.Equal((true, 1, null, null, first.After.Id, 4L), (again.IsCreated, again.After.Count, again.After.Text, again.After.DeletedAt, again.After.Id, again.After.Version));
        Assert.Equal(again.After, (await Stocks.GetAsync(Ann, Bread)).Data);
    }

    [Fact]
    public async Task A_change_makes_the_resource_from_nothing_or_from_what_is_there()
    {
        for (var i = 1; i <= 3; i++)
        {
            var transaction = new ServiceTransaction(Environment, Ann);
            var stock = transaction.Put(Stocks, Bread, static current => (current ?? new() { Sku = "bread" }) with { Count = (current?.Count ?? 0) + 1 });
            Assert.True((await transaction.CommitAsync()).IsSuccess);
            Assert.Equal((i, (long)i), (stock.Result.Data.Count, stock.Result.Data.Version));
        }
    }

    [Fact]
    public async Task Many_who_put_at_once_are_all_in_it_and_one_created_it()
    {
        var entries = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            var transaction = new ServiceTransaction(Environment, Ann);
            var stock = transaction.Put(Stocks, Bread, static current => (current ?? new() { Sku = "bread" }) with { Count = (current?.Count ?? 0) + 1 });
            Assert.True((await transaction.CommitAsync()).IsSuccess);
            return stock;
        }));
        Assert.Single(entries, static entry => entry.Before is null);
        Assert.Equal(16, (await Stocks.GetAsync(Ann, Bread, consistent: true)).Data.Count);
    }

    [Fact]
    public async Task A_later_entry_knows_what_an_earlier_one_changes_in_each_try()
    {
        await PutAsync(Ann, 5);
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.Before(async () => await PutAsync(Ann, 7)));
        var environment = Table.Environment(faults);
        var transaction = new ServiceTransaction(environment, Ann);
        var bread = transaction.Put(new StockService(environment), Input(9));
        transaction.Put(new StockService(environment), new StockKey("log"), _ => new() { Sku = "log", Text = $"{bread.Before?.Count}->{bread.After?.Count}" });
        Assert.True((await transaction.CommitAsync()).IsSuccess);
        Assert.Equal("7->9", (await Stocks.GetAsync(Ann, new StockKey("log"))).Data.Text);
    }

    [Fact]
    public async Task A_deleted_entry_leaves_nothing_after_it()
    {
        await PutAsync(Ann, 5);
        var transaction = new ServiceTransaction(Environment, Callers.User(Ann.TenantId, "kim", "keeper"));
        var bread = transaction.Delete(Stocks, Bread);
        Assert.True((await transaction.CommitAsync()).IsSuccess);
        Assert.Equal((5, null), (bread.Before?.Count, bread.After));
    }

    [Fact]
    public async Task A_change_that_refuses_says_why_and_nothing_is_done()
    {
        await PutAsync(Ann, 5);
        var refusal = new ServiceError(ErrorCode.ConditionFailed, "There is none left.");
        Stock Refuse(Stock? current) => throw new ServiceException(refusal);

        var transaction = new ServiceTransaction(Environment, Ann);
        var other = transaction.Put(Stocks, new StockKey("milk"), static _ => new() { Sku = "milk" });
        var changed = transaction.Put(Stocks, Bread, Refuse);
        var made = transaction.Put(Stocks, new StockKey("salt"), Refuse);
        var updated = transaction.Update(Stocks, new StockKey("bread"), Refuse);
        Assert.Same(refusal, (await transaction.CommitAsync()).Error);
        Assert.Equal([null, refusal, refusal, refusal], new TransactionEntry[] { other, changed, made, updated }.Select(static entry => entry.Error));
        Assert.Same(refusal, (await Stocks.UpdateAsync(Ann, Bread, Refuse)).Error);
        Assert.Equal(ErrorCode.NotFound, (await Stocks.GetAsync(Ann, new StockKey("milk"))).Error?.Code);
    }

    [Fact]
    public async Task Rules_and_keys_hold_for_what_is_put()
    {
        var transaction = new ServiceTransaction(Environment, Ann);
        var invalid = transaction.Put(Stocks, new StockInput { Sku = "bread", Count = -1 });
        var elsewhere = transaction.Put(Stocks, new StockKey("milk"), static _ => new() { Sku = "salt" });
        var nameless = transaction.Put(Stocks, new StockKey(""), static _ => new() { Sku = "" });
        Assert.False((await transaction.CommitAsync()).IsSuccess);
        Assert.All(new TransactionEntry[] { invalid, elsewhere, nameless }, static entry => Assert.Equal(ErrorCode.ValidationError, entry.Error?.Code));
        Assert.Contains("count", invalid.Error!.Details.Keys);
        Assert.Contains("sku", nameless.Error!.Details.Keys);
    }

    [Fact]
    public async Task A_key_made_of_a_value_that_breaks_a_rule_names_the_member() =>
        Assert.Equal(["sku"], (await Stocks.CreateAsync(Ann, new() { Sku = "" })).Error!.Details.Keys);

    [Fact]
    public async Task A_put_whose_answer_is_lost_is_done_once()
    {
        var faults = new FaultTransport(Wire).Next(DynamoOperation.TransactWriteItems, Faults.LoseAnswer).Next(DynamoOperation.TransactWriteItems, Faults.ServerErrorAfterApply);
        var environment = Table.Environment(faults);
        var transaction = new ServiceTransaction(environment, Ann);
        transaction.Put(new StockService(environment), Bread, static current => (current ?? new() { Sku = "bread" }) with { Count = (current?.Count ?? 0) + 1 });
        Assert.True((await transaction.CommitAsync()).IsSuccess);
        Assert.Equal((1, 1L), ((await Stocks.GetAsync(Ann, Bread)).Data.Count, (await Stocks.GetAsync(Ann, Bread)).Data.Version));
    }
}

public sealed class PutsOnDynoxide : PutTests<Dynoxide>;

public sealed class PutsOnDynamoDbLocal : PutTests<Amazons>;
