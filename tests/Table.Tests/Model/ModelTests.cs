using CsCheck;
using GeekCafe.Testing;
using GeekCafe.Tests;

namespace GeekCafe.Table.Tests.Model;

/// <summary>
/// Random sequences of operations by callers of two tenants, on resources of different shapes of keys, answer as an in-memory model of them does.
/// By default 600 in all on each database; GEEKCAFE_CAMPAIGN sets how many times as many.
/// </summary>
public abstract class ModelTests<TDatabase> : IAsyncLifetime where TDatabase : IDatabase
{
    private static readonly long Sequences = 150L * Campaign.Times;

    private LocalTable? _table;
    private int _runs;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TDatabase.Missing is not null, TDatabase.Missing ?? "");
        _table = await LocalTable.CreateAsync(await TDatabase.OpenAsync(), TestTable.Of<TDatabase>());
    }

    public async ValueTask DisposeAsync()
    {
        if (_table is not null) await _table.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public Task Tickets_whose_ids_the_service_makes_agree_with_the_model() => AgreeAsync(new Tickets());

    [Fact]
    public Task Bookings_whose_keys_clients_give_agree_with_the_model() => AgreeAsync(new Bookings());

    [Fact]
    public Task Leaves_in_partitions_of_their_parents_agree_with_the_model() => AgreeAsync(new Leaves());

    [Fact]
    public Task Passes_that_are_unique_expire_and_count_agree_with_the_model() => Passes.Sequences.SampleAsync(async steps =>
    {
        var oracle = new PassOracle(_table!, $"m{Interlocked.Increment(ref _runs)}");
        foreach (var step in steps) await step.RunAsync(oracle);
    }, iter: Sequences, threads: 2, print: static steps => string.Join("\n", steps.Select(static step => step.Name)));

    private Task AgreeAsync<TResource, TKey, TInput, TPatch>(Subject<TResource, TKey, TInput, TPatch> subject)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        var environment = _table!.Environment(clock: new StoppedClock());
        return subject.Sequences.SampleAsync(
            commands => new Oracle<TResource, TKey, TInput, TPatch>(subject, environment, $"m{Interlocked.Increment(ref _runs)}").RunAsync(commands),
            iter: Sequences, threads: 2, print: static commands => string.Join("\n", commands.Select(static command => command.ToString())));
    }

    /// <summary>Time stands still, so that the model knows it; timers still run.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    }
}

public sealed class ModelOnDynoxide : ModelTests<Dynoxide>;

public sealed class ModelOnDynamoDbLocal : ModelTests<Amazons>;
