using Community;
using Community.Events;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Services;

/// <summary>A test with a table of its own in a database, and the community on it.</summary>
public abstract class CommunityTests<TDatabase> : IAsyncLifetime where TDatabase : IDatabase
{
    protected static readonly DateTimeOffset Start = new(2026, 6, 1, 18, 0, 0, TimeSpan.FromHours(2));

    /// <summary>Stands in the week before <see cref="Start"/>.</summary>
    protected static readonly TestClock Clock = new(Start.AddDays(-7));

    private TestApplication<CommunityApplication>? _app;

    protected LocalTable Table => _app!.Table;

    /// <summary>Everything the community asked the database for.</summary>
    protected RecordingTransport Wire { get; private set; } = null!;

    protected CommunityApplication Community => _app!.Services;

    protected EventService Events => Community.Events;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TDatabase.Missing is not null, TDatabase.Missing ?? "");
        _app = await TestApplication<CommunityApplication>.StartAsync(options =>
        {
            options.Database = TDatabase.OpenAsync;
            options.Clock = Clock;
            options.Transport = inner => Wire = new(inner);
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static EventInput Input(string title = "x", int hours = 0) => new() { Title = title, StartsAt = Start.AddHours(hours) };

    protected async Task<Event> CreateAsync(Caller caller, string title = "x", int hours = 0) => (await Events.CreateAsync(caller, Input(title, hours))).Data;

    protected static async Task FailsAsync<T>(ErrorCode code, Task<ServiceResult<T>> result) => Assert.Equal(code, (await result).Error?.Code);

    /// <summary>Walks a list to its end in small pages.</summary>
    protected static async Task<List<Event>> WalkAsync(Func<PageRequest, Task<ServiceResult<Page<Event>>>> list, bool descending = false, int limit = 3)
    {
        var (items, cursor) = (new List<Event>(), (string?)null);
        do
        {
            var page = (await list(new PageRequest { Limit = limit, Cursor = cursor, Descending = descending })).Data;
            items.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return items;
    }
}
