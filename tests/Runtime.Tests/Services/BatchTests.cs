using System.Text;
using System.Text.Json.Nodes;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

public abstract class BatchTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : BatchTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : BatchTests(Engine.DynamoDbLocal);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(25, 1, 1)]
    [InlineData(26, 2, 1)]
    [InlineData(100, 4, 1)]
    [InlineData(101, 5, 2)]
    [InlineData(250, 10, 3)]
    public async Task Any_number_is_cut_to_what_the_database_takes(int count, int writes, int reads)
    {
        var recording = new RecordingTransport(Table.Transport);
        var notes = On(recording);
        var created = await notes.BatchCreateAsync(Ann, [.. Enumerable.Range(0, count).Select(static i => new NoteInput { Title = $"{i}" })]);
        Assert.Equal(Enumerable.Range(0, count).Select(static i => $"{i}"), created.Select(static each => Ok(each).Title));
        Assert.Equal(writes, recording.Operations.Count(static each => each == DynamoOperation.BatchWriteItem));
        Assert.Equal(writes, recording.Requests.Count);

        recording.Clear();
        NoteKey[] keys = [.. created.Select(static each => each.Data.Key).Reverse()];
        var read = await notes.BatchGetAsync(Ann, keys);
        Assert.Equal(created.Select(static each => each.Data).Reverse(), read.Select(Ok));
        Assert.Equal(reads, recording.Requests.Count);
        Assert.Equal(count, notes.Events.Count);
    }

    [Fact]
    public async Task Duplicates_are_read_once_and_missing_is_not_found()
    {
        var note = await CreateAsync();
        var recording = new RecordingTransport(Table.Transport);
        var results = await On(recording).BatchGetAsync(Ann, [note.Key, new NoteKey("never"), note.Key, new NoteKey("a#b")]);
        Assert.Equal([note, note], [Ok(results[0]), Ok(results[2])]);
        Fails(ErrorCode.NotFound, results[1]);
        Fails(ErrorCode.NotFound, results[3]);
        Assert.Equal(2, recording.Requests.Single().Body.GetProperty("RequestItems").GetProperty(Table.Name).GetProperty("Keys").GetArrayLength());
    }

    [Fact]
    public async Task What_the_database_leaves_over_for_size_is_fetched()
    {
        var ids = new List<NoteKey>();
        for (var i = 0; i < 60; i++) ids.Add(Ok(await Notes.CreateAsync(Ann, new NoteInput { Title = $"{i}", Text = new string('x', 390 * 1024) })).Key);
        var recording = new RecordingTransport(Table.Transport);
        var results = await On(recording).BatchGetAsync(Ann, ids);
        Assert.Equal(Enumerable.Range(0, 60).Select(static i => $"{i}"), results.Select(static each => Ok(each).Title));
        Assert.InRange(recording.Requests.Count, 1, 6);
    }

    [Fact]
    public async Task Leftovers_are_drained()
    {
        var leftover = new LeftoverTransport(Table.Transport) { Keep = static (item, round) => round < 3 && item % 3 == 0 };
        var notes = On(leftover);
        var created = await notes.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 40).Select(static i => new NoteInput { Title = $"{i}" })]);
        Assert.All(created, static each => Ok(each));
        var read = await notes.BatchGetAsync(Ann, [.. created.Select(static each => each.Data.Key)]);
        Assert.Equal(created.Select(static each => each.Data), read.Select(Ok));
        Assert.True(leftover.Rounds > 4);
    }

    [Fact]
    public async Task Leftovers_that_never_drain_are_reported_and_nothing_else()
    {
        var created = (await Notes.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 40).Select(static i => new NoteInput { Title = $"{i}" })])).Select(Ok).ToList();
        var keep = created.Take(3).Select(static each => each.Id).ToHashSet();
        var leftover = new LeftoverTransport(Table.Transport) { KeepText = keep };
        var read = await On(leftover).BatchGetAsync(Ann, [.. created.Select(static each => each.Key), new NoteKey("never")]);
        for (var i = 0; i < 3; i++) Fails(ErrorCode.Throttled, read[i]);
        for (var i = 3; i < 40; i++) Assert.Equal(created[i], Ok(read[i]));
        Fails(ErrorCode.NotFound, read[40]);

        leftover = new LeftoverTransport(Table.Transport) { KeepText = ["stays"] };
        var notes = On(leftover);
        var written = await notes.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 30).Select(static i => new NoteInput { Title = i is 4 or 27 ? "stays" : "goes" })]);
        for (var i = 0; i < 30; i++)
        {
            if (i is 4 or 27) Fails(ErrorCode.Throttled, written[i]);
            else Ok(written[i]);
        }

        Assert.Equal(28, notes.Events.Count);
        Assert.DoesNotContain(Ok(await Notes.ListAsync(Ann, new PageRequest { Limit = 100 })).Items, static each => each.Title == "stays");
    }

    [Fact]
    public async Task Each_entry_is_done_not_done_or_unknown()
    {
        // The answer to the second batch is lost, and so is the one to the question whether its first item is stored.
        var faults = new FaultTransport(Table.Transport)
            .Next(DynamoOperation.BatchWriteItem, Faults.LoseAnswer, after: 1)
            .Next(DynamoOperation.PutItem, Faults.LoseAnswer);
        var notes = Once(faults);
        var results = await notes.BatchCreateAsync(Ann,
            [.. Enumerable.Range(0, 30).Select(static i => new NoteInput { Title = i == 3 ? "" : $"{i}" })]);
        Fails(ErrorCode.ValidationError, results[3]);
        for (var i = 0; i < 26; i++)
        {
            if (i != 3) Ok(results[i]);
        }

        for (var i = 26; i < 30; i++) Fails(ErrorCode.OutcomeUnknown, results[i]);

        var refused = await Once(new FaultTransport(Table.Transport).Next(DynamoOperation.BatchWriteItem, Faults.Throttle)).BatchCreateAsync(Ann, [new NoteInput { Title = "a" }]);
        Fails(ErrorCode.Throttled, refused[0]);
    }

    [Fact]
    public async Task A_batch_cancelled_on_the_way_says_what_is_done()
    {
        using var cancellation = new CancellationTokenSource();
        var notes = On(new FaultTransport(Table.Transport).Next(DynamoOperation.BatchWriteItem, async (_, send) =>
        {
            var reply = await send();
            await cancellation.CancelAsync();
            return reply;
        }));
        var results = await notes.BatchCreateAsync(Ann, [.. Enumerable.Range(0, 60).Select(static i => new NoteInput { Title = $"{i}" })], cancellation.Token);
        for (var i = 0; i < 25; i++) Ok(results[i]);
        for (var i = 25; i < 60; i++) Assert.Contains(results[i].Error?.Code, new ErrorCode?[] { ErrorCode.Unavailable, ErrorCode.OutcomeUnknown });
        Assert.Equal(25, Ok(await Notes.ListAsync(Ann, new PageRequest { Limit = 100 })).Items.Count);
    }

    [Fact]
    public async Task Keys_that_are_not_fresh_are_created_on_condition()
    {
        var recording = new RecordingTransport(Table.Transport);
        var notes = new NoteService(Table.Environment(recording)) { Creating = static (_, note) => note with { Id = note.Title } };
        var results = await notes.BatchCreateAsync(Ann, [new NoteInput { Title = "a" }, new NoteInput { Title = "a", Text = "second" }]);
        Ok(results[0]);
        Fails(ErrorCode.AlreadyExists, results[1]);
        Assert.Equal([DynamoOperation.PutItem, DynamoOperation.PutItem], recording.Operations);
        Assert.Equal("", Ok(await Notes.GetAsync(Ann, new NoteKey("a"))).Text);
    }

    /// <summary>Carries out a part of each batch and leaves the rest over, as DynamoDB does under load.</summary>
    private sealed class LeftoverTransport(IDynamoTransport inner) : IDynamoTransport
    {
        public Func<int, int, bool> Keep { get; init; } = static (_, _) => false;
        public HashSet<string> KeepText { get; init; } = [];
        public int Rounds { get; private set; }

        public async ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            if (operation is not (DynamoOperation.BatchGetItem or DynamoOperation.BatchWriteItem)) return await inner.SendAsync(operation, request, cancellationToken);
            var root = JsonNode.Parse(request.Span)!.AsObject();
            var (table, value) = root["RequestItems"]!.AsObject().Single();
            var entries = operation == DynamoOperation.BatchGetItem ? value!["Keys"]!.AsArray() : value!.AsArray();
            var kept = new JsonArray();
            var number = 0;
            foreach (var entry in entries.ToList())
            {
                if (!Keep(number++, Rounds) && !KeepText.Any(text => entry!.ToJsonString().Contains(text, StringComparison.Ordinal))) continue;
                entries.Remove(entry);
                kept.Add(entry);
            }

            Rounds++;
            var member = operation == DynamoOperation.BatchGetItem ? "UnprocessedKeys" : "UnprocessedItems";
            var body = new JsonObject { ["Responses"] = new JsonObject { [table] = new JsonArray() } };
            if (entries.Count > 0)
            {
                using var reply = await inner.SendAsync(operation, Encoding.UTF8.GetBytes(root.ToJsonString()), cancellationToken);
                Assert.Null(reply.Error);
                body = JsonNode.Parse(reply.Body.Span)!.AsObject();
            }

            if (kept.Count > 0) body[member] = new JsonObject { [table] = operation == DynamoOperation.BatchGetItem ? new JsonObject { ["Keys"] = kept } : kept };
            var buffer = new PooledBuffer();
            buffer.Write(Encoding.UTF8.GetBytes(body.ToJsonString()));
            return DynamoReply.Success(buffer);
        }

        public ValueTask WarmUpAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
