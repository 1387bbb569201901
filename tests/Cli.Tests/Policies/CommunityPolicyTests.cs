using Community;
using GeekCafe.Testing;

namespace GeekCafe.Cli.Tests.Policies;

/// <summary>
/// Every function of the sample does its work with the policy it is given: operations whose hooks read other resources, operations written by hand, jobs
/// and the stream. Callers are chosen so that hooks have something to look up.
/// </summary>
public sealed class CommunityPolicyTests : IAsyncLifetime
{
    private TestApplication<CommunityApplication> _app = null!;
    private Walk _walk = null!;

    public async ValueTask InitializeAsync()
    {
        if (LocalDynamo.Missing is { } missing) Assert.Skip(missing);
        _app = await TestApplication<CommunityApplication>.StartAsync();
        _walk = new(_app);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    [Fact]
    public async Task Every_function_of_the_sample_may_do_what_it_does()
    {
        var group = await GroupsAsync();
        var meeting = await EventsAsync(group);
        await AttendeesAsync(meeting);
        await ThreadsAsync(meeting);
        await UsersAsync();
        await VotesAsync();
        await AnalyticsAsync(await KeysAsync());
        await RemovalsAsync(group, meeting);
        Assert.Empty(_walk.Denied);
        Assert.Empty(_walk.Left);
    }

    /// <summary>A private group of ann's, where bob is a member and co a co-owner.</summary>
    private async Task<string> GroupsAsync()
    {
        const string Sports = """{"name":"Runners","description":"We run on Sundays.","category":"sports","privacy":"private"}""";
        var id = await _walk.CreateAsync("groups.create", "ann", "/groups", Sports);
        foreach (var user in (string[])["bob", "co", "mo"]) await _walk.CallAsync("memberships.add", "ann", $"/groups/{id}/members/{user}", "{}");
        await _walk.CallAsync("memberships.giveRole", "ann", $"/groups/{id}/members/co/role", """{"role":"coOwner"}""");
        await _walk.CallAsync("memberships.get", "bob", $"/groups/{id}/members/ann");
        await _walk.CallAsync("memberships.list", "bob", $"/groups/{id}/members");
        await _walk.CallAsync("memberships.listByUser", "bob", "/users/ann/groups");
        await _walk.CallAsync("memberships.delete", "ann", $"/groups/{id}/members/mo");
        await _walk.CallAsync("groups.get", "bob", $"/groups/{id}");
        await _walk.CallAsync("groups.list", "bob", "/groups");
        await _walk.CallAsync("groups.listByOwner", "bob", "/users/ann/owned-groups");
        await _walk.CallAsync("groups.listOfCategory", "bob", "/groups/by-category/sports");
        await _walk.CallAsync("groups.batchGet", "bob", "/groups/batch-get", $$"""{"ids":["{{id}}"]}""");
        await _walk.CallAsync("groups.patch", "co", $"/groups/{id}", """{"description":"We run on Mondays."}""");
        await _walk.CallAsync("groups.replace", "co", $"/groups/{id}", Sports);

        var open = await _walk.CreateAsync("groups.create", "ann", "/groups", """{"name":"Open","description":"For everybody.","category":"social","joinApproval":"approval"}""");
        await _walk.CallAsync("memberships.join", "eve", $"/groups/{open}/members");
        await _walk.CallAsync("memberships.approve", "ann", $"/groups/{open}/members/eve/approve");
        await _walk.CallAsync("groups.transfer", "ann", $"/groups/{open}/transfer", """{"userId":"eve"}""");
        return id;
    }

    /// <summary>A published event for members of the group.</summary>
    private async Task<string> EventsAsync(string group)
    {
        var body = $$"""{"title":"Run","startsAt":"{{_walk.Now.AddDays(20):yyyy-MM-ddTHH:mm:ssZ}}","groupId":"{{group}}","visibility":"members","capacity":1}""";
        var id = await _walk.CreateAsync("events.create", "ann", "/events", body);
        await _walk.CallAsync("events.batchCreate", "ann", "/events/batch", $$"""{"items":[{{body}}]}""");
        await _walk.CallAsync("events.publish", "ann", $"/events/{id}/publish");
        await _walk.CallAsync("events.get", "bob", $"/events/{id}");
        await _walk.CallAsync("events.list", "bob", "/events");
        await _walk.CallAsync("events.listByOrganizer", "bob", "/users/ann/events");
        await _walk.CallAsync("events.listByGroup", "bob", $"/groups/{group}/events");
        await _walk.CallAsync("events.listUpcoming", "bob", "/events/upcoming");
        await _walk.CallAsync("events.batchGet", "bob", "/events/batch-get", $$"""{"ids":["{{id}}"]}""");
        await _walk.CallAsync("events.patch", "ann", $"/events/{id}", """{"title":"Long run"}""");
        await _walk.CallAsync("events.replace", "ann", $"/events/{id}", body);

        // A group that is given later is looked up then.
        var later = await _walk.CreateAsync("events.create", "ann", "/events", $$"""{"title":"Draft","startsAt":"{{_walk.Now.AddDays(30):yyyy-MM-ddTHH:mm:ssZ}}"}""");
        await _walk.CallAsync("events.patch", "ann", $"/events/{later}", $$"""{"groupId":"{{group}}"}""");
        await _walk.CallAsync("events.publish", "ann", $"/events/{later}/publish");
        await _walk.CallAsync("events.cancel", "ann", $"/events/{later}/cancel", """{"reason":"Rain."}""");
        return id;
    }

    private async Task AttendeesAsync(string meeting)
    {
        var path = $"/events/{meeting}/attendees";
        await _walk.CallAsync("attendees.invite", "ann", path, """{"userId":"bob"}""");
        await _walk.CallAsync("attendees.inviteMany", "ann", $"/events/{meeting}/invitations", """{"userIds":["cat","dan"]}""");
        await _walk.CallAsync("attendees.giveRole", "ann", $"{path}/co/role", """{"role":"coHost"}""");
        await _walk.CallAsync("attendees.rsvp", "ann", $"{path}/ann/rsvp", """{"status":"accepted"}""");
        await _walk.CallAsync("attendees.rsvp", "bob", $"{path}/bob/rsvp", """{"status":"waitlist"}""");
        await _walk.CallAsync("events.patch", "ann", $"/events/{meeting}", """{"capacity":9}""");
        await _walk.CallAsync("attendees.promote", "co", $"{path}/bob/promote");
        await _walk.CallAsync("attendees.checkIn", "co", $"{path}/bob/check-in");
        await _walk.CallAsync("attendees.get", "co", $"{path}/bob");
        await _walk.CallAsync("attendees.list", "bob", path);
        await _walk.CallAsync("attendees.listByUser", "ann", "/users/bob/attendances");
        await _walk.CallAsync("attendees.listWaiting", "bob", $"/events/{meeting}/waitlist");
        await _walk.CallAsync("attendees.delete", "co", $"{path}/dan");
    }

    private async Task ThreadsAsync(string meeting)
    {
        var id = await _walk.CreateAsync("threads.create", "ann", "/threads",
            $$"""{"subject":"Shoes","type":"event","eventId":"{{meeting}}","participants":[{"userId":"bob"}],"initialMessage":"Which?"}""");
        await _walk.CallAsync("threads.get", "bob", $"/threads/{id}");
        await _walk.CallAsync("threads.batchGet", "bob", "/threads/batch-get", $$"""{"ids":["{{id}}"]}""");
        await _walk.CallAsync("threads.patch", "ann", $"/threads/{id}", """{"subject":"Socks"}""");
        await _walk.CallAsync("threads.replace", "ann", $"/threads/{id}", $$"""{"subject":"Shoes","type":"event","eventId":"{{meeting}}"}""");
        await _walk.CallAsync("threads.addParticipant", "ann", $"/threads/{id}/participants", """{"userId":"cat"}""");
        await _walk.CallAsync("threads.removeParticipant", "ann", $"/threads/{id}/participants/cat");
        await _walk.CallAsync("threads.listParticipants", "bob", $"/threads/{id}/participants");
        foreach (var deed in (string[])["read", "archive", "unarchive"]) await _walk.CallAsync($"threads.{deed}", "bob", $"/threads/{id}/{deed}");
        await _walk.CallAsync("threads.list", "bob", "/threads");
        await _walk.CallAsync("threads.listOfUser", "bob", "/users/bob/threads");
        await _walk.CallAsync("threads.listByEvent", "bob", $"/events/{meeting}/threads");

        await _walk.CallAsync("messages.create", "bob", $"/threads/{id}/messages", """{"content":"Red ones."}""");
        await _walk.CallAsync("messages.get", "ann", $"/threads/{id}/messages/2");
        await _walk.CallAsync("messages.list", "ann", $"/threads/{id}/messages");
        await _walk.CallAsync("messages.patch", "bob", $"/threads/{id}/messages/2", """{"content":"Blue ones."}""");
        await _walk.CallAsync("messages.replace", "bob", $"/threads/{id}/messages/2", """{"content":"Green ones."}""");
        await _walk.CallAsync("messages.delete", "bob", $"/threads/{id}/messages/2");
        await _walk.CallAsync("messages.restore", "bob", $"/threads/{id}/messages/2/restore");
        await _walk.CallAsync("threads.delete", "ann", $"/threads/{id}");
        await _walk.CallAsync("threads.restore", "ann:admin", $"/threads/{id}/restore");
    }

    private async Task UsersAsync()
    {
        static string Body(string email) => $$"""{"email":"{{email}}@example.com","firstName":"B","lastName":"C"}""";
        await _walk.CallAsync("users.create", "bob", "/users", Body("bob"));
        await _walk.CallAsync("users.batchCreate", "root:admin", "/users/batch", $$"""{"items":[{{Body("cat")}}]}""");
        await _walk.CallAsync("users.get", "bob", "/users/bob");
        await _walk.CallAsync("users.batchGet", "bob", "/users/batch-get", """{"ids":["bob"]}""");
        await _walk.CallAsync("users.patch", "bob", "/users/bob", """{"email":"rob@example.com"}""");
        await _walk.CallAsync("users.replace", "bob", "/users/bob", Body("bob"));
        await _walk.CallAsync("users.getProfile", "bob", "/users/bob/profile");
        await _walk.CallAsync("users.findByEmail", "bob", "/users/by-email/bob@example.com");
        await _walk.CallAsync("users.findProfile", "root:admin", "/users/by-email/bob@example.com/profile");
        await _walk.CallAsync("users.list", "root:admin", "/users");
        await _walk.CallAsync("users.listOfRole", "root:admin", "/users/by-role/user");
        await _walk.CallAsync("users.delete", "bob", "/users/bob");
        await _walk.CallAsync("users.restore", "root:admin", "/users/bob/restore");
    }

    private async Task VotesAsync()
    {
        await _walk.CallAsync("vote-summaries.open", "root:admin", "/targets", """{"targetId":"t1","voteType":"singleChoice"}""");
        await _walk.CallAsync("votes.create", "bob", "/votes", """{"targetId":"t1","voteType":"singleChoice","choices":["yes"]}""");
        await _walk.CallAsync("votes.patch", "bob", "/votes/t1/bob", """{"choices":["no"]}""");
        await _walk.CallAsync("votes.get", "ann", "/votes/t1/bob");
        await _walk.CallAsync("votes.list", "bob", "/votes");
        await _walk.CallAsync("votes.listByTarget", "bob", "/targets/t1/votes");
        await _walk.CallAsync("votes.listByUser", "bob", "/users/bob/votes");
        await _walk.CallAsync("vote-summaries.list", "bob", "/targets");
        await _walk.CallAsync("vote-summaries.get", "bob", "/targets/t1/summary");
        await _walk.CallAsync("vote-summaries.recount", "root:admin", "/targets/t1/recount");
        await _walk.CallAsync("vote-summaries.recountMany", "root:admin", "/targets/recount", """{"targetIds":["t1"]}""");
        await _walk.CallAsync("votes.delete", "bob", "/votes/t1/bob");
        _app.Clock.Advance(TimeSpan.FromDays(2));
        await _walk.CallAsync("vote-summaries.listStale", "root:admin", "/targets/stale");
        await _walk.StartAsync("vote-summaries.recount");
    }

    /// <summary>Gives a key for analytics.</summary>
    private async Task<string> KeysAsync()
    {
        const string Body = """{"name":"site","scopes":["analytics:write"]}""";
        var created = (await _walk.CallAsync("api-keys.create", "root:admin", "/api-keys", Body)).Json;
        var id = created.GetProperty("id").GetString();
        await _walk.CallAsync("api-keys.batchCreate", "root:admin", "/api-keys/batch", $$"""{"items":[{{Body}}]}""");
        await _walk.CallAsync("api-keys.get", "root:admin", $"/api-keys/{id}");
        await _walk.CallAsync("api-keys.list", "root:admin", "/api-keys");
        await _walk.CallAsync("api-keys.batchGet", "root:admin", "/api-keys/batch-get", $$"""{"ids":["{{id}}"]}""");
        await _walk.CallAsync("api-keys.patch", "root:admin", $"/api-keys/{id}", """{"name":"website"}""");
        await _walk.CallAsync("api-keys.replace", "root:admin", $"/api-keys/{id}", Body);
        await _walk.CallAsync("api-keys.delete", "root:admin", $"/api-keys/{id}");
        await _walk.CallAsync("api-keys.restore", "root:admin", $"/api-keys/{id}/restore");

        var other = await _walk.CreateAsync("api-keys.create", "root:admin", "/api-keys", Body);
        await _walk.CallAsync("api-keys.revoke", "root:admin", $"/api-keys/{other}/revoke");
        return created.GetProperty("key").GetString()!;
    }

    private async Task AnalyticsAsync(string key)
    {
        var created = (await _walk.CallAsync("analytics.create", key, "/analytics", """{"route":"/home","data":{"kind":"pageView"}}""")).Json;
        var admin = Callers.User(created.GetProperty("tenantId").GetString()!, "root", "admin");
        await _walk.ChangeAsync(Assert.Single((await _app.Services.Analytics.ListAsync(admin, "/home")).Data.Items));
        await _walk.StartAsync("analytics.recount");
        await _walk.CallAsync("analytics.list", "root:admin", "/analytics?route=/home");
        await _walk.CallAsync("analytics-summaries.list", "root:admin", "/analytics/summaries?route=/home&period=hourly");
        await _walk.CallAsync("analytics-summaries.recountPages", "root:admin", "/analytics/recount", """{"routes":["/home"],"period":"hourly"}""");
    }

    private async Task RemovalsAsync(string group, string meeting)
    {
        await _walk.CallAsync("events.delete", "ann", $"/events/{meeting}");
        await _walk.CallAsync("events.restore", "ann", $"/events/{meeting}/restore");
        await _walk.CallAsync("groups.delete", "ann", $"/groups/{group}");
        await _walk.CallAsync("groups.restore", "ann", $"/groups/{group}/restore");
    }
}
