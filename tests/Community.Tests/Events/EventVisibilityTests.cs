using GeekCafe.Community.Tests.Kit;

namespace GeekCafe.Community.Tests.Events;

/// <summary>Who sees an event: one table for gets, lists and changes.</summary>
public sealed class EventVisibilityTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private static readonly string[] People = ["organizer", "admin", "member", "asking", "invited", "stranger", "foreigner"];

    [Theory]
    [InlineData("draft", "public", "organizer,admin")]
    [InlineData("draft", "members", "organizer,admin")]
    [InlineData("draft", "private", "organizer,admin")]
    [InlineData("published", "public", "organizer,admin,member,asking,invited,stranger")]
    [InlineData("published", "members", "organizer,admin,member")]
    [InlineData("published", "private", "organizer,admin,invited")]
    [InlineData("cancelled", "public", "organizer,admin,member,asking,invited,stranger")]
    [InlineData("cancelled", "members", "organizer,admin,member")]
    [InlineData("cancelled", "private", "organizer,admin,invited")]
    public async Task An_event_is_seen_by(string status, string visibility, string seers)
    {
        var tenant = app.NewTenant();
        var organizer = app.As(tenant, "organizer");
        var group = await organizer.GroupAsync("\"joinApproval\":\"approval\"");
        await app.As(tenant, "member").DoAsync(201, "POST", $"/groups/{group}/members");
        await organizer.DoAsync(200, "POST", $"/groups/{group}/members/member/approve");
        await app.As(tenant, "asking").DoAsync(201, "POST", $"/groups/{group}/members");
        var id = await organizer.DraftAsync($"\"visibility\":\"{visibility}\",\"groupId\":\"{group}\"");
        Assert.Equal(201, (await organizer.InviteAsync(id, "invited")).StatusCode);
        if (status != "draft") await organizer.DoAsync(200, "POST", $"/events/{id}/publish");
        if (status == "cancelled") await organizer.DoAsync(200, "POST", $"/events/{id}/cancel", """{"reason":"x"}""");

        foreach (var person in People)
        {
            var client = app.As(person == "foreigner" ? app.NewTenant() : tenant, person, person == "admin" ? ["admin"] : []);
            var (isSeer, what) = (seers.Split(',').Contains(person), $"{person} of a {status} {visibility} event");
            Assert.True((isSeer ? 200 : 404) == (await client.GetAsync($"/events/{id}")).StatusCode, what);
            foreach (var list in new[] { "/events", "/users/organizer/events", $"/groups/{group}/events" })
            {
                Assert.True(isSeer == (await client.GetAsync(list)).Ids.Contains(id), $"{list} for {what}");
            }

            Assert.True((isSeer && status == "published") == (await client.GetAsync("/events/upcoming")).Ids.Contains(id), $"upcoming for {what}");
            Assert.Equal(isSeer ? 200 : 404, (await client.PostAsync("/events/batch-get", $$"""{"ids":["{{id}}"]}""")).Results[0].GetProperty("status").GetInt32());
            var change = await client.PatchAsync($"/events/{id}", """{"description":"y"}""");
            Assert.True((person is "organizer" or "admin" ? 200 : isSeer ? 403 : 404) == change.StatusCode, $"change by {what}");
        }
    }

    [Fact]
    public async Task Unreadable_foreign_deleted_and_missing_are_one_404_for_every_operation()
    {
        var (tenant, ann) = (app.NewTenant(), app.As(app.NewTenant(), "ann"));
        var (owner, bob) = (app.As(tenant, "owner"), app.As(tenant, "bob"));
        var (draft, deleted, foreign) = (await owner.DraftAsync(), await owner.PublishedAsync(), await ann.PublishedAsync());
        await owner.DoAsync(204, "DELETE", $"/events/{deleted}");
        (string Method, string Suffix, string? Body)[] calls =
        [
            ("GET", "", null), ("PATCH", "", "{}"), ("PUT", "", "{}"), ("DELETE", "", null), ("POST", "/restore", null), ("POST", "/publish", null), ("POST", "/cancel", """{"reason":"x"}"""),
            ("POST", "/attendees", """{"userId":"eve"}"""), ("POST", "/invitations", """{"userIds":["eve"]}"""), ("POST", "/attendees/bob/rsvp", """{"status":"accepted"}"""),
            ("POST", "/attendees/eve/rsvp", """{"status":"accepted"}"""), ("POST", "/attendees/eve/promote", null), ("POST", "/attendees/eve/check-in", null),
            ("PUT", "/attendees/eve/role", """{"role":"coHost"}"""), ("DELETE", "/attendees/bob", null), ("DELETE", "/attendees/eve", null), ("GET", "/attendees/eve", null),
        ];

        foreach (var (method, suffix, body) in calls)
        {
            var bodies = new List<string>();
            foreach (var id in new[] { "never", draft, deleted, foreign })
            {
                var answer = await bob.DoAsync(404, method, $"/events/{id}{suffix}", body);
                bodies.Add(answer.Text("errorCode") + answer.Text("error"));
            }

            Assert.Single(bodies.Distinct());
        }
    }

    [Fact]
    public async Task A_page_of_events_costs_two_requests_however_many_rules_it_needs()
    {
        var tenant = app.NewTenant();
        var (ann, bob) = (app.As(tenant, "ann"), app.As(tenant, "bob"));
        for (var i = 0; i < 5; i++)
        {
            var group = await ann.GroupAsync(name: $"g{i}");
            await bob.DoAsync(201, "POST", $"/groups/{group}/members");
            await ann.PublishedAsync($"\"visibility\":\"members\",\"groupId\":\"{group}\"");
            Assert.Equal(201, (await ann.InviteAsync(await ann.PublishedAsync("\"visibility\":\"private\""), "bob")).StatusCode);
        }

        using var recording = app.Record();
        Assert.Equal(10, (await bob.GetAsync("/users/ann/events")).Ids.Count);
        Assert.Equal("1 Query on gsi1, 10 items read; 1 BatchGetItem, 15 items read", recording.Summary);
    }
}
