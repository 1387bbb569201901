namespace GeekCafe.Runtime.Tests.Services;

/// <summary>Rules that need more than the row: asked about many at once, and allowed not to know.</summary>
public abstract class ReadRuleTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : ReadRuleTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : ReadRuleTests(Engine.DynamoDbLocal);

    [Fact]
    public async Task A_rule_is_asked_about_the_rows_of_a_page_together_and_about_no_more_than_it_has_room_for()
    {
        for (var i = 0; i < 10; i++) await CreateAsync($"{i}");

        // Ids of one millisecond have no order.
        string[] titles = [.. Ok(await Notes.ListAsync(Ann)).Items.Select(static each => each.Title)];
        var asked = new List<string>();
        var notes = Guarded(rows =>
        {
            asked.Add(string.Concat(rows));
            return [.. rows.Select(row => row != titles[1] && row != titles[2])];
        });

        // Four are read for a page of four, two of them are shown; for the two that are missing eight are read, and two asked about.
        var page = Ok(await notes.ListAsync(Ann, new PageRequest { Limit = 4 }));
        Assert.Equal([titles[0], .. titles[3..6]], page.Items.Select(static each => each.Title));
        Assert.Equal([string.Concat(titles[..4]), string.Concat(titles[4..6])], asked);

        asked.Clear();
        Assert.Equal(titles[6..], Ok(await notes.ListAsync(Ann, new PageRequest { Limit = 4, Cursor = page.Cursor })).Items.Select(static each => each.Title));
        Assert.Equal([string.Concat(titles[6..])], asked);
    }

    [Fact]
    public async Task A_batch_asks_about_what_was_found_and_keeps_its_order()
    {
        Note[] made = [await CreateAsync("0"), await CreateAsync("1"), await CreateAsync("2")];
        Ok(await Notes.DeleteAsync(Ann, made[2].Key));
        var asked = new List<string>();
        var notes = Guarded(titles =>
        {
            asked.Add(string.Concat(titles));
            return [.. titles.Select(static title => title != "0")];
        });

        var got = await notes.BatchGetAsync(Ann, [made[2].Key, made[1].Key, new NoteKey("never"), made[0].Key]);
        Assert.Equal([null, "1", null, null], got.Select(static each => each.IsSuccess ? each.Data.Title : null));
        Assert.All(got.Where(static each => !each.IsSuccess), static each => Assert.Equal(ServiceError.NotFound, each.Error));
        Assert.Equal(["10"], asked);
        Assert.Equal(2, (await notes.BatchGetAsync(Caller.ForSystem("t1", "test"), [made[0].Key, made[1].Key])).Count(static each => each.IsSuccess));
        Assert.Single(asked);
    }

    [Fact]
    public async Task A_rule_that_cannot_know_is_neither_yes_nor_no()
    {
        var note = await CreateAsync();
        var unknown = new ServiceError(ErrorCode.Unavailable, "Later.");
        var notes = new NoteService(Table.Environment()) { May = (_, _) => throw new ServiceException(unknown), MayRead = _ => throw new ServiceException(unknown) };
        Assert.Equal(unknown, (await notes.GetAsync(Ann, note.Key)).Error);
        Assert.Equal(unknown, (await notes.UpdateAsync(Ann, note.Key, static each => each)).Error);
        Assert.Equal(unknown, (await notes.CreateAsync(Ann, new NoteInput { Title = "a" })).Error);
        Assert.Equal(unknown, (await notes.ListAsync(Ann)).Error);
        Assert.Equal(unknown, (await notes.BatchGetAsync(Ann, [note.Key]))[0].Error);
        Ok(await notes.GetAsync(Caller.ForSystem("t1", "test"), note.Key));
    }

    private NoteService Guarded(Func<IReadOnlyList<string>, bool[]> rule) =>
        new(Table.Environment()) { MayRead = notes => rule([.. notes.Select(static each => each.Title)]) };
}
