using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Scale;

/// <summary>
/// What a call costs does not depend on how much there is: requests and items read are the same with a thousand items as with a million of a
/// thousand tenants.
/// </summary>
public sealed class ScaleTests(ScaleTests.Tables tables) : IClassFixture<ScaleTests.Tables>
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Of a tenant's thousand items every second is a probe, in a partition with shards.</summary>
    private const int Each = Few / 2;

    /// <summary>The tenant that is in both tables, with the same items.</summary>
    private static readonly Caller Caller = Callers.User("tenant-0", "ann");

    [Fact]
    public async Task The_larger_table_holds_a_million_items()
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        Assert.Equal(Many, tables.Written);
        var last = await new SampleService(tables.Large.Environment).GetAsync(Callers.User($"tenant-{(Many / Few) - 1}", "ann"), Id(Each - 1));
        Assert.Equal(Each - 1, last.Data.Value);
    }

    [Fact]
    public Task Getting_one_costs_the_same() => SameAsync(async samples => Assert.Equal(400, (await samples.GetAsync(Caller, Id(400))).Data.Value));

    [Fact]
    public Task Listing_250_in_pages_costs_the_same() => SameAsync(async samples =>
        Assert.Equal(250, (await WalkAsync(page => samples.ListAsync(Caller, page), 250)).Count));

    [Fact]
    public Task Querying_an_index_costs_the_same() => SameAsync(async samples =>
        Assert.Equal(50, (await WalkAsync(page => samples.ListByDeviceAsync(Caller, "device-3", page with { Descending = true }), 1000)).Count));

    [Fact]
    public Task Getting_300_at_once_costs_the_same() => SameAsync(async samples =>
    {
        var found = await samples.BatchGetAsync(Caller, [.. Enumerable.Range(0, 300).Select(static i => (SampleKey)Id(i))]);
        Assert.All(found, static sample => Assert.True(sample.IsSuccess));
    });

    [Fact]
    public Task Getting_one_from_a_shard_costs_the_same() => SameAsync(static async environment => Assert.Equal("device-7", (await new ProbeService(environment).GetAsync(Caller, Id(7))).Data.Device));

    [Fact]
    public Task Listing_250_of_all_shards_in_pages_costs_the_same() => SameAsync(static async environment =>
        Assert.Equal(Enumerable.Range(0, 250).Select(Id), (await WalkAsync(page => new ProbeService(environment).ListAsync(Caller, page), 250)).Select(static probe => probe.Id)));

    [Fact]
    public Task Querying_all_shards_of_an_index_costs_the_same() => SameAsync(static async environment =>
        Assert.Equal(50, (await WalkAsync(page => new ProbeService(environment).ListByDeviceAsync(Caller, "device-3", page with { Descending = true }), 1000)).Count));

    private Task SameAsync(Func<SampleService, Task> call) => SameAsync(environment => call(new SampleService(environment)));

    private async Task SameAsync(Func<ServiceEnvironment, Task> call)
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        var costs = new List<(string Requests, int ItemsRead)>();
        foreach (var table in new[] { tables.Small, tables.Large })
        {
            table.Wire.Clear();
            await call(table.Environment);

            // Shards are asked at once, so their answers come in any order.
            var requests = table.Wire.Requests.Select(static request => $"{request.Operation} {request.Index} {request.ItemsRead}").Order(StringComparer.Ordinal);
            costs.Add((string.Join(" ", requests), table.Wire.ItemsRead));
        }

        Assert.NotEqual(0, costs[0].ItemsRead);
        Assert.Equal(costs[0], costs[1]);
    }

    private static async Task<List<T>> WalkAsync<T>(Func<PageRequest, Task<ServiceResult<Page<T>>>> list, int atMost)
    {
        var items = new List<T>();
        string? cursor = null;
        do
        {
            var page = (await list(new PageRequest { Limit = 25, Cursor = cursor })).Data;
            items.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null && items.Count < atMost);
        return items;
    }

    private static string Id(int number) => $"{number:D6}";

    /// <summary>The small table and the large one.</summary>
    public sealed class Tables : IAsyncLifetime
    {
        public ImportedTable Small { get; private set; } = null!;

        public ImportedTable Large { get; private set; } = null!;

        public int Written { get; private set; }

        public async ValueTask InitializeAsync()
        {
            if (LocalDynamo.Missing is not null) return;
            Small = await FillAsync(Few);
            Large = await FillAsync(Many);
        }

        public async ValueTask DisposeAsync()
        {
            if (Small is not null) await Small.DisposeAsync();
            if (Large is not null) await Large.DisposeAsync();
        }

        private Task<ImportedTable> FillAsync(int count) => ImportedTable.CreateAsync(GeekCafeTableTestsApplication.Table, add =>
        {
            for (Written = 0; Written < count; Written++)
            {
                var (tenant, number) = ($"tenant-{Written / Few}", Written % Few / 2);
                var (device, at) = ($"device-{number % 10}", Start.AddMinutes(number));
                if (Written % 2 == 0) Add(add, new Sample { Id = Id(number), TenantId = tenant, Version = 1, CreatedBy = "ann", Device = device, At = at, Value = number });
                else Add(add, new Probe { Id = Id(number), TenantId = tenant, Version = 1, CreatedBy = "ann", Device = device, At = at });
            }
        });

        private static void Add<T>(Action<Action<ItemWriter>> add, T item) where T : class, IResource<T> => add(writer =>
        {
            item.WriteItem(writer);
            writer.Name("_type"u8).Value(T.Definition.TypeName);
        });
    }
}
