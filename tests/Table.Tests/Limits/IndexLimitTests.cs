using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Limits;

/// <summary>How many indexes a table has.</summary>
public abstract class IndexLimitTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    /// <summary>The suite's own table is of no use here; each test makes what it needs.</summary>
    protected override TableDefinition Definition => new("pk", "sk", []);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public Task A_table_has_20_global_indexes(int count, bool taken) =>
        TakesAsync(taken, Enumerable.Range(1, count).Select(static i => new IndexDefinition($"gsi{i}", $"gsi{i}_pk", $"gsi{i}_sk")));

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public Task A_table_has_5_local_indexes(int count, bool taken) =>
        TakesAsync(taken, Enumerable.Range(1, count).Select(static i => new IndexDefinition($"lsi{i}", "pk", $"lsi{i}_sk") { IsLocal = true }));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public Task The_name_of_a_key_attribute_has_255_bytes(int bytes, bool taken) =>
        TakesAsync(taken, [new IndexDefinition("gsi1", new string('p', bytes), "gsi1_sk")]);

    private async Task TakesAsync(bool taken, IEnumerable<IndexDefinition> indexes)
    {
        var administration = new TableAdministration(Environment.Client);
        var name = Table.Name + "-more";
        var definition = Definition with { Indexes = [.. indexes] };
        try
        {
            if (taken)
            {
                Assert.True(await administration.CreateIfAbsentAsync(name, definition));
                Assert.Empty(await administration.VerifyAsync(name, definition));
                return;
            }

            var refused = await Record.ExceptionAsync(() => administration.CreateIfAbsentAsync(name, definition));
            if (refused is null) Assert.Skip("This database does not enforce it.");
            Assert.IsType<InvalidOperationException>(refused);
        }
        finally
        {
            await administration.DeleteAsync(name);
        }
    }
}

public sealed class IndexLimitsOnDynoxide : IndexLimitTests<Dynoxide>;

public sealed class IndexLimitsOnDynamoDbLocal : IndexLimitTests<Amazons>;
