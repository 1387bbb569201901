namespace GeekCafe.Table.Tests.Writing;

public abstract class ExpiryTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private readonly MovableClock _clock = new();
    private SessionService _sessions = null!;

    protected override ValueTask PrepareAsync()
    {
        _sessions = new(Table.Environment(Wire, _clock));
        return ValueTask.CompletedTask;
    }

    private Task<ServiceResult<Session>> CreateAsync(string name, TimeSpan? life, string? token = null) =>
        _sessions.CreateAsync(Ann, new() { Name = name, ValidUntil = _clock.GetUtcNow() + life, Token = token });

    [Fact]
    public void The_table_has_an_attribute_for_it() => Assert.Equal("ttl", GeekCafeTableTestsApplication.Table.TimeToLiveAttribute);

    [Fact]
    public async Task What_has_expired_is_absent_everywhere()
    {
        var one = (await CreateAsync("one", TimeSpan.FromHours(1))).Data;
        var two = (await CreateAsync("two", null)).Data;
        Assert.Equal(one, (await _sessions.GetAsync(Ann, "one", consistent: true)).Data);
        Assert.Equal([one, two], (await _sessions.ListAsync(Ann)).Data.Items);

        _clock.Ahead = TimeSpan.FromHours(2);
        await FailsAsync(ErrorCode.NotFound, _sessions.GetAsync(Ann, "one"));
        Assert.Equal([two], (await _sessions.ListAsync(Ann)).Data.Items);
        Assert.Equal([ErrorCode.NotFound, null], (await _sessions.BatchGetAsync(Ann, ["one", "two"])).Select(static result => result.Error?.Code));
        await FailsAsync(ErrorCode.NotFound, _sessions.UpdateAsync(Ann, "one", static e => e with { Hits = 1 }));
        await FailsAsync(ErrorCode.NotFound, _sessions.DeleteAsync(Ann, "one"));
        await FailsAsync(ErrorCode.NotFound, _sessions.RestoreAsync(Ann, "one"));
    }

    [Fact]
    public async Task The_attribute_is_the_end_in_seconds_and_the_member_keeps_its_precision()
    {
        var end = new DateTimeOffset(2100, 1, 2, 3, 4, 5, 600, TimeSpan.FromHours(2));
        await _sessions.CreateAsync(Ann, new() { Name = "one", ValidUntil = end });
        var stored = Wire.Requests[^1].Body.GetProperty("Item");
        Assert.Equal((end.ToUnixTimeSeconds() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), stored.GetProperty("ttl").GetProperty("N").GetString());
        Assert.Equal(end, (await _sessions.GetAsync(Ann, "one", consistent: true)).Data.ValidUntil);

        await _sessions.PatchAsync(Ann, "one", new() { ValidUntil = null });
        Assert.Contains("REMOVE", Wire.Requests[^1].Text("UpdateExpression"), StringComparison.Ordinal);
        _clock.Ahead = TimeSpan.FromDays(80 * 365);
        Assert.Null((await _sessions.GetAsync(Ann, "one", consistent: true)).Data.ValidUntil);
    }

    [Fact]
    public async Task What_has_expired_is_not_in_the_way()
    {
        await CreateAsync("one", TimeSpan.FromHours(1), token: "t");
        await FailsAsync(ErrorCode.AlreadyExists, CreateAsync("one", null));
        await FailsAsync(ErrorCode.AlreadyExists, CreateAsync("two", null, token: "t"));
        _clock.Ahead = TimeSpan.FromHours(2);
        Assert.Equal(1, (await CreateAsync("one", TimeSpan.FromHours(3), token: "u")).Data.Version);
        Assert.True((await CreateAsync("two", null, token: "t")).IsSuccess);
        await FailsAsync(ErrorCode.AlreadyExists, CreateAsync("three", null, token: "u"));
    }

    [Fact]
    public async Task A_longer_life_holds_unique_values_longer()
    {
        await CreateAsync("one", TimeSpan.FromHours(1), token: "t");
        Assert.True((await _sessions.UpdateAsync(Ann, "one", e => e with { ValidUntil = _clock.GetUtcNow().AddHours(5) })).IsSuccess);
        _clock.Ahead = TimeSpan.FromHours(2);
        await FailsAsync(ErrorCode.AlreadyExists, CreateAsync("two", null, token: "t"));
    }

    [Fact]
    public async Task A_deleted_resource_can_be_restored_until_it_is_purged()
    {
        await CreateAsync("one", null);
        await _sessions.DeleteAsync(Ann, "one");
        Assert.Contains("ttl", Wire.Requests[^1].Body.GetProperty("ExpressionAttributeNames").EnumerateObject().Select(static name => name.Value.GetString()));
        Assert.True((await _sessions.RestoreAsync(Ann, "one")).IsSuccess);
        _clock.Ahead = TimeSpan.FromDays(30);
        Assert.True((await _sessions.GetAsync(Ann, "one", consistent: true)).IsSuccess);

        await _sessions.DeleteAsync(Ann, "one");
        _clock.Ahead = TimeSpan.FromDays(38);
        await FailsAsync(ErrorCode.NotFound, _sessions.RestoreAsync(Ann, "one"));
        Assert.True((await CreateAsync("one", null)).IsSuccess);
    }
}

public sealed class ExpiryOnDynoxide : ExpiryTests<Dynoxide>;

public sealed class ExpiryOnDynamoDbLocal : ExpiryTests<Amazons>;
