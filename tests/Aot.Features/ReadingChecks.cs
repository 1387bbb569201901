using GeekCafe.Table.Tests.Reading;
using GeekCafe.Table.Tests.Shards;

namespace GeekCafe.Aot.Features;

/// <summary>Ranges, filters, projections, walks, shards.</summary>
internal static class ReadingChecks
{
    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var fairs = new FairService(environment);
        for (var i = 0; i < 6; i++)
        {
            var input = new FairInput
            {
                Category = i < 4 ? "a" : "b", Price = i, Count = i * 10, StartsAt = new(2026, 3, 1 + i, 0, 0, 0, TimeSpan.Zero), Kind = (FairKind)(i % 3), Tags = [$"t{i}"],
                Seats = i % 2 == 0 ? i : null, Place = new() { City = i < 3 ? "Bern" : "Basel" },
            };
            Check.That((await fairs.CreateAsync(Check.Ann, input)).IsSuccess);
        }

        var cheap = await fairs.ListByShelfAsync(Check.Ann, FairSort.ByShelf.Category.Is("a").Price.AtLeast(1) & FairFilter.Count.AtMost(20));
        Check.Same("1,2", string.Join(",", cheap.Data.Items.Select(static fair => fair.Price)));
        var filter = FairFilter.Place.City.BeginsWith("Be") & (FairFilter.Tags.Contains("t1") | FairFilter.Kind.Is(FairKind.FleaMarket)) & FairFilter.StartsAt.IsNotNull();
        Check.Same(2, (await fairs.ListAsync(Check.Ann, filter)).Data.Items.Count);
        var days = await fairs.ListByOwnerAsync(Check.Ann, "ann", FairSort.ByOwner.StartsAt.Between(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero)));
        Check.Same(2, days.Data.Items.Count);

        var cards = (await fairs.ListByOwnerAsync<FairCard>(Check.Ann, "ann", page: new() { Limit = 4 })).Data;
        Check.That(cards.Items.Count == 4 && cards.Cursor is not null && cards.Items[2].Seats == 2 && cards.Items[2].Place!.City == "Bern" && cards.Items[2].Tags.Contains("t2"));
        Check.Same(cards.Items[1].Id, (await fairs.GetAsync<FairCard>(Check.Ann, cards.Items[1].Id)).Data.Id);
        Check.Same(2, (await fairs.ListByOwnerAsync<FairCard>(Check.Ann, "ann", page: new() { Limit = 4, Cursor = cards.Cursor })).Data.Items.Count);

        var walked = 0;
        await foreach (var fair in fairs.EnumerateByOwnerAsync(Check.Ann, "ann")) walked += fair.Count;
        Check.Same(150, walked);
    }

    public static async Task RunShardsAsync(ServiceEnvironment environment)
    {
        var readings = new ReadingService(environment);
        for (var i = 0; i < 12; i++) Check.That((await readings.CreateAsync(Check.Ann, new() { Device = $"d{i % 3}", Level = i })).IsSuccess);
        var levels = (await readings.ListByLevelAsync(Check.Ann, ReadingSort.ByLevel.Level.Between(3, 8))).Data.Items.Select(static reading => reading.Level);
        Check.Same("3,4,5,6,7,8", string.Join(",", levels));
    }
}
