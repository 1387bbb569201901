using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Events;

/// <summary>Groups that are deleted, or never were, and people who have left: what is left of rights and seats.</summary>
public sealed class GoneGroupTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private readonly string _tenant = app.NewTenant();

    private TestClient Ann => app.As(_tenant, "ann");

    private TestClient Bob => app.As(_tenant, "bob");

    private TestClient Root => app.As(_tenant, "root", "admin");

    [Fact]
    public async Task A_deleted_group_gives_no_rights_until_it_is_restored()
    {
        var group = await Ann.GroupAsync();
        await Bob.DoAsync(201, "POST", $"/groups/{group}/members");
        var id = await Ann.PublishedAsync($"\"visibility\":\"members\",\"groupId\":\"{group}\"");
        await Bob.DoAsync(200, "GET", $"/events/{id}");
        await Ann.DoAsync(204, "DELETE", $"/groups/{group}");

        await Bob.DoAsync(404, "GET", $"/events/{id}");
        Assert.DoesNotContain(id, (await Bob.GetAsync("/events")).Ids);
        Assert.Equal(["groupId"], (await Ann.PostAsync("/events", $$"""{"title":"x","groupId":"{{group}}"}""")).Faults());
        Assert.Equal(["bob"], (await Bob.GetAsync($"/groups/{group}/members")).Items.Select(static each => each.GetProperty("userId").GetString()));

        await Ann.DoAsync(200, "POST", $"/groups/{group}/restore");
        await Bob.DoAsync(200, "GET", $"/events/{id}");
    }

    [Fact]
    public async Task An_event_is_not_tied_to_a_group_that_is_not_there_not_even_by_an_admin()
    {
        Assert.Equal(["groupId"], (await Root.PostAsync("/events", """{"title":"x","groupId":"nothing"}""")).Faults());
        await Root.DoAsync(201, "POST", "/events", $$"""{"title":"x","groupId":"{{await Ann.GroupAsync()}}"}""");
    }

    [Theory]
    [InlineData("POST", "/rsvp", """{"status":"declined"}""")]
    [InlineData("DELETE", "", null)]
    public async Task Whoever_no_longer_sees_an_event_gives_back_the_seat(string method, string path, string? body)
    {
        var group = await Ann.GroupAsync();
        await Bob.DoAsync(201, "POST", $"/groups/{group}/members");
        var id = await Ann.PublishedAsync($"\"visibility\":\"members\",\"groupId\":\"{group}\"");
        await Bob.RsvpAsync(id, "bob", "accepted");
        await Bob.DoAsync(204, "DELETE", $"/groups/{group}/members/bob");

        Assert.Equal(404, (await Bob.RsvpAsync(id, "bob", "accepted", 2)).StatusCode);
        Assert.Equal(1, await Ann.CountAsync(id, "seats"));
        var answer = await Bob.SendAsync(method, $"/events/{id}/attendees/bob{path}", body);
        Assert.True(answer.StatusCode is 200 or 204, answer.ToString());
        Assert.Equal(0, await Ann.CountAsync(id, "seats"));

        // Nobody else learns that the event is there.
        await app.As(_tenant, "eve").DoAsync(404, "DELETE", $"/events/{id}/attendees/eve");
    }

    [Fact]
    public async Task A_member_steps_down_and_not_up()
    {
        var group = await Ann.GroupAsync();
        await Bob.DoAsync(201, "POST", $"/groups/{group}/members");
        await Ann.DoAsync(200, "PUT", $"/groups/{group}/members/bob/role", """{"role":"coOwner"}""");
        await Bob.DoAsync(403, "PUT", $"/groups/{group}/members/bob/role", """{"role":"coOwner"}""");
        await Bob.DoAsync(200, "PUT", $"/groups/{group}/members/bob/role", """{"role":"moderator"}""");
        await Bob.DoAsync(403, "PUT", $"/groups/{group}/members/bob/role", """{"role":"coOwner"}""");
    }

    [Theory]
    [InlineData("status=accepted", "bob,eve")]
    [InlineData("role=coHost", "bob")]
    [InlineData("role=coHost&status=declined", "")]
    [InlineData("status=invited", "ida")]
    [InlineData("", "bob,eve,ida")]
    public async Task Attendees_are_listed_by_answer_and_role(string query, string expected)
    {
        var id = await Ann.PublishedAsync();
        foreach (var user in new[] { "bob", "eve" }) await app.As(_tenant, user).RsvpAsync(id, user, "accepted");
        await Ann.InviteAsync(id, "ida");
        await Ann.DoAsync(200, "PUT", $"/events/{id}/attendees/bob/role", """{"role":"coHost"}""");
        Assert.Equal(expected, string.Join(',', (await Ann.GetAsync($"/events/{id}/attendees?{query}")).Items.Select(static each => each.GetProperty("userId").GetString())));
    }

    [Fact]
    public async Task Nobody_gets_a_role_at_a_cancelled_event()
    {
        var id = await Ann.PublishedAsync();
        await Ann.DoAsync(200, "POST", $"/events/{id}/cancel", """{"reason":"Snow"}""");
        Assert.Equal((409, "INVALID_STATE"), (await Ann.SendAsync("PUT", $"/events/{id}/attendees/bob/role", """{"role":"coHost"}""")).Outcome());
    }

    [Theory]
    [InlineData("privacy=private", "private")]
    [InlineData("privacy=public", "public")]
    [InlineData("", "private,public")]
    public async Task Groups_are_listed_by_privacy(string query, string expected)
    {
        await Ann.GroupAsync("\"privacy\":\"private\"", "Hidden");
        await Ann.GroupAsync("\"privacy\":\"public\"", "Open");
        Assert.Equal(expected, string.Join(',', (await Ann.GetAsync($"/groups?{query}")).Items.Select(static each => each.GetProperty("privacy").GetString()).Order(StringComparer.Ordinal)));
    }
}
