using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Streams;

/// <summary>A table with a stream, and a function that processes it.</summary>
public abstract class StreamTestBase<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private LambdaApplication? _function;

    protected override TableDefinition Definition => base.Definition with { HasStream = true };

    protected BallotService Ballots { get; private set; } = null!;

    protected TallyService Tallies { get; private set; } = null!;

    protected List<PoisonRecord> Poison { get; } = [];

    protected List<string> GivenUp { get; } = [];

    protected StreamPump Pump { get; private set; } = null!;

    protected LambdaApplication Function => _function!;

    protected override ValueTask PrepareAsync()
    {
        (Ballots, Tallies) = (new(Environment), new(Environment));
        var options = new LambdaOptions
        {
            OnPoison = (record, _) =>
            {
                Poison.Add(record with { Json = record.Json.ToArray() });
                return ValueTask.CompletedTask;
            },
        };
        options.Listen([Ballots.ToStreamTarget()]);
        _function = new LambdaApplication([], options);
        Pump = NewPump();
        return ValueTask.CompletedTask;
    }

    protected StreamPump NewPump() => new(Table.Transport, Table.Name, Function) { OnGivenUp = GivenUp.Add };

    protected override ValueTask DisposingAsync()
    {
        _function?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected static BallotKey KeyOf(Ballot ballot) => new(ballot.Name);

    protected async Task<Ballot> CreateAsync(string name, string choice = "a", Caller? caller = null) =>
        (await Ballots.CreateAsync(caller ?? Ann, new() { Name = name, Choice = choice })).Data;
}
