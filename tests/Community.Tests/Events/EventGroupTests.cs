using GeekCafe.Community.Tests.Kit;

namespace GeekCafe.Community.Tests.Events;

/// <summary>Events of groups: who makes them, and that they stay.</summary>
public sealed class EventGroupTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    [Theory]
    [InlineData("owner", true)]
    [InlineData("coOwner", true)]
    [InlineData("moderator", true)]
    [InlineData("member", false)]
    [InlineData("stranger", false)]
    [InlineData("admin", true)]
    public async Task Events_of_a_group_are_made_by_those_who_organize_or_moderate_it(string person, bool may)
    {
        var tenant = app.NewTenant();
        var owner = app.As(tenant, "owner");
        var group = await owner.GroupAsync();
        foreach (var member in new[] { "coOwner", "moderator", "member" })
        {
            await owner.DoAsync(201, "PUT", $"/groups/{group}/members/{member}");
            await owner.DoAsync(200, "PUT", $"/groups/{group}/members/{member}/role", $$"""{"role":"{{member}}"}""");
        }

        var client = app.As(tenant, person, person == "admin" ? ["admin"] : []);
        var made = await client.PostAsync("/events", $$"""{"title":"x","groupId":"{{group}}"}""");
        Assert.Equal(may ? 201 : 400, made.StatusCode);
        var mine = await client.DraftAsync();
        var set = await client.PatchAsync($"/events/{mine}", $$"""{"groupId":"{{group}}"}""");
        Assert.Equal(may ? 200 : 400, set.StatusCode);
        if (!may) Assert.Equal(["groupId"], made.Faults().Concat(set.Faults()).Distinct());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"other\"")]
    [InlineData("OTHER")]
    public async Task The_group_of_an_event_is_fixed_once_set(string value)
    {
        var ann = app.As(app.NewTenant(), "ann");
        var (group, other) = (await ann.GroupAsync(), await ann.GroupAsync(name: "Others"));
        var id = await ann.DraftAsync($"\"groupId\":\"{group}\"");
        var refused = await ann.PatchAsync($"/events/{id}", $$"""{"groupId":{{value.Replace("OTHER", $"\"{other}\"", StringComparison.Ordinal)}}}""");
        Assert.Equal((400, "VALIDATION_ERROR"), refused.Outcome());
        Assert.Equal(["groupId"], refused.Faults());
        await ann.DoAsync(200, "PATCH", $"/events/{id}", $$"""{"groupId":"{{group}}","title":"y"}""");
    }

    [Fact]
    public async Task A_group_that_is_not_there_cannot_be_told_from_one_that_is_not_yours()
    {
        var tenant = app.NewTenant();
        var (ann, bob) = (app.As(tenant, "ann"), app.As(tenant, "bob"));
        var (secret, foreign) = (await ann.GroupAsync("\"privacy\":\"private\""), await app.As(app.NewTenant(), "ann").GroupAsync());
        var answers = new List<string>();
        foreach (var group in new[] { secret, foreign, "never" })
        {
            answers.Add((await bob.DoAsync(400, "POST", "/events", $$"""{"title":"x","groupId":"{{group}}"}""")).Json.GetProperty("details").ToString());
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Who_leaves_the_group_no_longer_sees_its_events()
    {
        var tenant = app.NewTenant();
        var (ann, bob) = (app.As(tenant, "ann"), app.As(tenant, "bob"));
        var group = await ann.GroupAsync();
        var id = await ann.PublishedAsync($"\"visibility\":\"members\",\"groupId\":\"{group}\"");
        await bob.DoAsync(201, "POST", $"/groups/{group}/members");
        await bob.DoAsync(200, "GET", $"/events/{id}");
        await bob.DoAsync(204, "DELETE", $"/groups/{group}/members/bob");
        await bob.DoAsync(404, "GET", $"/events/{id}");
    }
}
