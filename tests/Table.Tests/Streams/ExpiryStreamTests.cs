using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Streams;

/// <summary>
/// An instance of Amazon's database for one test: where tables come and go, it does not get round to removing what has expired. dynoxide never does.
/// </summary>
public sealed class QuietAmazons : IDatabase
{
    private static readonly Lazy<Task<LocalDatabase>> Own = new(static () => DynamoDbLocal.StartAsync());

    public static string? Missing => DynamoDbLocal.Missing;

    public static bool HasCompositeIndexes => false;

    public static Task<LocalDatabase> OpenAsync() => Own.Value;
}

public sealed class ExpiryStreamTests : StreamTestBase<QuietAmazons>
{
    /// <summary>No more than is needed, for the same reason.</summary>
    protected override TableDefinition Definition => new("pk", "sk", []) { TimeToLiveAttribute = TimeToLive.Attribute, HasStream = true };

    [Fact]
    public async Task What_the_database_removes_at_its_end_is_told_as_expired()
    {
        await Ballots.CreateAsync(Ann, new() { Name = "one", Choice = "a", ValidUntil = DateTimeOffset.UtcNow.AddSeconds(1) });
        for (var i = 0; i < 120 && Ballots.Heard.Count < 2; i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await Pump.PumpAsync();
        }

        Assert.Equal([StreamChangeKind.Created, StreamChangeKind.Expired], Ballots.Heard.Select(static change => change.Kind));
        Assert.Equal("a", Ballots.Heard[1].LiveOld!.Choice);
    }
}
