using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class SizeTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : SizeTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : SizeTests(Engine.DynamoDbLocal);

    [Theory]
    [InlineData("x", 1)]
    [InlineData("é", 2)]
    [InlineData("\"", 1)]
    public async Task An_item_at_the_limit_is_stored_and_one_past_it_never_sent(string unit, int bytes)
    {
        var recording = new RecordingTransport(Table.Transport);
        var notes = On(recording);
        var probe = Ok(await notes.CreateAsync(Ann, new NoteInput { Title = "a" }));
        var empty = Measure(probe);

        // A little below the limit, because numbers are estimated from above: never later than the database would.
        var room = (400 * 1024) - empty;
        var fitting = string.Concat(Enumerable.Repeat(unit, room / bytes));
        var note = Ok(await notes.CreateAsync(Ann, new NoteInput { Title = "a", Text = fitting }));
        Assert.Equal(fitting, Ok(await notes.GetAsync(Ann, note.Key)).Text);

        recording.Clear();
        Fails(ErrorCode.ItemTooLarge, await notes.CreateAsync(Ann, new NoteInput { Title = "a", Text = fitting + "xxxxxxxx" }));
        Fails(ErrorCode.ItemTooLarge, (await notes.BatchCreateAsync(Ann, [new NoteInput { Title = "a", Text = fitting + "xxxxxxxx" }]))[0]);
        Assert.Empty(recording.Requests);
        Fails(ErrorCode.ItemTooLarge, await notes.UpdateAsync(Ann, probe.Key, each => each with { Text = fitting + new string('x', 200) }));
        Assert.Equal([DynamoOperation.GetItem], recording.Operations);
    }

    [Fact]
    public async Task An_update_that_only_the_database_can_size_is_too_large_all_the_same()
    {
        var note = await CreateAsync();
        var item = (await ReadRawAsync(note.Id))!;
        item["unknown"] = new global::System.Text.Json.Nodes.JsonObject { ["S"] = new string('x', 300 * 1024) };
        await PutRawAsync(item.ToJsonString());
        Fails(ErrorCode.ItemTooLarge, await Notes.UpdateAsync(Ann, note.Key, static each => each with { Text = new string('y', 200 * 1024) }));
    }

    [Theory]
    [InlineData(2048, true)]
    [InlineData(2049, false)]
    public async Task Keys_of_indexes_are_measured_in_bytes(int bytes, bool stored)
    {
        var recording = new RecordingTransport(Table.Transport);
        var around = "TENANT#t1#COLOR#".Length;
        var color = new string('é', (bytes - around) / 2) + new string('x', (bytes - around) % 2);
        var result = await On(recording).CreateAsync(Ann, new NoteInput { Title = "a", Color = color });
        if (stored) Assert.Equal([Ok(result)], Ok(await Notes.ListByColorAsync(Ann, color)).Items);
        else Fails(ErrorCode.ValidationError, result);
        Assert.Equal(stored ? 1 : 0, recording.Requests.Count);
    }

    [Fact]
    public async Task An_expression_past_its_limit_is_refused_before_the_wire()
    {
        var wide = new Wide("t1", Enumerable.Range(0, 700).ToDictionary(static i => $"attribute_{i}", static _ => "a"));
        var recording = new RecordingTransport(Table.Transport);
        var table = On(recording).Raw;
        var call = TableCall.For(Ann, default);
        Assert.True((await table.PutNewItemAsync(wide, call)).IsApplied);
        var some = wide with { Version = 2, Texts = wide.Texts.ToDictionary(static each => each.Key, static each => each.Key.Length < 13 ? "b" : "a") };
        Assert.True((await table.UpdateItemAsync(wide, some, call)).IsApplied);
        recording.Clear();
        var all = some with { Version = 3, Texts = wide.Texts.ToDictionary(static each => each.Key, static _ => "c") };
        Assert.Equal(ErrorCode.ValidationError, (await table.UpdateItemAsync(some, all, call)).Error?.Code);
        Assert.Equal(ErrorCode.ValidationError, (await table.UpdateItemAsync(some, some with { Id = "other" }, call)).Error?.Code);
        Assert.Empty(recording.Requests);
    }

    private static int Measure(Note note)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            note.WriteItem(new ItemWriter(json));
            json.WriteString("_", "");
            json.WriteEndObject();
        }

        // Names and values of what the table adds: _type, _rid.
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan).Replace(",\"_\":\"\"", "", StringComparison.Ordinal);
        return ItemSize.Measure(Encoding.UTF8.GetBytes(text)) + "_typeNote".Length + "_rid".Length + 22;
    }
}
