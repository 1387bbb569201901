using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests;

/// <summary>A test with a table of its own in a database. Write a suite once, abstract, and derive it for each database.</summary>
public abstract class TableTests<TDatabase> : IAsyncLifetime where TDatabase : IDatabase
{
    private LocalTable? _table;

    /// <summary>A tenant's user.</summary>
    protected static Caller Ann { get; } = Callers.User("t1", "ann");

    /// <summary>Another user of the same tenant.</summary>
    protected static Caller Bob { get; } = Callers.User("t1", "bob");

    /// <summary>A user of another tenant who has the first one's name.</summary>
    protected static Caller Foreign { get; } = Callers.User("t2", "ann");

    protected LocalTable Table => _table!;

    /// <summary>Everything the test asked the database for.</summary>
    protected RecordingTransport Wire { get; private set; } = null!;

    /// <summary>What services need.</summary>
    protected ServiceEnvironment Environment { get; private set; } = null!;

    /// <summary>The table's definition. Default: that of all resources here.</summary>
    protected virtual TableDefinition Definition => TestTable.Of<TDatabase>();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TDatabase.Missing is not null, TDatabase.Missing ?? "");
        _table = await LocalTable.CreateAsync(await TDatabase.OpenAsync(), Definition);
        Wire = new(Table.Transport);
        Environment = Table.Environment(Wire);
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_table is not null)
        {
            await DisposingAsync();
            await _table.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>What a suite needs before each of its tests.</summary>
    protected virtual ValueTask PrepareAsync() => ValueTask.CompletedTask;

    /// <summary>What a suite has to remove after each of its tests besides the table.</summary>
    protected virtual ValueTask DisposingAsync() => ValueTask.CompletedTask;

    protected static async Task FailsAsync<T>(ErrorCode code, Task<ServiceResult<T>> result) => Assert.Equal(code, (await result).Error?.Code);
}
