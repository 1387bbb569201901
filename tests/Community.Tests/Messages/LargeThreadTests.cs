using Community;
using Community.Messages;
using GeekCafe.DynamoDb;
using GeekCafe.Table.Tests.Scale;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>
/// A thread of 100,000 messages costs what one of thirty does. The predecessor kept messages inside the thread, whose item would be full after some
/// hundreds.
/// </summary>
public sealed class LargeThreadTests(LargeThreadTests.Threads threads) : IClassFixture<LargeThreadTests.Threads>
{
    private const int Small = 30, Large = 100_000;

    private static readonly Caller Ann = Callers.User("t1", "ann"), Bob = Callers.User("t1", "bob");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Calls => ["newest", "oldest", "middle", "get", "list", "post", "edit", "delete", "restore", "read"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_large_thread_costs_what_a_small_one_does(string call)
    {
        var (small, large) = (await CostAsync(call, Small), await CostAsync(call, Large));
        Assert.Equal(small, large);
    }

    [Fact]
    public async Task All_of_a_large_thread_can_be_walked()
    {
        var (seen, last, cursor) = (0, long.MaxValue, (string?)null);
        do
        {
            var page = (await threads.Community.Messages.ListOfThreadAsync(Ann, Id(Large), new() { Limit = 100, Cursor = cursor, Descending = true }, Cancellation)).Data;
            Assert.True(page.Items.Select(static each => each.Number).SequenceEqual(page.Items.Select(static each => each.Number).OrderDescending()) && page.Items[0].Number < last);
            (seen, last, cursor) = (seen + page.Items.Count, page.Items[^1].Number, page.Cursor);
        }
        while (cursor is not null && seen < 5_000);

        Assert.Equal(5_000, seen);
    }

    /// <summary>Requests and items read.</summary>
    private async Task<(string Requests, int Items)> CostAsync(string call, int size)
    {
        var (community, id) = (threads.Community, Id(size));
        var middle = new MessageKey(id, size / 2);
        threads.Wire.Clear();
        ServiceError? error = call switch
        {
            "newest" => (await community.Messages.ListOfThreadAsync(Ann, id, new() { Limit = 5, Descending = true }, Cancellation)).Error,
            "oldest" => (await community.Messages.ListOfThreadAsync(Ann, id, new() { Limit = 5 }, Cancellation)).Error,
            "middle" => (await community.Messages.GetAsync(Ann, middle, cancellationToken: Cancellation)).Error,
            "get" => (await community.Threads.GetAsync(Ann, id, cancellationToken: Cancellation)).Error,
            "list" => (await community.Threads.ListOwnAsync(Ann, default, cancellationToken: Cancellation)).Error,
            "post" => (await community.Messages.PostAsync(Ann, id, new() { Content = "x" }, Cancellation)).Error,
            "edit" => (await community.Messages.PatchAsync(Bob, middle, new() { Content = "y" }, cancellationToken: Cancellation)).Error,
            "delete" => (await community.Messages.RemoveAsync(Bob, new(id, 10), cancellationToken: Cancellation)).Error,
            "restore" => (await community.Messages.BringBackAsync(Bob, new(id, 1), cancellationToken: Cancellation)).Error,
            _ => (await community.Threads.ReadAsync(Ann, id, cancellationToken: Cancellation)).Error,
        };
        Assert.Null(error);
        return (string.Join(", ", threads.Wire.Operations), threads.Wire.ItemsRead);
    }

    private static string Id(int size) => $"thread-{size}";

    /// <summary>Both threads, in a table that is full from the start.</summary>
    public sealed class Threads : IAsyncLifetime
    {
        private ImportedTable? _table;

        public CommunityApplication Community { get; private set; } = null!;

        public RecordingTransport Wire => _table!.Wire;

        public async ValueTask InitializeAsync()
        {
            _table = await ImportedTable.CreateAsync(CommunityApplication.Table, static add =>
            {
                foreach (var size in new[] { Small, Large }) Fill(Id(size), size, add);
            });
            Community = CommunityApplication.Create(_table.Environment);
        }

        public ValueTask DisposeAsync() => _table?.DisposeAsync() ?? ValueTask.CompletedTask;

        /// <summary>A thread of Ann and Bob in which Bob has posted so many messages that Ann has not read.</summary>
        private static void Fill(string id, int size, Action<Action<ItemWriter>> add)
        {
            var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var end = start.AddSeconds(size);
            var thread = new MessageThread { Subject = "x", ParticipantIds = ["ann", "bob"], LastNumber = size, MessageCount = size, LastMessageAt = end };
            add(Stored(thread, id, start));
            foreach (var userId in thread.ParticipantIds)
            {
                var own = new Participation { ThreadId = id, UserId = userId, LastNumber = size, LastActivityAt = end, Unread = userId == "ann" ? size : 0 };
                add(Stored(own, $"{id}-{userId}", start));
            }

            for (var number = 1; number <= size; number++)
            {
                var at = start.AddSeconds(number);
                add(Stored(new Message { ThreadId = id, Number = number, Content = $"message {number}", SenderId = "bob", SentAt = at }, $"{id}-{number}", at));
            }
        }

        private static Action<ItemWriter> Stored<T>(T item, string id, DateTimeOffset at) where T : class, IResource<T> => writer =>
        {
            item.WithSystem(new(id, "t1", 1, at, "bob", at, "bob")).WriteItem(writer);
            writer.Name("_type"u8).Value(T.Definition.TypeName);
        };
    }
}
