using System.Collections.Concurrent;
using System.Globalization;
using Community;
using Community.Events;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Services;

/// <summary>Ten tenants at once do their own work and try everything on each other's ids. Each text carries its tenant's canary.</summary>
public abstract class AttackContract<TDatabase> : CommunityTests<TDatabase> where TDatabase : IDatabase
{
    private const int Workers = 16;
    private static readonly string[] Names = ["t1", "t10", "t100", "T1", "t1-x", "t1_", "t-1", "1t", "t11", "tt1"];

    protected abstract int Operations { get; }

    [Fact]
    public async Task No_canary_crosses_however_the_tenants_try()
    {
        var tenants = Names.Select(name => new Tenant(name, Table)).ToArray();
        foreach (var tenant in tenants) await tenant.CreateAsync(0);
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}"));

        await Parallel.ForAsync(0, Operations, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (number, _) =>
        {
            var random = new Random(HashCode.Combine(seed, number));
            var (own, other) = (tenants[random.Next(tenants.Length)], tenants[random.Next(tenants.Length)]);
            if (own == other || random.Next(2) == 0) await own.WorkAsync(random);
            else await own.AttackAsync(other, random);
        });

        foreach (var tenant in tenants) await tenant.CheckAsync(tenants.Except([tenant]));
    }

    private sealed class Tenant(string name, LocalTable table, string canary)
    {
        private readonly RecordingTransport _wire = new(table.Transport);
        private readonly ConcurrentDictionary<string, bool> _live = new(), _deleted = new();
        private readonly Caller _caller = Callers.User(name, "u1");
        private EventService? _service;

        public Tenant(string name, LocalTable table) : this(name, table, $"canary-{Guid.NewGuid():N}")
        {
        }

        private EventService Events => _service ??= CommunityApplication.Create(table.Environment(_wire, Clock)).Events;

        private string Canary { get; } = canary;

        public async Task CreateAsync(int number) =>
            _live[Own(await Events.CreateAsync(_caller, new() { Title = $"{Canary} {number}", StartsAt = Start.AddMinutes(number), Tags = [Canary] })).Id] = true;

        public async Task WorkAsync(Random random)
        {
            var id = Any(random);
            switch (random.Next(8))
            {
                case 0: await CreateAsync(random.Next(1000)); break;
                case 1: (await Events.GetAsync(_caller, id)).IfSuccess(Own); break;
                case 2: (await Events.PatchAsync(_caller, id, new() { Description = $"{Canary} again" })).IfSuccess(Own); break;
                case 3: (await Events.UpdateAsync(_caller, id, current => Own(current) with { StartsAt = Start.AddMinutes(random.Next(1000)) })).IfSuccess(Own); break;
                case 4: Own(await Events.ListAsync(_caller, new() { Limit = 20, Descending = random.Next(2) == 0 })); break;
                case 5: Own(await Events.ListByOrganizerAsync(_caller, "u1", new() { Limit = 20 })); break;
                case 6 when _live.TryRemove(id, out _):
                    Own(await PersistAsync(() => Events.DeleteAsync(_caller, id)));
                    _deleted[id] = true;
                    break;
                case 7 when _deleted.Keys.FirstOrDefault() is { } gone && _deleted.TryRemove(gone, out _):
                    Own(await PersistAsync(() => Events.RestoreAsync(_caller, gone)));
                    _live[gone] = true;
                    break;
            }
        }

        public async Task AttackAsync(Tenant other, Random random)
        {
            var id = other.Any(random);
            switch (random.Next(8))
            {
                case 0: await FailsAsync(ErrorCode.NotFound, Events.GetAsync(_caller, id)); break;
                case 1: await FailsAsync(ErrorCode.NotFound, Events.PatchAsync(_caller, id, new() { Title = Canary })); break;
                case 2: await FailsAsync(ErrorCode.NotFound, Events.UpdateAsync(_caller, id, current => current with { Title = Canary })); break;
                case 3: await FailsAsync(ErrorCode.NotFound, Events.DeleteAsync(_caller, id)); break;
                case 4: await FailsAsync(ErrorCode.NotFound, Events.RestoreAsync(_caller, id)); break;
                case 5: Assert.All(await Events.BatchGetAsync(_caller, [id, other.Any(random)]), static each => Assert.Equal(ErrorCode.NotFound, each.Error?.Code)); break;
                case 6: Own(await Events.ListByOrganizerAsync(_caller, $"u1#{other._caller.TenantId}")); break;
                case 7:
                    var cursor = (await other.Events.ListAsync(other._caller, new() { Limit = 1 })).Data.Cursor;
                    if (cursor is not null) await FailsAsync(ErrorCode.InvalidCursor, Events.ListAsync(_caller, new() { Limit = 1, Cursor = cursor }));
                    break;
            }
        }

        public async Task CheckAsync(IEnumerable<Tenant> others)
        {
            var all = await WalkAsync(page => Events.ListAsync(_caller, page), limit: 100);
            Assert.All(all, each => Own(each));
            Assert.Equal(_live.Keys.Order(StringComparer.Ordinal), all.Select(static each => each.Id).Order(StringComparer.Ordinal));
            var organized = await WalkAsync(page => Events.ListByOrganizerAsync(_caller, "u1", page), limit: 100);
            Assert.Equal(_live.Keys.Order(StringComparer.Ordinal), organized.Select(static each => each.Id).Order(StringComparer.Ordinal));
            WireOracle.Check(_wire.Requests, _caller.TenantId, others.Select(static each => each.Canary));
        }

        /// <summary>After three tries against other writers a service gives up; whoever means it asks again.</summary>
        private static async Task<ServiceResult<Event>> PersistAsync(Func<Task<ServiceResult<Event>>> write)
        {
            while (true)
            {
                var result = await write();
                if (result.Error?.Code != ErrorCode.Conflict) return result;
            }
        }

        private string Any(Random random)
        {
            var ids = _live.Keys.ToList();
            return ids.Count == 0 ? "none" : ids[random.Next(ids.Count)];
        }

        private Event Own(ServiceResult<Event> result) => Own(result.Data);

        private void Own(ServiceResult<Page<Event>> page) => Assert.All(page.Data.Items, each => Own(each));

        private Event Own(Event found)
        {
            Assert.Equal(_caller.TenantId, found.TenantId);
            Assert.StartsWith(Canary, found.Title, StringComparison.Ordinal);
            Assert.Equal([Canary], found.Tags);
            return found;
        }
    }
}

internal static class ResultExtensions
{
    /// <summary>Looks at the data, if there is some; concurrent writers may have deleted it or stood in the way.</summary>
    public static void IfSuccess<T>(this ServiceResult<T> result, Func<T, T> look)
    {
        if (result.IsSuccess) look(result.Data);
        else Assert.Contains(result.Error.Code, new[] { ErrorCode.NotFound, ErrorCode.Conflict });
    }
}

public sealed class AttackOnDynoxide : AttackContract<Dynoxide>
{
    protected override int Operations => 5000;
}

public sealed class AttackOnDynamoDbLocal : AttackContract<Amazons>
{
    protected override int Operations => 2000;
}
