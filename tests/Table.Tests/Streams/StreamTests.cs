using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Table.Tests.Writing;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Streams;

/// <summary>Real change records, through the handler of a deployed function.</summary>
public abstract class StreamTests<TDatabase> : StreamTestBase<TDatabase> where TDatabase : IDatabase
{
    private string Heard() => string.Join(' ', Ballots.Heard.Select(static change => $"{change.Kind}:{change.Old?.Choice ?? "-"}>{change.New?.Choice ?? "-"}"));

    private Task RemoveAsync(Ballot ballot) => RawAsync(DynamoOperation.DeleteItem, $$"""
        {"TableName":"{{Table.Name}}","Key":{"pk":{"S":"{{KeyOf(ballot).ToPartitionKey(ballot.TenantId)}}"},"sk":{"S":"{{KeyOf(ballot).ToSortKey(ballot.TenantId)}}"} } }
        """);

    private Task PutAsync(string image) => RawAsync(DynamoOperation.PutItem, $$"""{"TableName":"{{Table.Name}}","Item":{{image}}}""");

    private async Task RawAsync(DynamoOperation operation, string request)
    {
        using var reply = await Table.Client.SendAsync(operation, Encoding.UTF8.GetBytes(request), null, default);
        Assert.Null(reply.Error);
    }

    [Fact]
    public async Task A_life_is_told_in_order_with_old_and_new_images()
    {
        var ballot = await CreateAsync("one");
        var changed = (await Ballots.UpdateAsync(Ann, KeyOf(ballot), b => b with { Choice = "b" }, ifVersion: 1)).Data;
        await Ballots.DeleteAsync(Ann, KeyOf(ballot));
        await Ballots.RestoreAsync(Ann, KeyOf(ballot));
        await RemoveAsync(ballot);
        Assert.Equal(5, await Pump.PumpAsync());

        Assert.Equal("Created:->a Updated:a>b Deleted:b>b Restored:b>b Removed:b>-", Heard());
        Assert.Equal((ballot, changed), (Ballots.Heard[1].Old, Ballots.Heard[1].New));
        Assert.Equal(["-a", "ab", "b-", "-b", "b-"], Ballots.Heard.Select(static change => (change.LiveOld?.Choice ?? "-") + (change.LiveNew?.Choice ?? "-")));
        Assert.All(Ballots.Heard, static change =>
        {
            Assert.Equal("t1", change.Caller.TenantId);
            Assert.True(change.Caller.IsSystem);
            Assert.Equal("stream stream-ballots", change.Caller.Reason);
            Assert.InRange(change.At!.Value, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(10));
        });
        Assert.Equal(5, Ballots.Heard.Select(static change => change.SequenceNumber).Distinct().Count());
        Assert.Equal(0, await Pump.PumpAsync());
    }

    [Fact]
    public async Task Markers_and_what_nobody_listens_to_are_passed_over()
    {
        await Ballots.CreateAsync(Ann, new() { Name = "one", Choice = "a", Code = "unique" });
        await Tallies.CreateAsync(Ann, new() { Name = "poll" });
        await PutAsync("""{"pk":{"S":"anything"},"sk":{"S":"at all"},"_type":{"S":"Elsewhere"}}""");
        await PutAsync("""{"pk":{"S":"anything"},"sk":{"S":"else"},"_type":{"M":{"S":{"S":"Ballot"}}}}""");
        Assert.Equal(5, await Pump.PumpAsync());
        Assert.Equal("Created:->a", Heard());
        Assert.Empty(Poison);
    }

    [Fact]
    public async Task Each_tenants_changes_come_with_its_own_caller()
    {
        await CreateAsync("one", "a");
        await CreateAsync("one", "z", Foreign);
        Ballots.Then = async (change, token) => Assert.Equal(change.New, (await Ballots.GetAsync(change.Caller, KeyOf(change.New!), consistent: true, token)).Data);
        await Pump.PumpAsync();
        Assert.Equal(["t1 a", "t2 z"], Ballots.Heard.Select(static change => $"{change.Caller.TenantId} {change.New!.Choice}").Order());
        Assert.Empty(GivenUp);
    }

    [Fact]
    public async Task An_item_at_another_tenants_key_is_told_to_nobody()
    {
        var ballot = await CreateAsync("one");
        await PutAsync(StreamEventBuilder.Image(ballot with { Name = "two" }).Replace("\"tenant_id\":{\"S\":\"t1\"}", "\"tenant_id\":{\"S\":\"t2\"}", StringComparison.Ordinal));
        await Pump.PumpAsync();
        Assert.Equal("t1", Assert.Single(Ballots.Heard).Caller.TenantId);
        Assert.Equal("The item does not stand at its resource's key.", Assert.Single(Poison).Why);
    }

