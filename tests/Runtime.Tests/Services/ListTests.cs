using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class ListTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : ListTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : ListTests(Engine.DynamoDbLocal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_walk_sees_each_once_in_order(bool descending)
    {
        var notes = await FillAsync(250);
        var expected = descending ? Enumerable.Reverse(notes).ToList() : notes;
        Assert.Equal(expected.Select(static each => each.Id), (await WalkAsync(7, descending)).Select(static each => each.Id));
        Assert.Equal(expected, await WalkAsync(7, descending, color: "red"));
        Assert.Equal(expected, await WalkAsync(50, descending, color: "red"));
    }

    [Fact]
    public async Task Rows_deleted_on_the_way_are_missing_and_nothing_else()
    {
        var notes = await FillAsync(100);
        var gone = new HashSet<string>();
        var seen = await WalkAsync(7, descending: false, color: "red", betweenPages: async last =>
        {
            // The row the cursor stands on, one before it and one after it.
            foreach (var each in notes.Where(each => each.Count == last.Count || each.Count == last.Count - 3 || each.Count == last.Count + 2))
            {
                if (!gone.Add(each.Id)) continue;
                Ok(await Notes.DeleteAsync(Ann, each.Key));
            }
        });
        Assert.Equal(seen.Select(static each => each.Id).Distinct(), seen.Select(static each => each.Id));
        Assert.Empty(notes.Select(static each => each.Id).Except(gone).Except(seen.Select(static each => each.Id)));
    }

    [Fact]
    public async Task A_page_fills_past_a_thousand_deleted_rows_within_a_bound()
    {
        var notes = await FillAsync(1001);
        var time = DateTimeOffset.UtcNow;
        foreach (var chunk in notes.Take(1000).Chunk(500))
        {
            var deleted = chunk.Select(each => each.WithSystem(each.System with { DeletedAt = time, DeletedBy = "ann" })).ToList();
            Assert.All(await Notes.Raw.BatchPutItemsAsync(deleted, TableCall.For(Ann, default)), Assert.Null);
        }

        var recording = new RecordingTransport(Table.Transport);
        var page = Ok(await On(recording).ListByColorAsync(Ann, "red", new PageRequest { Limit = 10 }));
        Assert.Equal([notes[1000]], page.Items);
        Assert.Null(page.Cursor);
        Assert.InRange(recording.Requests.Count, 2, 10);
        Assert.Equal(1001, recording.ItemsRead);

        // With one item a page, the bound is met before the end: an empty page with a cursor, and the walk still ends.
        Assert.Equal([notes[1000]], await WalkAsync(1, descending: false, color: "red"));
    }

    [Fact]
    public async Task Rows_the_caller_may_not_read_are_filled_up()
    {
        await FillAsync(30, isPrivate: static i => i % 3 != 0);
        var page = Ok(await Notes.ListAsync(Bob, new PageRequest { Limit = 5 }));
        Assert.Equal(["0", "3", "6", "9", "12"], page.Items.Select(static each => each.Title));
        page = Ok(await Notes.ListAsync(Bob, new PageRequest { Limit = 5, Cursor = page.Cursor }));
        Assert.Equal(["15", "18", "21", "24", "27"], page.Items.Select(static each => each.Title));
        Assert.Equal(10, (await WalkAsync(4, descending: false, caller: Bob)).Count);
    }

    [Fact]
    public async Task A_last_page_that_is_full_is_followed_by_nothing()
    {
        await FillAsync(14);
        Assert.Equal(14, (await WalkAsync(7, descending: false)).Count);
        Assert.Null(Ok(await Notes.ListAsync(Ann)).Cursor);
        Assert.Equal(14, Ok(await Notes.ListAsync(Ann, new PageRequest { Limit = 100 })).Items.Count);
        Assert.Empty(Ok(await Notes.ListAsync(Stranger)).Items);
    }

    [Fact]
    public async Task Large_rows_end_a_page_before_the_answer_is_too_large()
    {
        for (var i = 0; i < 15; i++) Ok(await Notes.CreateAsync(Ann, new NoteInput { Title = $"{i}", Text = new string('x', 390 * 1024) }));
        var page = Ok(await Notes.ListAsync(Ann));
        Assert.InRange(page.Items.Count, 10, 12);
        Assert.NotNull(page.Cursor);
        Assert.Equal(15, (await WalkAsync(25, descending: false)).Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(int.MaxValue)]
    public async Task A_limit_out_of_range_never_reaches_the_database(int limit)
    {
        var recording = new RecordingTransport(Table.Transport);
        Fails(ErrorCode.InvalidParameter, await On(recording).ListAsync(Ann, new PageRequest { Limit = limit }));
        Assert.Empty(recording.Requests);
    }

    [Fact]
    public async Task A_cursor_is_taken_back_from_whom_it_was_given_to_only()
    {
        await FillAsync(10);
        var cursor = Ok(await Notes.ListByColorAsync(Ann, "red", new PageRequest { Limit = 3 })).Cursor;
        var recording = new RecordingTransport(Table.Transport);
        var notes = On(recording);
        var next = new PageRequest { Limit = 3, Cursor = cursor };
        Fails(ErrorCode.InvalidCursor, await notes.ListByColorAsync(Bob, "red", next));
        Fails(ErrorCode.InvalidCursor, await notes.ListByColorAsync(Stranger, "red", next));
        Fails(ErrorCode.InvalidCursor, await notes.ListByColorAsync(Ann, "blue", next));
        Fails(ErrorCode.InvalidCursor, await notes.ListByColorAsync(Ann, "red", next with { Descending = true }));
        Fails(ErrorCode.InvalidCursor, await notes.ListAsync(Ann, next));
        Fails(ErrorCode.InvalidCursor, await notes.ListAsync(Ann, next with { Cursor = "" }));
        Assert.Empty(recording.Requests);
        Assert.Equal(Ok(await notes.ListByColorAsync(Ann, "red", next)).Items, Ok(await notes.ListByColorAsync(Ann, "red", next)).Items);
    }

    private async Task<List<Note>> FillAsync(int count, Func<int, bool>? isPrivate = null)
    {
        var inputs = Enumerable.Range(0, count).Select(i => new NoteInput { Title = $"{i}", Color = "red", Count = i, IsPrivate = isPrivate?.Invoke(i) ?? false }).ToList();
        var notes = (await Notes.BatchCreateAsync(Ann, inputs)).Select(Ok).ToList();

        // The table lists by id. UUIDv7 of one millisecond come in no particular order, so the order wanted is given by the ids themselves.
        var ids = notes.Select(static each => each.Id).Order(StringComparer.Ordinal).ToList();
        if (ids.SequenceEqual(notes.Select(static each => each.Id))) return notes;
        foreach (var note in notes)
        {
            Assert.Null(await Notes.Raw.DeleteItemAsync<Note>(new ItemKey("TENANT#t1", $"NOTE#{note.Id}"), TableCall.For(Ann, default)));
        }

        var ordered = notes.Select((each, i) => each with { Id = ids[i] }).ToList();
        Assert.All(await Notes.Raw.BatchPutItemsAsync(ordered, TableCall.For(Ann, default)), Assert.Null);
        return ordered;
    }

    private async Task<List<Note>> WalkAsync(int limit, bool descending, string? color = null, Caller? caller = null, Func<Note, Task>? betweenPages = null)
    {
        var seen = new List<Note>();
        string? cursor = null;
        for (var pages = 0; ; pages++)
        {
            Assert.InRange(pages, 0, 300);
            var request = new PageRequest { Limit = limit, Cursor = cursor, Descending = descending };
            var page = Ok(await (color is null ? Notes.ListAsync(caller ?? Ann, request) : Notes.ListByColorAsync(caller ?? Ann, color, request)));
            Assert.InRange(page.Items.Count, 0, limit);
            seen.AddRange(page.Items);
            cursor = page.Cursor;
            if (cursor is null) return seen;
            if (betweenPages is not null) await betweenPages(page.Items[^1]);
        }
    }
}
