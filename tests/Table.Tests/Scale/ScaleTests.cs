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

    /// <summary>The tenant that is in both tables, with the same items.</summary>
    private static readonly Caller Caller = Callers.User("tenant-0", "ann");

    [Fact]
    public async Task The_larger_table_holds_a_million_items()
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        Assert.Equal(Many, tables.Written);
        var last = await new SampleService(tables.Large.Environment).GetAsync(Callers.User($"tenant-{(Many / Few) - 1}", "ann"), Id(Few - 1));
        Assert.Equal(Few - 1, last.Data.Value);
    }

    [Fact]
    public Task Getting_one_costs_the_same() => SameAsync(async samples => Assert.Equal(500, (await samples.GetAsync(Caller, Id(500))).Data.Value));

    [Fact]
    public Task Listing_250_in_pages_costs_the_same() => SameAsync(async samples =>
        Assert.Equal(250, (await WalkAsync(page => samples.ListAsync(Caller, page), 250)).Count));

    [Fact]
    public Task Querying_an_index_costs_the_same() => SameAsync(async samples =>
        Assert.Equal(100, (await WalkAsync(page => samples.ListByDeviceAsync(Caller, "device-3", page with { Descending = true }), 1000)).Count));

    [Fact]
    public Task Getting_300_at_once_costs_the_same() => SameAsync(async samples =>
    {
        var found = await samples.BatchGetAsync(Caller, [.. Enumerable.Range(0, 300).Select(static i => (SampleKey)Id(i * 3))]);
        Assert.All(found, static sample => Assert.True(sample.IsSuccess));
    });

    private async Task SameAsync(Func<SampleService, Task> call)
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        var costs = new List<(string Requests, int ItemsRead)>();
        foreach (var table in new[] { tables.Small, tables.Large })
        {
            table.Wire.Clear();
            await call(new SampleService(table.Environment));
            costs.Add((string.Join(" ", table.Wire.Requests.Select(static request => $"{request.Operation} {request.Index} {request.ItemsRead}")), table.Wire.ItemsRead));
        }

        Assert.NotEqual(0, costs[0].ItemsRead);
        Assert.Equal(costs[0], costs[1]);
    }

    private static async Task<List<Sample>> WalkAsync(Func<PageRequest, Task<ServiceResult<Page<Sample>>>> list, int atMost)
    {
        var items = new List<Sample>();
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
                var (tenant, number) = (Written / Few, Written % Few);
                IResource<Sample> sample = new Sample
                {
                    Id = Id(number),
                    TenantId = $"tenant-{tenant}",
                    Version = 1,
                    CreatedBy = "ann",
                    Device = $"device-{number % 10}",
                    At = Start.AddMinutes(number),
                    Value = number,
                };
                add(item =>
                {
                    sample.WriteItem(item);
                    item.Name("_type"u8).Value(nameof(Sample));
                });
            }
        });
    }
}
