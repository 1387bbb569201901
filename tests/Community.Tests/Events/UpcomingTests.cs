using Community;
using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Events;

/// <summary>What is upcoming is found at once, however much has been.</summary>
public sealed class UpcomingTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    [Fact]
    public async Task Upcoming_events_are_not_lost_behind_old_ones()
    {
        await using var own = await TestApplication<CommunityApplication>.StartAsync();
        var ann = own.As("t1", "ann");
        for (var i = 0; i < 50; i++) await ann.PublishedAsync();
        own.Clock.Advance(TimeSpan.FromDays(30));
        var later = await ann.DoAsync(201, "POST", "/events", $$"""{"title":"later","startsAt":"{{Deeds.In(60)}}"}""");
        await ann.DoAsync(200, "POST", $"/events/{later.Id}/publish");

        using var recording = own.Record();
        Assert.Equal([later.Id], (await own.As("t1", "bob").GetAsync("/events/upcoming?limit=1")).Ids);
        Assert.Equal("1 Query on gsi3, 1 item read", recording.Summary);
    }

    [Fact]
    public async Task The_next_one_comes_first_and_drafts_and_cancelled_ones_not_at_all()
    {
        var ann = app.As(app.NewTenant(), "ann");
        var ids = new List<string>();
        foreach (var days in new[] { 3, 1, 2 })
        {
            ids.Add(await ann.PublishedAsync());
            await ann.DoAsync(200, "PATCH", $"/events/{ids[^1]}", $$"""{"startsAt":"{{Deeds.In(days)}}"}""");
        }

        await ann.DraftAsync();
        await ann.DoAsync(200, "POST", $"/events/{await ann.PublishedAsync()}/cancel", """{"reason":"x"}""");
        Assert.Equal([ids[1], ids[2], ids[0]], (await ann.GetAsync("/events/upcoming")).Ids);
        Assert.Equal([ids[0], ids[2], ids[1]], (await ann.GetAsync("/events/upcoming?order=desc")).Ids);
    }

    [Fact]
    public async Task Pages_are_filled_past_what_the_caller_may_not_see_and_go_on_as_time_passes()
    {
        await using var own = await TestApplication<CommunityApplication>.StartAsync();
        var (ann, bob) = (own.As("t1", "ann"), own.As("t1", "bob"));
        var shown = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            var isOpen = i % 4 == 3;
            var id = await ann.PublishedAsync(isOpen ? "" : "\"visibility\":\"private\"");
            if (isOpen) shown.Add(id);
        }

        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await bob.GetAsync($"/events/upcoming?limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            Assert.Equal(200, page.StatusCode);
            Assert.True(page.Ids.Count == 2 || page.Cursor is null);
            seen.AddRange(page.Ids);
            cursor = page.Cursor;
            own.Clock.Advance(TimeSpan.FromHours(1));
        }
        while (cursor is not null);
        Assert.Equal(shown, seen);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1.x")]
    [InlineData("99999999999999.x")]
    [InlineData("-1.x")]
    public async Task A_cursor_made_up_is_refused(string cursor)
    {
        var ann = app.As(app.NewTenant(), "ann");
        for (var i = 0; i < 3; i++) await ann.PublishedAsync();
        var real = (await ann.GetAsync("/events/upcoming?limit=1")).Cursor!;
        Assert.Equal((400, "INVALID_CURSOR"), (await ann.GetAsync($"/events/upcoming?limit=1&cursor={cursor}")).Outcome());
        Assert.Equal((400, "INVALID_CURSOR"), (await ann.GetAsync($"/events/upcoming?limit=1&cursor=1{real}")).Outcome());
    }

    [Fact]
    public async Task Other_tenants_events_are_not_upcoming()
    {
        await app.As(app.NewTenant(), "ann").PublishedAsync();
        Assert.Empty((await app.As(app.NewTenant(), "ann").GetAsync("/events/upcoming")).Items);
    }
}
