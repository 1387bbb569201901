using System.Text.Json.Nodes;
using GeekCafe.Lambda;
using GeekCafe.Table.Tests;
using GeekCafe.Testing;

namespace GeekCafe.Python.Tests;

public sealed class DynoxideEventTests : EventTests<Dynoxide>;

public sealed class AmazonsEventTests : EventTests<Amazons>;

/// <summary>Items of the Python SDK: read, listed, changed and written, with the Python SDK writing in between.</summary>
public abstract class EventTests<TDatabase> : PythonTests<TDatabase> where TDatabase : IDatabase
{
    private const string Key = "event#" + Items.Id;

    [Fact]
    public async Task An_item_of_python_reads_as_a_record()
    {
        await PutAsync(Items.Event());
        var found = await OkAsync(Events.GetAsync(Ann, Items.Id));
        Assert.Equal(("Reading", Visibility.MembersOnly, "ann", "g1"), (found.Title, found.Visibility, found.CreatedBy, found.GroupId));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(17_300_000_001_234_560), found.CreatedAt);
        Assert.Equal(1_730_000_000_123_456, found.Version);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 2, 0, 0, 500, TimeSpan.Zero), found.EndsAt);
        Assert.Equal(["bob"], found.InvitedGuests);
        Assert.Null(found.DeletedAt);
    }

    [Fact]
    public async Task An_item_that_was_never_changed_is_written_as_it_was()
    {
        var item = Items.Event();
        await PutAsync(item);
        var before = await ReadAsync(Key, Key);
        var found = await OkAsync(Events.GetAsync(Ann, Items.Id));

        var ours = Written(found);
        foreach (var attribute in ours)
        {
            // "updated_by_id" is the one this item has not; a number may have other zeros.
            if (attribute.Key == "updated_by_id") continue;
            Assert.Equal(Canonical(before![attribute.Key]!), Canonical(attribute.Value!));
        }
    }

    [Fact]
    public async Task A_create_writes_what_python_writes()
    {
        Wire.Clear();
        var made = await OkAsync(Events.CreateAsync(Ann, new()
        {
            Title = "Walk", Date = "2026-06-01T10:00:00Z", Visibility = Visibility.Private, GroupId = "G1", InvitedGuests = ["bob"],
        }));
        var ts = DynamoDb.EpochSeconds.ToText(made.CreatedAt);
        var stored = await ReadAsync("event#" + made.Id, "event#" + made.Id);
        Assert.True(stored!.Remove("_rid"));
        var expected = JsonNode.Parse($$"""
            {
              "pk": {"S": "event#{{made.Id}}"}, "sk": {"S": "event#{{made.Id}}"},
              "gsi1_pk": {"S": "user#ann"}, "gsi1_sk": {"S": "model#event#ts#{{ts}}"},
              "gsi2_pk": {"S": "group#g1"}, "gsi2_sk": {"S": "ts#{{ts}}"},
              "gsi3_pk": {"S": "visibility#private"}, "gsi3_sk": {"S": "ts#{{ts}}"},
              "gsi4_pk": {"S": "event#date"}, "gsi4_sk": {"S": "date#1780308000.0#ts#{{ts}}"},
              "gsi5_pk": {"S": "tenant#t1"}, "gsi5_sk": {"S": "model#event#ts#{{ts}}"},
              "gsi6_pk": {"S": "event#all"}, "gsi6_sk": {"S": "ts#{{ts}}"},
              "id": {"S": "{{made.Id}}"}, "tenant_id": {"S": "t1"}, "user_id": {"S": "ann"}, "organizer_id": {"S": "ann"},
              "model_name": {"S": "event"}, "model_version": {"S": "1.0.0"}, "version": {"N": "1"},
              "created_utc_ts": {"N": "{{ts}}"}, "created_by_id": {"S": "ann"}, "modified_utc_ts": {"N": "{{ts}}"}, "updated_by_id": {"S": "ann"},
              "title": {"S": "Walk"}, "date": {"S": "2026-06-01T10:00:00Z"}, "visibility": {"S": "private"}, "group_id": {"S": "G1"},
              "invited_guests": {"L": [{"S": "bob"}]}, "is_draft": {"BOOL": false}
            }
            """)!.AsObject();
        Assert.Equal(Canonical(expected), Canonical(stored));

        // On the wire a float has its decimal, as boto3 sends it.
        var whole = ts.EndsWith(".0", StringComparison.Ordinal) ? ts : ts.TrimEnd('0');
        Assert.Contains($"\"created_utc_ts\":{{\"N\":\"{whole}\"}}", Wire.Requests.Single().Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_index_of_the_old_table_lists_it()
    {
        await PutAsync(Items.Event());
        await PutAsync(Items.Event("e2", created: "1730000001.0"));
        await PutAsync(Items.Event("e3", tenant: "t2", created: "1730000002.0"));
        foreach (var list in (Task<ServiceResult<Page<Event>>>[])
        [
            Events.ListByOrganizerAsync(Ann, "ann"), Events.ListByGroupAsync(Ann, "g1"), Events.ListByVisibilityAsync(Ann, Visibility.MembersOnly),
            Events.ListUpcomingAsync(Ann), Events.ListByTenantAsync(Ann), Events.ListEverywhereAsync(Ann),
        ])
        {
            Assert.Equal([Items.Id, "e2"], (await OkAsync(list)).Items.Select(static item => item.Id));
        }
    }

    [Fact]
    public async Task Pages_go_on_where_they_ended()
    {
        var ids = Enumerable.Range(0, 7).Select(static i => $"e{i}").ToList();
        foreach (var id in ids)
        {
            await PutAsync(Items.Event(id, created: $"173000000{id[1]}.5"));
            await PutAsync(Items.Event("x" + id, tenant: "t2", created: $"173000000{id[1]}.25"));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await OkAsync(Events.ListUpcomingAsync(Ann, new PageRequest { Limit = 2, Cursor = cursor, Descending = true }));
            seen.AddRange(page.Items.Select(static item => item.Id));
            cursor = page.Cursor;
        }
        while (cursor is not null);
        Assert.Equal(ids.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task An_update_touches_what_changed_and_leaves_what_only_python_knows()
    {
        await PutAsync(Items.Event());
        var before = await ReadAsync(Key, Key);
        Wire.Clear();
        var changed = await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Writing" }));
        var after = await ReadAsync(Key, Key);

        string[] differing = ["title", "modified_utc_ts", "updated_by_id", "_rid"];
        Assert.Equal(differing.Order(), after!.Where(attribute => before![attribute.Key] is not { } old || Canonical(old) != Canonical(attribute.Value!)).Select(static attribute => attribute.Key).Order());
        Assert.Equal(before!.Select(static attribute => attribute.Key).Except(after!.Select(static attribute => attribute.Key)), []);
        Assert.Equal("{\"M\":{\"city\":{\"S\":\"Kyoto\"}}}", after!["location"]!.ToJsonString());
        var read = await OkAsync(Events.GetAsync(Ann, Items.Id));
        Assert.Equal((changed.Title, changed.Version), (read.Title, read.Version));
        Assert.Contains("#v=:v AND NOT attribute_type(#d,:d)", string.Concat(Wire.Requests.Select(static request => request.Body.GetRawText())), StringComparison.Ordinal);
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
    public async Task Another_tenants_item_is_not_found_and_not_changed()
    {
        await PutAsync(Items.Event());
        var before = await ReadAsync(Key, Key);
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Foreign, Items.Id));
        await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(Foreign, Items.Id, static item => item with { Title = "Mine" }));
        await FailsAsync(ErrorCode.NotFound, Events.DeleteAsync(Foreign, Items.Id));
        await FailsAsync(ErrorCode.NotFound, Events.RestoreAsync(Foreign, Items.Id));
        Assert.Equal(ErrorCode.NotFound, (await Events.BatchGetAsync(Foreign, [Items.Id]))[0].Error?.Code);
        Assert.Empty((await OkAsync(Events.ListByOrganizerAsync(Foreign, "ann"))).Items);
        Assert.Equal(Canonical(before!), Canonical((await ReadAsync(Key, Key))!));
    }

    [Fact]
    public async Task Tenants_that_differ_in_case_share_a_partition_and_nothing_else()
    {
        await PutAsync(Items.Event("e1", tenant: "Acme"));
        var item = Items.Event("e2", tenant: "acme");
        await PutAsync(item);
        var upper = Items.Event("e3", tenant: "Acme");
        upper["gsi5_pk"] = Items.S("tenant#acme");
        await PutAsync(upper);
        Assert.Equal("e2", Assert.Single((await OkAsync(Events.ListByTenantAsync(Callers.User("acme", "ann")))).Items).Id);
        Assert.Equal("e3", Assert.Single((await OkAsync(Events.ListByTenantAsync(Callers.User("Acme", "ann")))).Items).Id);
    }

    [Fact]
    public async Task Organizers_whose_keys_are_one_have_lists_of_their_own()
    {
        await PutAsync(Items.Event());
        var other = Items.Event("e2", organizer: "Ann");
        other["gsi1_pk"] = Items.S("user#ann");
        await PutAsync(other);
        Assert.Equal(Items.Id, Assert.Single((await OkAsync(Events.ListByOrganizerAsync(Ann, "ann"))).Items).Id);
        Assert.Equal("e2", Assert.Single((await OkAsync(Events.ListByOrganizerAsync(Ann, "Ann"))).Items).Id);
    }

    [Fact]
    public async Task Another_model_under_the_key_is_not_found()
    {
        var item = Items.Event();
        item["model_name"] = Items.S("event_archive");
        await PutAsync(item);
        await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ann, Items.Id));
        Assert.Empty((await OkAsync(Events.ListByTenantAsync(Ann))).Items);
    }

    [Theory]
    [InlineData("a#b")]
    [InlineData("")]
    public async Task A_separator_in_an_id_is_nobodys_key(string id) => await FailsAsync(ErrorCode.NotFound, Events.GetAsync(Ann, id));

    [Fact]
    public async Task An_item_without_a_group_stays_where_python_put_it()
    {
        var item = Items.Event();
        item.Remove("group_id");
        item["gsi2_pk"] = Items.S("group#");
        await PutAsync(item);
        await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Alone" }));
        Assert.Equal("group#", (string?)(await ReadAsync(Key, Key))!["gsi2_pk"]!["S"]);
    }

    [Fact]
    public async Task Guests_are_items_of_the_events_partition()
    {
        await PutAsync(Items.Event());
        var made = await OkAsync(Attendees.CreateAsync(Bob, new() { EventId = Items.Id, PlusOneCount = 2 }));
        var stored = await ReadAsync(Key, "attendee#bob");
        Assert.Equal(("event_attendee", "2"), ((string?)stored!["model_name"]!["S"], (string?)stored["plus_one_count"]!["N"]));
        await FailsAsync(ErrorCode.AlreadyExists, Attendees.CreateAsync(Bob, new() { EventId = Items.Id }));
        Assert.Equal(made.UserId, Assert.Single((await OkAsync(Attendees.ListAsync(Bob, Items.Id))).Items).UserId);
        Assert.Empty((await OkAsync(Attendees.ListAsync(Foreign, Items.Id))).Items);
        await FailsAsync(ErrorCode.ValidationError, Attendees.CreateAsync(Bob, new() { EventId = "a#b" }));
    }

    [Fact]
    public async Task A_transaction_holds_an_item_still()
    {
        await PutAsync(Items.Event());
        await PutAsync(Items.Event("e2"));
        var transaction = new ServiceTransaction(Table.Environment(Wire), Ann);
        transaction.Check(Events, Items.Id);
        transaction.Update(Events, "e2", static item => item with { Title = "Both" });
        Assert.True((await transaction.CommitAsync()).IsSuccess);
        Assert.Equal("Both", (await OkAsync(Events.GetAsync(Ann, "e2"))).Title);
    }

    [Fact]
    public async Task A_put_that_brings_a_deleted_one_back_is_another_version()
    {
        await OkAsync(Attendees.CreateAsync(Bob, new() { EventId = Items.Id }));
        var deleted = await OkAsync(Attendees.DeleteAsync(Bob, new(Items.Id, "bob")));
        var again = await OkAsync(Attendees.RestoreAsync(Bob, new(Items.Id, "bob")));
        Assert.True(again.Version > deleted.Version);
    }

    [Fact]
    public async Task The_stream_tells_what_python_wrote_and_what_we_did()
    {
        var options = new LambdaOptions();
        options.Listen([Events.ToStreamTarget()]);
        using var function = new LambdaApplication([], options);
        var pump = new StreamPump(Table.Transport, Table.Name, function);
        await PutAsync(Items.Event());
        await OkAsync(Events.UpdateAsync(Ann, Items.Id, static item => item with { Title = "Ours" }));
        await PutAsync(Items.SavedByPython((await ReadAsync(Key, Key))!, "1893456000.25", static item => item["deleted_utc_ts"] = Items.N("1893456000.25")));
        await Attendees.CreateAsync(Bob, new() { EventId = Items.Id });
        await pump.PumpAsync();
        Assert.Equal([StreamChangeKind.Created, StreamChangeKind.Updated, StreamChangeKind.Deleted], Events.Heard.Select(static change => change.Kind));
        Assert.All(Events.Heard, static change => Assert.Equal("t1", change.Caller.TenantId));
        Assert.Equal("Reading", Events.Heard[1].Old!.Title);
    }

    private static JsonObject Written(Event item)
    {
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            ((IResource<Event>)item).WriteItem(new(json));
            json.WriteEndObject();
        }

        return System.Text.Json.Nodes.JsonNode.Parse(stream.ToArray())!.AsObject();
    }

    /// <summary>Members by name, numbers by value: DynamoDB gives numbers back in a form of its own.</summary>
    private static string Canonical(JsonNode node) => node switch
    {
        JsonObject { Count: 1 } value when value["N"] is { } number =>
            "N" + (decimal.Parse((string)number!, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m).ToString(System.Globalization.CultureInfo.InvariantCulture),
        JsonObject members => "{" + string.Join(",", members.OrderBy(static member => member.Key, StringComparer.Ordinal).Select(static member => $"{member.Key}:{Canonical(member.Value!)}")) + "}",
        JsonArray array => "[" + string.Join(",", array.Select(static value => Canonical(value!))) + "]",
        _ => node.ToJsonString(),
    };
}

internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
