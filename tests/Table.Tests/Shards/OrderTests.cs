using System.Text;
using CsCheck;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Shards;

/// <summary>A list of a sharded partition is the list it would be without shards.</summary>
public abstract class OrderTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    /// <summary>Few characters, so that texts share beginnings; some sort otherwise in UTF-16 than in UTF-8.</summary>
    private static readonly Gen<string> Text = Gen.Int[0, 6].Select(static i => "a#$~é\uFFFD😀".EnumerateRunes().ElementAt(i).ToString()).Array[1, 4].Select(string.Concat);

    private static readonly Gen<int[]> Sizes = Gen.Int[1, 12].Array[1, 5];

    private int _tenants;

    [Fact]
    public Task Pages_of_any_size_show_what_is_there_in_the_order_of_utf8() => Gen.Select(Text.HashSet[0, 40], Sizes, Gen.Bool).SampleAsync(async (texts, sizes, descending) =>
    {
        var (mine, foreign) = (Tenant(), Tenant());
        await Filled.WithAsync(Environment, mine, texts.Select(text => Word(mine, text)));
        await Filled.WithAsync(Environment, foreign, texts.Select(text => Word(foreign, text)));

        var pages = await Filled.WalkAsync(page => new WordService(Environment).ListAsync(mine, page), descending, sizes);
        var expected = texts.OrderBy(static text => WordKeys.SortKey(text), Utf8.Order).ToList();
        if (descending) expected.Reverse();
        Assert.Equal(expected, pages.SelectMany(static page => page.Items).Select(static word => word.Text));
        Assert.All(pages.SelectMany(static page => page.Items), word => Assert.Equal(mine.TenantId, word.TenantId));
        for (var i = 0; i + 1 < pages.Count; i++) Assert.Equal(sizes[i % sizes.Length], pages[i].Items.Count);
    }, iter: 60, threads: 1);

    [Fact]
    public Task Indexes_are_merged_in_their_own_order_without_what_is_deleted() => Gen.Select(
        Gen.Select(Gen.Int[-1, 1], Gen.Int[0, 2], Gen.Bool).Array[0, 40], Sizes, Gen.Bool).SampleAsync(async (rows, sizes, descending) =>
    {
        var caller = Tenant();
        var all = rows.Select((row, i) => Filled.Reading(caller, Filled.Id(i), row.Item1, $"d{row.Item2}", row.Item3)).ToList();
        await Filled.WithAsync(Environment, caller, all);
        var readings = new ReadingService(Environment);
        var live = all.Where(static reading => reading.DeletedAt is null).ToList();

        await AgreeAsync(live.OrderBy(static reading => reading.Id, StringComparer.Ordinal), page => readings.ListAsync(caller, page));
        await AgreeAsync(live.OrderBy(static reading => reading.Level).ThenBy(static reading => reading.Id, StringComparer.Ordinal), page => readings.ListByLevelAsync(caller, page));
        await AgreeAsync(live.OrderBy(static reading => reading.Device, StringComparer.Ordinal).ThenBy(static reading => reading.Id, StringComparer.Ordinal), page => readings.ListByDeviceAsync(caller, page));

        async Task AgreeAsync(IEnumerable<Reading> expected, Func<PageRequest, Task<ServiceResult<Page<Reading>>>> list) =>
            Assert.Equal((descending ? expected.Reverse() : expected).Select(static reading => reading.Id),
                (await Filled.WalkAsync(list, descending, sizes)).SelectMany(static page => page.Items).Select(static reading => reading.Id));
    }, iter: 40, threads: 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ranges_filters_projections_and_enumerations_are_of_all_shards(bool descending)
    {
        var readings = new ReadingService(Environment);
        var all = Enumerable.Range(0, 120).Select(static i => Filled.Reading(Ann, Filled.Id(i), i % 5, $"d{i % 7}")).ToList();
        await Filled.WithAsync(Environment, Ann, all);
        var byLevel = all.OrderBy(static reading => reading.Level).ThenBy(static reading => reading.Id, StringComparer.Ordinal).ToList();
        if (descending) byLevel.Reverse();

        var range = await Filled.WalkAsync(page => readings.ListByLevelAsync(Ann, ReadingSort.ByLevel.Level.Before(3), page), descending, 10, 25);
        Same(static reading => reading.Level < 3, range.SelectMany(static page => page.Items).Select(static reading => reading.Id));
        var filtered = await Filled.WalkAsync(page => readings.ListByLevelAsync(Ann, ReadingFilter.Device.Is("d3"), page), descending, 5, 3);
        Same(static reading => reading.Device == "d3", filtered.SelectMany(static page => page.Items).Select(static reading => reading.Id));
        var cards = await Filled.WalkAsync(page => readings.ListByLevelAsync<ReadingCard>(Ann, ReadingSort.ByLevel.Level.Between(1, 3), page), descending, 7);
        Same(static reading => reading.Level is >= 1 and <= 3, cards.SelectMany(static page => page.Items).Select(static card => card.Id));
        var seen = new List<string>();
        await foreach (var reading in readings.EnumerateByLevelAsync(Ann, page: new() { Limit = 13, Descending = descending })) seen.Add(reading.Id);
        Same(static _ => true, seen);

        void Same(Func<Reading, bool> isWanted, IEnumerable<string> found) => Assert.Equal(byLevel.Where(isWanted).Select(static reading => reading.Id), found);
    }

    [Fact]
    public async Task Whoever_walks_while_others_write_sees_what_stays_once_and_in_order()
    {
        var readings = new ReadingService(Environment);
        await Filled.WithAsync(Environment, Ann, Enumerable.Range(0, 300).Select(static i => Filled.Reading(Ann, Filled.Id(i))));
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(writer => Task.Run(async () =>
        {
            for (var i = writer; i < 300 && !done.IsCancellationRequested; i += 3)
            {
                // Every third is deleted, and others come into being between those that stay.
                if (i % 9 < 3) await readings.DeleteAsync(Bob, Filled.Id(i));
                else await Filled.WithAsync(Environment, Bob, Filled.Reading(Bob, Filled.Id(i) + "-new"));
            }
        })).ToArray();

        foreach (var descending in new[] { false, true, false })
        {
            var ids = (await Filled.WalkAsync(page => readings.ListAsync(Ann, page), descending, 7, 30)).SelectMany(static page => page.Items).Select(static reading => reading.Id).ToList();
            Assert.Equal(descending ? ids.Order(StringComparer.Ordinal).Reverse() : ids.Order(StringComparer.Ordinal), ids);
            Assert.Equal(ids.Distinct(), ids);
            Assert.Empty(Enumerable.Range(0, 300).Where(static i => i % 9 >= 3).Select(Filled.Id).Except(ids));
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
    }

    [Fact]
    public async Task A_page_of_a_partition_full_of_deleted_items_has_a_bound_and_the_walk_an_end()
    {
        await Filled.WithAsync(Environment, Ann, Enumerable.Range(0, 1500).Select(static i => Filled.Reading(Ann, Filled.Id(i), isDeleted: i is > 2 and < 1497)));
        foreach (var descending in new[] { false, true })
        {
            Wire.Clear();
            var pages = await Filled.WalkAsync(page => new ReadingService(Environment).ListAsync(Ann, page), descending, 5);
            int[] expected = [0, 1, 2, 1497, 1498, 1499];
            Assert.Equal((descending ? expected.Reverse() : expected).Select(Filled.Id), pages.SelectMany(static page => page.Items).Select(static reading => reading.Id));
            Assert.InRange(Wire.Requests.Count, 1, 10 * ReadingKeys.Shards * pages.Count);
        }
    }

    private Caller Tenant() => Callers.User($"tenant-{++_tenants}", "ann");

    private static Word Word(Caller caller, string text) => new() { Id = "w", TenantId = caller.TenantId, Version = 1, CreatedBy = caller.UserId, Text = text };

    /// <summary>The order by definition.</summary>
    private sealed class Utf8 : IComparer<string>
    {
        public static readonly Utf8 Order = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}

public sealed class ShardOrderOnDynoxide : OrderTests<Dynoxide>;

public sealed class ShardOrderOnDynamoDbLocal : OrderTests<Amazons>;
