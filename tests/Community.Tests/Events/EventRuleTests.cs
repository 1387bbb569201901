using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Events;

/// <summary>What an event can be, and what becomes of it.</summary>
public sealed class EventRuleTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private TestClient NewAnn() => app.As(app.NewTenant(), "ann");

    [Fact]
    public async Task A_draft_needs_nothing_and_is_the_organizers()
    {
        var ann = NewAnn();
        var made = await ann.DoAsync(201, "POST", "/events", "{}");
        Assert.Equal(("", "draft", "public", "ann"), (made.Text("title"), made.Text("status"), made.Text("visibility"), made.Text("organizerId")));
        Assert.Equal([made.Id], (await ann.GetAsync("/users/ann/events")).Ids);
    }

    [Theory]
    [InlineData("{}", "startsAt,title")]
    [InlineData("""{"title":" ","startsAt":"SOON"}""", "title")]
    [InlineData("""{"title":"Chess"}""", "startsAt")]
    public async Task Publishing_needs_a_title_and_a_start(string draft, string missing)
    {
        var ann = NewAnn();
        var made = await ann.DoAsync(201, "POST", "/events", draft.Replace("SOON", Deeds.In(3), StringComparison.Ordinal));
        var refused = await ann.PostAsync($"/events/{made.Id}/publish");
        Assert.Equal((400, "VALIDATION_ERROR"), refused.Outcome());
        Assert.Equal(missing, string.Join(',', refused.Faults().Order()));
    }

    [Theory]
    [InlineData(-0.001, 400)]
    [InlineData(-400, 400)]
    [InlineData(0, 201)]
    [InlineData(1, 201)]
    [InlineData(365, 201)]
    [InlineData(365.001, 400)]
    [InlineData(4000, 400)]
    public async Task An_event_begins_between_now_and_a_year_from_now(double days, int status)
    {
        var ann = NewAnn();
        var made = await ann.PostAsync("/events", $$"""{"title":"x","startsAt":"{{Deeds.In(days)}}"}""");
        Assert.Equal(status, made.StatusCode);
        if (status == 400) Assert.Contains("must be in the future, at most 365 days from now", made.Body, StringComparison.Ordinal);

        var id = await ann.DraftAsync();
        Assert.Equal(status == 201 ? 200 : 400, (await ann.PatchAsync($"/events/{id}", $$"""{"startsAt":"{{Deeds.In(days)}}"}""")).StatusCode);
    }

    [Fact]
    public async Task What_has_begun_can_still_be_described_but_not_published()
    {
        await using var own = await TestApplication<global::Community.CommunityApplication>.StartAsync();
        var ann = own.As("t1", "ann");
        var (shown, draft) = (await ann.PublishedAsync(), await ann.DraftAsync());
        own.Clock.Advance(TimeSpan.FromDays(8));

        await ann.DoAsync(200, "PATCH", $"/events/{shown}", """{"description":"It was fun."}""");
        var refused = await ann.DoAsync(400, "POST", $"/events/{draft}/publish");
        Assert.Equal(["startsAt"], refused.Faults());
    }

    [Theory]
    [InlineData("""{"status":"published"}""", "status")]
    [InlineData("""{"cancellationReason":"x"}""", "cancellationReason")]
    [InlineData("""{"organizerId":"bob"}""", "organizerId")]
    [InlineData("""{"headcount":{"seats":0}}""", "headcount")]
    [InlineData("""{"id":"x"}""", "id")]
    [InlineData("""{"tenantId":"t2"}""", "tenantId")]
    [InlineData("""{"version":9}""", "version")]
    [InlineData("""{"createdBy":"bob"}""", "createdBy")]
    [InlineData("""{"visibility":"secret"}""", "visibility")]
    [InlineData("""{"visibility":"Public"}""", "visibility")]
    [InlineData("""{"visibility":"members_only"}""", "visibility")]
    [InlineData("""{"visibility":""}""", "visibility")]
    [InlineData("""{"visibility":"members"}""", "visibility")]
    [InlineData("""{"capacity":0}""", "capacity")]
    [InlineData("""{"capacity":-1}""", "capacity")]
    [InlineData("""{"capacity":100001}""", "capacity")]
    [InlineData("""{"endsAt":"2029-12-31T00:00:00Z","startsAt":"2030-01-05T00:00:00Z"}""", "endsAt")]
    [InlineData("""{"title":1}""", "title")]
    [InlineData("""{"date":"2030-01-05"}""", "date")]
    public async Task What_a_client_may_not_set_is_refused_by_name(string body, string member)
    {
        var ann = NewAnn();
        var path = $"/events/{await ann.DraftAsync()}";
        foreach (var answer in new[] { await ann.PostAsync("/events", body), await ann.PatchAsync(path, body) })
        {
            Assert.Equal((400, "VALIDATION_ERROR"), answer.Outcome());
            Assert.Contains(member, answer.Faults());
        }
    }

    [Fact]
    public async Task A_draft_is_published_once()
    {
        var ann = NewAnn();
        var id = await ann.DraftAsync();
        Assert.Equal("published", (await ann.DoAsync(200, "POST", $"/events/{id}/publish")).Text("status"));
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/publish")).Outcome());
    }

    [Fact]
    public async Task Cancelling_needs_a_reason_and_keeps_it()
    {
        var ann = NewAnn();
        var id = await ann.PublishedAsync();
        foreach (var body in new[] { "{}", """{"reason":""}""", """{"reason":"  "}""", """{"reason":null}""", $$"""{"reason":"{{new string('x', 501)}}"}""" })
        {
            await ann.DoAsync(400, "POST", $"/events/{id}/cancel", body);
        }

        var cancelled = await ann.DoAsync(200, "POST", $"/events/{id}/cancel", """{"reason":"Snow"}""");
        Assert.Equal(("cancelled", "Snow"), (cancelled.Text("status"), cancelled.Text("cancellationReason")));
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/cancel", """{"reason":"Rain"}""")).Outcome());
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/publish")).Outcome());
    }

    [Fact]
    public async Task A_draft_is_not_cancelled_for_that_would_tell_of_it()
    {
        var ann = NewAnn();
        var id = await ann.DraftAsync();
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/cancel", """{"reason":"Snow"}""")).Outcome());
        Assert.Equal("draft", (await ann.GetAsync($"/events/{id}")).Text("status"));
    }

    [Theory]
    [InlineData("visibility=private", "hidden")]
    [InlineData("visibility=public", "draft,open")]
    [InlineData("status=published", "hidden,open")]
    [InlineData("status=published&visibility=public", "open")]
    [InlineData("status=cancelled", "")]
    [InlineData("", "draft,hidden,open")]
    public async Task Events_are_listed_by_visibility_and_status(string query, string expected)
    {
        var ann = NewAnn();
        await ann.DraftAsync("\"tags\":[\"draft\"]");
        await ann.PublishedAsync("\"tags\":[\"open\"]");
        await ann.PublishedAsync("\"visibility\":\"private\",\"tags\":[\"hidden\"]");
        var listed = (await ann.GetAsync($"/events?{query}")).Items.Select(static each => each.GetProperty("tags")[0].GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(expected, string.Join(',', listed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_published_event_keeps_title_and_start(bool isCancelled)
    {
        var ann = NewAnn();
        var path = $"/events/{await ann.PublishedAsync()}";
        if (isCancelled) await ann.DoAsync(200, "POST", $"{path}/cancel", """{"reason":"Snow"}""");
        Assert.Equal(["title"], (await ann.PatchAsync(path, """{"title":""}""")).Faults());
        Assert.Equal(["startsAt"], (await ann.PatchAsync(path, """{"startsAt":null}""")).Faults());
    }

    [Fact]
    public async Task Operations_hold_to_the_version_named()
    {
        var ann = NewAnn();
        var id = await ann.DraftAsync();
        Assert.Equal(412, (await ann.PostAsync($"/events/{id}/publish", null, ("if-match", "\"7\""))).StatusCode);
        Assert.Equal("\"2\"", (await ann.PostAsync($"/events/{id}/publish", null, ("if-match", "\"1\""))).ETag);
        Assert.Equal(412, (await ann.PostAsync($"/events/{id}/cancel", """{"reason":"x"}""", ("if-match", "\"1\""))).StatusCode);
    }

    [Fact]
    public async Task Deleting_is_soft_repeatable_and_undone_by_a_restore()
    {
        var ann = NewAnn();
        var id = await ann.PublishedAsync();
        await ann.DoAsync(204, "DELETE", $"/events/{id}");
        await ann.DoAsync(204, "DELETE", $"/events/{id}");
        await ann.DoAsync(404, "GET", $"/events/{id}");
        Assert.Empty((await ann.GetAsync("/events/upcoming")).Items);
        await ann.DoAsync(200, "POST", $"/events/{id}/restore");
        Assert.Equal([id], (await ann.GetAsync("/events/upcoming")).Ids);
    }
}
