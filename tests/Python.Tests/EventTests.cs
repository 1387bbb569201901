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
            Assert.Equal(Items.Canonical(before![attribute.Key]!), Items.Canonical(attribute.Value!));
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
        Assert.Equal(Items.Canonical(expected), Items.Canonical(stored));

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
        Assert.Equal(differing.Order(), after!.Where(attribute => before![attribute.Key] is not { } old || Items.Canonical(old) != Items.Canonical(attribute.Value!)).Select(static attribute => attribute.Key).Order());
        Assert.Equal(before!.Select(static attribute => attribute.Key).Except(after!.Select(static attribute => attribute.Key)), []);
        Assert.Equal("{\"M\":{\"city\":{\"S\":\"Kyoto\"}}}", after!["location"]!.ToJsonString());
        var read = await OkAsync(Events.GetAsync(Ann, Items.Id));
        Assert.Equal((changed.Title, changed.Version), (read.Title, read.Version));
        Assert.Contains("#v=:v AND NOT attribute_type(#d,:d)", string.Concat(Wire.Requests.Select(static request => request.Body.GetRawText())), StringComparison.Ordinal);
    }

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

        return JsonNode.Parse(stream.ToArray())!.AsObject();
    }
}
