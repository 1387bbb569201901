using CsCheck;

namespace GeekCafe.Table.Tests.Transactions;

public abstract class ModelTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly string[] Skus = ["a", "b", "c", "d", "e"];

    private enum Kind
    {
        Create,
        Set,
        Delete,
        Restore,
        Check,
    }

    private static readonly Gen<(Kind Kind, int Sku, int Count, int Version)> Step =
        Gen.Select(Gen.Enum<Kind>(), Gen.Int[0, Skus.Length - 1], Gen.Int[-1, 20], Gen.Int[0, 9]);

    [Fact]
    public async Task Random_transactions_are_all_or_nothing_and_agree_with_a_model()
    {
        var number = 0;
        await Step.Array[1, 4].Array[1, 12].SampleAsync(async transactions =>
        {
            // A tenant for each sample: nothing is left of the one before.
            var caller = Testing.Callers.User($"m{Interlocked.Increment(ref number)}", "ann", "keeper");
            var model = new Dictionary<string, (int Count, int Version, bool Deleted)>();
            foreach (var steps in transactions) await RunAsync(caller, model, steps);
        }, iter: 40, threads: 1);
    }

    private async Task RunAsync(Caller caller, Dictionary<string, (int Count, int Version, bool Deleted)> model, (Kind Kind, int Sku, int Count, int Version)[] steps)
    {
        var stocks = new StockService(Environment);
        var transaction = new ServiceTransaction(Environment, caller);
        var next = new Dictionary<string, (int Count, int Version, bool Deleted)>(model);
        var succeeds = true;
        foreach (var (kind, number, count, version) in steps)
        {
            var sku = Skus[number];
            var key = new StockKey(sku);

            // Two times of three no version is asked for.
            long? ifVersion = version < 3 ? version : null;
            var exists = model.TryGetValue(sku, out var current);
            succeeds &= steps.Count(each => each.Sku == number) == 1;
            switch (kind)
            {
                case Kind.Create:
                    transaction.Create(stocks, new() { Sku = sku, Count = count });
                    succeeds &= !exists && count >= 0;
                    next[sku] = (count, 1, false);
                    break;
                case Kind.Set:
                    transaction.Update(stocks, key, stock => stock with { Count = count }, ifVersion);
                    succeeds &= exists && !current.Deleted && count >= 0 && (ifVersion is null || ifVersion == current.Version);
                    next[sku] = (count, current.Version + 1, false);
                    break;
                case Kind.Delete:
                    transaction.Delete(stocks, key, ifVersion);
                    succeeds &= exists && (current.Deleted || ifVersion is null || ifVersion == current.Version);
                    if (!current.Deleted) next[sku] = (current.Count, current.Version + 1, true);
                    break;
                case Kind.Restore:
                    transaction.Restore(stocks, key, ifVersion);
                    succeeds &= exists && (!current.Deleted || ifVersion is null || ifVersion == current.Version);
                    if (current.Deleted) next[sku] = (current.Count, current.Version + 1, false);
                    break;
                default:
                    transaction.Check(stocks, key, ifVersion);
                    succeeds &= exists && !current.Deleted && (ifVersion is null || ifVersion == current.Version);
                    break;
            }
        }

        var result = await transaction.CommitAsync();
        Assert.True(succeeds == result.IsSuccess, $"{(succeeds ? "Success" : "Failure")} was expected, not {result.Error}");
        if (succeeds)
        {
            foreach (var (sku, stock) in next) model[sku] = stock;
        }

        foreach (var sku in Skus)
        {
            var stored = await stocks.GetAsync(caller, new StockKey(sku), consistent: true);
            var expected = model.TryGetValue(sku, out var stock) && !stock.Deleted ? (stock.Count, stock.Version) : ((int, int)?)null;
            Assert.Equal(expected, stored.IsSuccess ? (stored.Data.Count, (int)stored.Data.Version) : null);
        }
    }
}

public sealed class ModelsOnDynoxide : ModelTests<Dynoxide>;

public sealed class ModelsOnDynamoDbLocal : ModelTests<Amazons>;
