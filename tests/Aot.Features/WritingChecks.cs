using GeekCafe.Table.Tests.Writing;

namespace GeekCafe.Aot.Features;

/// <summary>Changes by member, conditions, unique values, expiry, counters, audit, transactions.</summary>
internal static class WritingChecks
{
    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var events = new EventService(environment);
        var created = (await events.CreateAsync(Check.Ann, new() { Title = "x", Seats = 3, Place = new() { City = "Graz", Floor = 1 } })).Data;
        var change = EventChange.Title.Set("y") + EventChange.Tags.Add("a") + EventChange.Notes.Append("n") + EventChange.Seats.Increment(-1)
            + EventChange.Place.City.Set("Bern") + EventChange.Owner.SetIfNull("ann") + EventChange.Fees.Put("entry", 2.5m);
        var changed = (await events.UpdateAsync(Check.Ann, created.Id, change, ifVersion: 1)).Data;
        Check.Same(("y", 2, "Bern", 1, "ann", 2.5m), (changed.Title, changed.Seats, changed.Place!.City, changed.Place.Floor, changed.Owner, changed.Fees["entry"]));
        Check.That(changed.Tags.SetEquals(["a"]) && changed.Notes.SequenceEqual(["n"]));
        Check.SameShown(changed, (await events.GetAsync(Check.Ann, created.Id, consistent: true)).Data);
        Check.Same(ErrorCode.ValidationError, (await events.UpdateAsync(Check.Ann, created.Id, EventChange.Title.Set(""))).Error?.Code);
        Check.Same("y", (await events.ListByOwnerAsync(Check.Ann, "ann")).Data.Items.Single().Title);
    }

    public static async Task RunUniqueAsync(ServiceEnvironment environment)
    {
        var sessions = new SessionService(environment);
        Check.That((await sessions.CreateAsync(Check.Ann, new() { Name = "one", Token = "secret" })).IsSuccess);
        Check.Same(ErrorCode.AlreadyExists, (await sessions.CreateAsync(Check.Ann, new() { Name = "two", Token = "secret" })).Error?.Code);
        Check.Same("one", (await sessions.GetByTokenAsync(Check.Ann, "secret")).Data.Name);
        Check.That((await sessions.DeleteAsync(Check.Ann, "one")).IsSuccess);
        Check.That((await sessions.CreateAsync(Check.Ann, new() { Name = "two", Token = "secret", ValidUntil = DateTimeOffset.UnixEpoch })).IsSuccess);
        Check.Same(ErrorCode.NotFound, (await sessions.GetAsync(Check.Ann, "two")).Error?.Code);
    }

    public static async Task RunCountersAsync(ServiceEnvironment environment)
    {
        var pages = new SitePageService(environment);
        var page = (await pages.CreateAsync(Check.Ann, new() { Title = "x" })).Data;
        foreach (var counter in (Counter<SitePage>[])[SitePageCounters.Views, SitePageCounters.Hits])
        {
            for (var i = 1; i <= 3; i++) Check.That((await pages.IncrementAsync(Check.Ann, page.Id, counter, i)).IsSuccess);
            Check.Same(6, (await pages.GetCounterAsync(Check.Ann, page.Id, counter)).Data);
        }
    }

    public static async Task RunAuditAsync(ServiceEnvironment environment)
    {
        var contracts = new ContractService(environment);
        Check.That((await contracts.PutAsync(Check.Ann, new() { Number = "1", Text = "a", Secret = "s" })).Data.IsCreated);
        Check.Same("a", (await contracts.PutAsync(Check.Ann, new() { Number = "1", Text = "b", Secret = "s" })).Data.Before?.Text);
        Check.That((await contracts.UpdateAsync(Check.Ann, "1", ContractChange.Pages.Increment(2))).IsSuccess);
        Check.Same("1,1,2", string.Join(",", (await contracts.HistoryAsync(Check.Ann, "1")).Data.Items.Select(static entry => entry.Changes.Count(static change => change.Key is "pages" or "text"))));
    }

    public static async Task RunTransactionAsync(ServiceEnvironment environment)
    {
        var (events, pages) = (new EventService(environment), new SitePageService(environment));
        var held = (await events.CreateAsync(Check.Ann, new() { Title = "x", Seats = 1 })).Data;
        var transaction = new ServiceTransaction(environment, Check.Ann);
        var page = transaction.Create(pages, new SitePageInput { Title = "p" });
        var taken = transaction.Update(events, new EventKey(held.Id), static each => each with { Seats = each.Seats - 1 });
        Check.That((await transaction.CommitAsync()).IsSuccess);
        Check.Same(("p", 0), ((await pages.GetAsync(Check.Ann, page.Result.Data.Id)).Data.Title, taken.Result.Data.Seats));
    }
}
