using GeekCafe.Community.Tests.Kit;

namespace GeekCafe.Community.Tests.Attendees;

/// <summary>What hosts do: invite, promote, check in, give roles, remove.</summary>
public sealed class HostTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    public static TheoryData<string, string, string?> Acts => new()
    {
        { "POST", "/attendees", """{"userId":"new"}""" }, { "POST", "/invitations", """{"userIds":["new"]}""" }, { "POST", "/attendees/guest/rsvp", """{"status":"tentative"}""" },
        { "POST", "/attendees/waiter/promote", null }, { "POST", "/attendees/guest/check-in", null }, { "DELETE", "/attendees/guest", null },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Organizer_admins_and_co_hosts_act_and_nobody_else(string method, string suffix, string? body)
    {
        foreach (var (person, may) in new[] { ("ann", true), ("admin", true), ("coHost", true), ("speaker", false), ("volunteer", false), ("eve", false) })
        {
            var (tenant, id) = await FullHouseAsync();
            var answer = await app.As(tenant, person, person == "admin" ? ["admin"] : []).SendAsync(method, $"/events/{id}{suffix}", body);
            Assert.True(may ? answer.StatusCode < 300 : answer.StatusCode == 403, $"{person} {method} {suffix}: {answer}");
        }
    }

    [Fact]
    public async Task Only_the_organizer_and_admins_give_roles()
    {
        var (tenant, id) = await FullHouseAsync();
        foreach (var (person, status) in new[] { ("coHost", 403), ("speaker", 403), ("eve", 403), ("ann", 200) })
        {
            await app.As(tenant, person).DoAsync(status, "PUT", $"/events/{id}/attendees/guest/role", """{"role":"coHost"}""");
        }

        var ann = app.As(tenant, "ann");
        await ann.DoAsync(200, "PUT", $"/events/{id}/attendees/guest/role", """{"role":"attendee"}""");
        await app.As(tenant, "guest").DoAsync(403, "POST", $"/events/{id}/attendees", """{"userId":"new"}""");
        Assert.Equal(["role"], (await ann.DoAsync(400, "PUT", $"/events/{id}/attendees/guest/role", """{"role":"organizer"}""")).Faults());
        await ann.DoAsync(409, "PUT", $"/events/{id}/attendees/ann/role", """{"role":"coHost"}""");
        Assert.Equal("accepted", (await ann.GetAsync($"/events/{id}/attendees/guest")).Text("status"));
    }

    [Fact]
    public async Task A_person_is_invited_once()
    {
        var (tenant, id) = await FullHouseAsync();
        var ann = app.As(tenant, "ann");
        var made = await ann.InviteAsync(id, "bob");
        Assert.Equal((201, "invited", "ann"), (made.StatusCode, made.Text("status"), made.Text("invitedBy")));
        Assert.Equal((409, "ALREADY_EXISTS"), (await ann.InviteAsync(id, "bob")).Outcome());
        Assert.Equal((409, "ALREADY_EXISTS"), (await ann.InviteAsync(id, "guest")).Outcome());
        Assert.Equal(["userId"], (await ann.InviteAsync(id, "no id")).Faults());
    }

    [Fact]
    public async Task Inviting_many_says_of_each_what_became_of_it()
    {
        var (tenant, id) = await FullHouseAsync();
        var report = await app.As(tenant, "ann").DoAsync(200, "POST", $"/events/{id}/invitations", """{"userIds":["bob","guest","no id","eve","bob"]}""");
        Assert.Equal((2, 3), (report.Json.GetProperty("invited").GetInt32(), report.Json.GetProperty("failed").GetInt32()));
        Assert.Equal([null, "ALREADY_EXISTS", "VALIDATION_ERROR", null, "ALREADY_EXISTS"], report.Results.Select(static each => each.GetProperty("errorCode").GetString()));
        foreach (var body in new[] { """{"userIds":[]}""", """{"userIds":null}""", "{}", $$"""{"userIds":[{{string.Join(',', Enumerable.Range(0, 101).Select(static i => $"\"u{i}\""))}}]}""" })
        {
            await app.As(tenant, "ann").DoAsync(400, "POST", $"/events/{id}/invitations", body);
        }
    }

    [Fact]
    public async Task A_seat_goes_to_whom_the_host_promotes_if_there_is_one()
    {
        var (tenant, id) = await FullHouseAsync();
        var ann = app.As(tenant, "ann");
        await ann.DoAsync(200, "POST", $"/events/{id}/attendees/waiter/promote");
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/attendees/waiter/promote")).Outcome());
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/attendees/guest/promote")).Outcome());
        await ann.DoAsync(404, "POST", $"/events/{id}/attendees/nobody/promote");

        Assert.Equal("waitlist", (await app.As(tenant, "late").RsvpAsync(id, "late", "accepted")).Text("status"));
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/attendees/late/promote")).Outcome());
        await app.As(tenant, "guest").RsvpAsync(id, "guest", "declined");
        Assert.Equal("accepted", (await ann.DoAsync(200, "POST", $"/events/{id}/attendees/late/promote")).Text("status"));
        Assert.Empty((await ann.GetAsync($"/events/{id}/waitlist")).Items);
    }

    [Theory]
    [InlineData("coHost", "invited")]
    [InlineData("waiter", "waitlist")]
    public async Task Only_who_accepted_is_checked_in(string person, string status)
    {
        var (tenant, id) = await FullHouseAsync();
        Assert.Equal(status, (await app.As(tenant, "ann").GetAsync($"/events/{id}/attendees/{person}")).Text("status"));
        Assert.Equal((409, "INVALID_STATE"), (await app.As(tenant, "ann").PostAsync($"/events/{id}/attendees/{person}/check-in")).Outcome());
    }

    [Fact]
    public async Task Checking_in_is_done_once_and_counted()
    {
        var (tenant, id) = await FullHouseAsync();
        var ann = app.As(tenant, "ann");
        Assert.NotEmpty((await ann.DoAsync(200, "POST", $"/events/{id}/attendees/guest/check-in")).Text("checkedInAt"));
        Assert.Equal((409, "INVALID_STATE"), (await ann.PostAsync($"/events/{id}/attendees/guest/check-in")).Outcome());
        Assert.Equal(1, await ann.CountAsync(id, "checkedIn"));
        await app.As(tenant, "guest").RsvpAsync(id, "guest", "declined");
        Assert.Equal(0, await ann.CountAsync(id, "checkedIn"));
        await ann.DoAsync(404, "POST", $"/events/{id}/attendees/nobody/check-in");
    }

    [Fact]
    public async Task Who_is_removed_is_gone_gives_the_seat_back_and_can_come_again()
    {
        var (tenant, id) = await FullHouseAsync();
        var (ann, guest) = (app.As(tenant, "ann"), app.As(tenant, "guest"));
        var before = await RsvpTests.CountsAsync(ann, id);
        await guest.DoAsync(204, "DELETE", $"/events/{id}/attendees/guest");
        await ann.DoAsync(204, "DELETE", $"/events/{id}/attendees/guest");
        await ann.DoAsync(404, "DELETE", $"/events/{id}/attendees/nobody");
        await ann.DoAsync(404, "GET", $"/events/{id}/attendees/guest");
        Assert.Empty((await guest.GetAsync("/users/guest/attendances")).Items);

        await ann.DoAsync(200, "POST", $"/events/{id}/attendees/waiter/promote");
        await app.As(tenant, "waiter").DoAsync(204, "DELETE", $"/events/{id}/attendees/waiter");
        Assert.Equal(201, (await ann.InviteAsync(id, "guest")).StatusCode);
        Assert.Equal("accepted", (await guest.RsvpAsync(id, "guest", "accepted")).Text("status"));
        Assert.Equal(before.Replace(" waiting=1", "", StringComparison.Ordinal), await RsvpTests.CountsAsync(ann, id));
    }

    [Fact]
    public async Task Who_is_removed_from_a_private_event_no_longer_sees_it()
    {
        var tenant = app.NewTenant();
        var (ann, bob) = (app.As(tenant, "ann"), app.As(tenant, "bob"));
        var id = await ann.PublishedAsync("\"visibility\":\"private\"");
        await bob.DoAsync(404, "GET", $"/events/{id}");
        await ann.InviteAsync(id, "bob");
        await bob.DoAsync(200, "GET", $"/events/{id}");
        await ann.DoAsync(204, "DELETE", $"/events/{id}/attendees/bob");
        await bob.DoAsync(404, "GET", $"/events/{id}");
        Assert.Equal(404, (await bob.RsvpAsync(id, "bob", "accepted")).StatusCode);
    }

    /// <summary>
    /// A public event of two seats with a guest and one who waits for the free one behind nobody, and invited people of every role.
    /// </summary>
    private async Task<(string Tenant, string EventId)> FullHouseAsync()
    {
        var tenant = app.NewTenant();
        var ann = app.As(tenant, "ann");
        var id = await ann.PublishedAsync("\"capacity\":1");
        foreach (var role in new[] { "coHost", "speaker", "volunteer" })
        {
            await ann.DoAsync(200, "PUT", $"/events/{id}/attendees/{role}/role", $$"""{"role":"{{role}}"}""");
        }

        Assert.Equal("accepted", (await app.As(tenant, "guest").RsvpAsync(id, "guest", "accepted")).Text("status"));
        Assert.Equal("waitlist", (await app.As(tenant, "waiter").RsvpAsync(id, "waiter", "accepted")).Text("status"));
        await ann.DoAsync(200, "PATCH", $"/events/{id}", """{"capacity":2}""");
        return (tenant, id);
    }
}