    [Fact]
    public async Task A_corrupt_image_is_reported_whole_and_passed_over()
    {
        var ballot = await CreateAsync("one");
        await PutAsync(StreamEventBuilder.Image(ballot).Replace("\"choice\":{\"S\":\"a\"}", "\"choice\":{\"N\":\"7\"}", StringComparison.Ordinal));
        await CreateAsync("two");
        Assert.Equal(3, await Pump.PumpAsync());

        Assert.Equal("Created:->a Created:->a", Heard());
        var poison = Assert.Single(Poison);
        Assert.Equal(new ItemKey(KeyOf(ballot).ToPartitionKey("t1"), KeyOf(ballot).ToSortKey("t1")), poison.Key);
        Assert.Equal("stream-ballots", poison.Resource);
        Assert.Contains("'choice'", poison.Why, StringComparison.Ordinal);
        using var record = JsonDocument.Parse(poison.Json);
        Assert.Equal(poison.SequenceNumber, record.RootElement.GetProperty("dynamodb").GetProperty("SequenceNumber").GetString());
    }

    [Fact]
    public async Task A_record_whose_report_fails_is_not_passed_over()
    {
        var ballot = await CreateAsync("one");
        await PutAsync(StreamEventBuilder.Image(ballot).Replace("\"choice\":{\"S\":\"a\"}", "\"choice\":{\"N\":\"7\"}", StringComparison.Ordinal));
        var (options, tries) = (new LambdaOptions { OnPoison = (_, _) => throw new IOException("full") }, 0);
        options.Listen([Ballots.ToStreamTarget()]);
        using var function = new LambdaApplication([], options);
        await new StreamPump(Table.Transport, Table.Name, function) { MaxRetries = 2, OnGivenUp = _ => tries++ }.PumpAsync();
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task What_fails_comes_again_and_nothing_after_it_comes_first()
    {
        for (var i = 0; i < 5; i++) await CreateAsync($"n{i}", $"{i}");
        var failures = 2;
        Ballots.Then = (change, _) => change.New!.Choice == "2" && failures-- > 0 ? throw new IOException("not now") : Task.CompletedTask;
        Assert.Equal(5, await Pump.PumpAsync());
        Assert.Equal(["0", "1", "2", "2", "2", "3", "4"], Ballots.Heard.Select(static change => change.New!.Choice));
        Assert.Empty(GivenUp);
    }

    [Fact]
    public async Task What_fails_again_and_again_is_given_up_and_the_rest_goes_on()
    {
        for (var i = 0; i < 3; i++) await CreateAsync($"n{i}", $"{i}");
        Ballots.Then = (change, _) => change.New!.Choice == "1" ? throw new IOException("never") : Task.CompletedTask;
        Assert.Equal(3, await Pump.PumpAsync());
        Assert.Equal(["0", "1", "1", "1", "1", "2"], Ballots.Heard.Select(static change => change.New!.Choice));
        Assert.Equal(Ballots.Heard[1].SequenceNumber, Assert.Single(GivenUp));
    }

    [Fact]
    public async Task A_pump_that_is_resumed_begins_where_the_other_stopped()
    {
        await CreateAsync("one", "a");
        await Pump.PumpAsync();
        await CreateAsync("two", "b");
        var next = NewPump();
        next.Resume(Pump.Checkpoint);
        Assert.Equal(1, await next.PumpAsync());
        Assert.Equal("Created:->a Created:->b", Heard());
    }

    [Fact]
    public async Task A_key_that_is_taken_after_expiry_ends_one_life_and_begins_another()
    {
        var clock = new MovableClock();
        var ballots = new BallotService(Table.Environment(Wire, clock));
        await ballots.CreateAsync(Ann, new() { Name = "one", Choice = "a", ValidUntil = clock.GetUtcNow().AddMinutes(1) });
        clock.Ahead = TimeSpan.FromHours(1);
        Assert.True((await ballots.CreateAsync(Ann, new() { Name = "one", Choice = "b" })).IsSuccess);
        await Pump.PumpAsync();
        Assert.Equal("Created:->a Expired:a>- Created:->b", Heard());
    }
}

public sealed class DynoxideStreamTests : StreamTests<Dynoxide>;

public sealed class AmazonsStreamTests : StreamTests<Amazons>;
