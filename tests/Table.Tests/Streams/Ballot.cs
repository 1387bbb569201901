namespace GeekCafe.Table.Tests.Streams;

/// <summary>A ballot, whose service listens to its changes.</summary>
[Resource("stream-ballots", PurgeAfterDays = 7)]
[PrimaryKey("TENANT#{TenantId}#STREAM-BALLOTS", "STREAM-BALLOT#{Name}")]
public partial record Ballot
{
    public required string Name { get; init; }

    public required string Choice { get; init; }

    [TimeToLive] public DateTimeOffset? ValidUntil { get; init; }

    [Unique] public string? Code { get; init; }
}

/// <summary>Keeps what it hears, and does what the test says.</summary>
public partial class BallotService
{
    public List<StreamChange<Ballot>> Heard { get; } = [];

    /// <summary>What else to do with a change.</summary>
    public Func<StreamChange<Ballot>, CancellationToken, Task>? Then { get; set; }

    protected override async ValueTask OnChangeAsync(StreamChange<Ballot> change, CancellationToken cancellationToken)
    {
        lock (Heard) Heard.Add(change);
        if (Then is not null) await Then(change, cancellationToken);
    }
}

/// <summary>What was chosen how often. Nobody listens to it.</summary>
[Resource("stream-tallies")]
[PrimaryKey("TENANT#{TenantId}#STREAM-TALLIES", "STREAM-TALLY#{Name}")]
public partial record Tally
{
    public required string Name { get; init; }

    [SetByServer] public Dictionary<string, int> Counts { get; init; } = [];

    /// <summary>One choice less, another one more.</summary>
    public Tally With(Ballot? old, Ballot? next)
    {
        var counts = new Dictionary<string, int>(Counts);
        if (old is not null) counts[old.Choice] = counts.GetValueOrDefault(old.Choice) - 1;
        if (next is not null) counts[next.Choice] = counts.GetValueOrDefault(next.Choice) + 1;
        return this with { Counts = counts };
    }
}
