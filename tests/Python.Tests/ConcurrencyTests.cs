using System.Text.Json.Nodes;
using GeekCafe.Table.Tests;

namespace GeekCafe.Python.Tests;

public sealed class DynoxideConcurrencyTests : ConcurrencyTests<Dynoxide>;

public sealed class AmazonsConcurrencyTests : ConcurrencyTests<Amazons>;

/// <summary>Versions and deletions, when the Python SDK writes the same items and knows of neither.</summary>
public abstract class ConcurrencyTests<TDatabase> : PythonTests<TDatabase> where TDatabase : IDatabase
{
    private const string Key = "event#" + Items.Id;

    [Fact]
    public async Task A_save_by_python_is_seen_as_another_version()
    {
        await PutAsync(Items.Event());
        var read = await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Ours" }));
        await PutAsync(Items.SavedByPython((await ReadAsync(Key, Key))!, "1893456000.25", static item => item["description"] = Items.S("Theirs")));
        await FailsAsync(ErrorCode.PreconditionFailed, Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Late" }, read.Version));

        // Without a version it is read again: both changes stand, although the other clock is years ahead.
        var merged = await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Again" }));
        Assert.Equal(("Again", "Theirs"), (merged.Title, merged.Description));
        Assert.True(merged.Version > 1_893_456_000_250_000);
    }

    [Fact]
    public async Task A_save_by_python_between_read_and_write_is_not_written_over()
    {
        await PutAsync(Items.Event());
        var stale = await OkAsync(Events.GetAsync(Ann, Items.Id));
        await PutAsync(Items.SavedByPython(Items.Event(), "1730000005.5", static item => item["title"] = Items.S("Theirs")));
        var later = ((IResource<Event>)(stale with { Title = "Ours" })).WithSystem(((IResource<Event>)stale).System with { UpdatedAt = stale.UpdatedAt.AddSeconds(1) });
        var table = new DynamoDb.DynamoTable(Table.Client, Table.Name);
        var outcome = await table.UpdateItemAsync(stale, later, DynamoDb.TableCall.For(Ann, CancellationToken.None));
        Assert.Equal(DynamoDb.WriteState.ConditionFailed, outcome.State);
        Assert.Equal("Theirs", (await OkAsync(Events.GetAsync(Ann, Items.Id))).Title);
    }

    [Fact]
    public async Task An_item_without_a_time_of_modification_can_be_changed_once_by_each_who_read_it()
    {
        var item = Items.Event();
        item.Remove("modified_utc_ts");
        await PutAsync(item);
        var found = await OkAsync(Events.GetAsync(Ann, Items.Id));
        Assert.Equal(0, found.Version);
        await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "First" }, ifVersion: 0));
        await FailsAsync(ErrorCode.PreconditionFailed, Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Second" }, ifVersion: 0));
    }

    [Fact]
    public async Task Two_updates_in_one_millisecond_have_two_versions()
    {
        var clock = new StoppedClock();
        var events = new EventService(Table.Environment(Wire, clock));
        await PutAsync(Items.Event());
        var one = await OkAsync(events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "1" }));
        var two = await OkAsync(events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "2" }));
        Assert.True(two.Version > one.Version);
    }

    [Fact]
    public async Task A_delete_is_a_number_and_restore_takes_it_away()
    {
        await PutAsync(Items.Event());
        await OkAsync(Events.DeleteAsync(Ann, Items.Id));
        var deleted = await ReadAsync(Key, Key);
        Assert.NotNull(deleted!["deleted_utc_ts"]!["N"]);
        Assert.Equal("ann", (string?)deleted["deleted_by_id"]!["S"]);
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ann, Items.Id));
        Assert.Empty((await OkAsync(Events.ListByTenantAsync(Ann))).Items);

        await OkAsync(Events.RestoreAsync(Ann, Items.Id));
        var restored = await ReadAsync(Key, Key);
        Assert.False(restored!.ContainsKey("deleted_utc_ts") || restored.ContainsKey("deleted_by_id"));
        Assert.Single((await OkAsync(Events.ListByTenantAsync(Ann))).Items);
    }

    [Fact]
    public async Task What_python_deleted_is_gone_and_can_be_restored()
    {
        var item = Items.Event();
        item["deleted_utc_ts"] = Items.N("1730000009.75");
        item["deleted_by_id"] = Items.S("ann");
        await PutAsync(item);
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ann, Items.Id));
        Assert.Empty((await OkAsync(Events.ListByOrganizerAsync(Ann, "ann"))).Items);
        await OkAsync(Events.RestoreAsync(Ann, Items.Id));
        Assert.Single((await OkAsync(Events.ListByOrganizerAsync(Ann, "ann"))).Items);
    }

    [Fact]
    public async Task A_null_is_no_time_of_deletion()
    {
        var item = Items.Event();
        item["deleted_utc_ts"] = new JsonObject { ["NULL"] = true };
        await PutAsync(item);
        Assert.Single((await OkAsync(Events.ListByTenantAsync(Ann))).Items);
        await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Live" }));
    }

    [Fact]
    public async Task A_put_that_brings_a_deleted_one_back_is_another_version()
    {
        await OkAsync(Attendees.CreateAsync(Bob, new() { EventId = Items.Id }));
        var deleted = await OkAsync(Attendees.DeleteAsync(Bob, new(Items.Id, "bob")));
        var again = await OkAsync(Attendees.RestoreAsync(Bob, new(Items.Id, "bob")));
        Assert.True(again.Version > deleted.Version);
    }
}

internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
