using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Writing;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Projections;

public abstract class ProjectionTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private static readonly Caller Clerk = Callers.User("t1", "kim", "clerk");

    private readonly MovableClock _clock = new();
    private LetterService _letters = null!;
    private ServiceEnvironment _environment = null!;

    protected override ValueTask PrepareAsync()
    {
        _environment = Table.Environment(Wire, _clock);
        _letters = new(_environment);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Members_are_read_from_the_attributes_of_the_resource()
    {
        await FillAsync(Ann, 2);
        Wire.Clear();
        Assert.Equal(new LetterCard { Number = 1, Subject = "s1", Status = "new" }, (await _letters.GetAsync<LetterCard>(Ann, 1)).Data);
        Assert.Contains("the.subject", Names(Wire.Requests[0]));
        Assert.DoesNotContain("subject", Names(Wire.Requests[0]));
    }

    [Fact]
    public async Task What_is_sensitive_is_read_and_not_printed()
    {
        await _letters.CreateAsync(Ann, Input(1) with { Pin = "1234" });
        var part = (await _letters.GetAsync<LetterLock>(Ann, 1)).Data;
        Assert.Equal("1234", part.Pin);
        Assert.Equal("LetterLock { Pin = *** }", part.ToString());
    }

    [Fact]
    public async Task What_the_resource_does_not_show_its_parts_do_not_show()
    {
        await FillAsync(Ann, 4);
        await FillAsync(Foreign, 6);
        await _letters.UpdateAsync(Ann, 1, e => e with { ValidUntil = _clock.GetUtcNow().AddHours(1) });
        await _letters.DeleteAsync(Ann, 2);
        await ShownAsync(Ann, 0, 1, 3);
        await ShownAsync(Clerk, 0, 1, 3);
        await ShownAsync(Bob);
        await ShownAsync(Foreign, 0, 1, 2, 3, 4, 5);

        _clock.Ahead = TimeSpan.FromHours(2);
        await ShownAsync(Ann, 0, 3);
        await ShownAsync(Clerk, 0, 3);
    }

    [Fact]
    public async Task A_rule_about_whole_resources_holds_for_parts_of_them()
    {
        await FillAsync(Ann, 4);
        await _letters.UpdateAsync(Ann, 2, static e => e with { Body = "secret" });
        await ShownAsync(Ann, 0, 1, 2, 3);
        _letters = new GuardedLetters(_environment);
        await ShownAsync(Ann, 0, 1, 3);
        Assert.Equal(ErrorCode.NotFound, (await _letters.GetAsync<LetterLock>(Ann, 2)).Error?.Code);
        Assert.True((await _letters.GetAsync<LetterLock>(Ann, 1)).IsSuccess);
    }

    [Fact]
    public async Task A_rule_about_parts_reads_no_more_than_the_parts()
    {
        await FillAsync(Ann, 2);
        await _letters.UpdateAsync(Ann, 1, static e => e with { Body = "secret", Status = "secret" });
        _letters = new CheapLetters(_environment);
        Wire.Clear();
        Assert.True((await _letters.GetAsync<LetterCard>(Ann, 0)).IsSuccess);
        Assert.Equal(ErrorCode.NotFound, (await _letters.GetAsync<LetterCard>(Ann, 1)).Error?.Code);
        Assert.Equal(2, Wire.Requests.Count);

        // What it does not know it leaves to the rule about whole letters.
        Assert.Equal(ErrorCode.NotFound, (await _letters.GetAsync<LetterLock>(Ann, 1)).Error?.Code);
        Assert.Equal(4, Wire.Requests.Count);
    }

    [Fact]
    public async Task Without_rules_of_the_service_a_part_is_one_request()
    {
        await FillAsync(Ann, 3);
        Wire.Clear();
        await _letters.ListByBoxAsync<LetterCard>(Ann, "in");
        Assert.Equal("projections_cards", Assert.Single(Wire.Requests).Index);
        Assert.Equal(["_type", "deleted_at", "number", "owner_id", "pk", "projections_cards_sk", "sk", "status", "tenant_id", "the.subject", "valid_until"], Names(Wire.Requests[0]));
    }

    [Fact]
    public async Task Many_parts_are_read_100_in_a_request()
    {
        await FillAsync(Ann, 130);
        Wire.Clear();
        var keys = Enumerable.Range(-1, 132).Append(7).Select(static number => (LetterKey)number).ToList();
        var parts = await _letters.BatchGetAsync<LetterCard>(Ann, keys);
        Assert.Equal(keys.Select(static key => key.Number is >= 0 and < 130 ? key.Number : (int?)null), parts.Select(static part => part.IsSuccess ? part.Data.Number : (int?)null));
        Assert.Equal([DynamoOperation.BatchGetItem, DynamoOperation.BatchGetItem], Wire.Requests.Select(static request => request.Operation));
        Assert.All(Wire.Requests, static request => Assert.Contains("ProjectionExpression", request.Body.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whole_resources_behind_an_index_are_read_in_its_order()
    {
        var all = await FillAsync(Ann, 100);
        Wire.Clear();
        var page = (await _letters.ListByBoxFullAsync(Ann, "in", new() { Limit = 100, Descending = true })).Data;
        Assert.Equal(all.AsEnumerable().Reverse(), page.Items);
        Assert.Equal([DynamoOperation.Query, DynamoOperation.BatchGetItem], Wire.Requests.Select(static request => request.Operation));
        Assert.Equal(["_type", "deleted_at", "pk", "projections_cards_sk", "sk"], Names(Wire.Requests[0]));
    }

    [Fact]
    public async Task Pages_of_whole_resources_go_on_where_the_last_ended()
    {
        var all = await FillAsync(Ann, 7);
        await _letters.DeleteAsync(Ann, 3);
        var seen = new List<Letter>();
        for (string? cursor = null; ;)
        {
            var page = (await _letters.ListByBoxFullAsync(Ann, "in", new() { Limit = 2, Cursor = cursor })).Data;
            seen.AddRange(page.Items);
            if ((cursor = page.Cursor) is null) break;
        }

        Assert.Equal(all.Where(static each => each.Number != 3), seen);
    }

    /// <summary>Every way to parts, and the way from an index to whole resources, shows the same.</summary>
    private async Task ShownAsync(Caller caller, params int[] numbers)
    {
        Assert.Equal(numbers, (await _letters.ListAsync(caller)).Data.Items.Select(static each => each.Number));
        Assert.Equal(numbers, (await _letters.ListAsync<LetterCard>(caller)).Data.Items.Select(static each => each.Number));
        Assert.Equal(numbers, (await _letters.ListByBoxAsync<LetterCard>(caller, "in")).Data.Items.Select(static each => each.Number));
        Assert.Equal(numbers, (await _letters.ListByBoxFullAsync(caller, "in")).Data.Items.Select(static each => each.Number));
        var keys = Enumerable.Range(0, 6).Select(static number => (LetterKey)number).ToList();
        Assert.Equal(numbers, (await _letters.BatchGetAsync<LetterCard>(caller, keys)).Where(static each => each.IsSuccess).Select(static each => each.Data.Number));
        foreach (var key in keys) Assert.Equal(numbers.Contains(key.Number), (await _letters.GetAsync<LetterCard>(caller, key)).IsSuccess);
    }

    private async Task<List<Letter>> FillAsync(Caller caller, int count) =>
        [.. (await _letters.BatchCreateAsync(caller, [.. Enumerable.Range(0, count).Select(Input)])).Select(static result => result.Data)];

    private static LetterInput Input(int number) => new() { Number = number, Box = "in", Subject = $"s{number}", Status = "new" };

    private static IEnumerable<string> Names(RecordedRequest request) =>
        request.Body.GetProperty("ExpressionAttributeNames").EnumerateObject().Select(static name => name.Value.GetString()!).Where(static name => name != "projections_cards_pk").Distinct().Order(StringComparer.Ordinal);
}

public sealed class ProjectionsOnDynoxide : ProjectionTests<Dynoxide>;

public sealed class ProjectionsOnDynamoDbLocal : ProjectionTests<Amazons>;
