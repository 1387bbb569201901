namespace GeekCafe.Community.Tests.Http;

/// <summary>What a client and the community say to each other, call by call.</summary>
public sealed class SessionTests(CommunityServer server)
{
    private static readonly string Day = Dates.Day(30);

    private static readonly string Full = $$"""
        {"title":"Chess","description":"Bring a board","startsAt":"{{Day}}T18:00:00+02:00","endsAt":"{{Day}}T21:00:00+02:00","capacity":12,
        "location":{"city":"Wien","street":"Ring 1","country":"AT","latitude":48.2,"longitude":16.37},"tags":["a","b"],"visibility":"private"}
        """;

    [Fact]
    public async Task Create_answers_where_it_is_its_version_and_all_of_it()
    {
        var tenant = CommunityServer.NewTenant();
        var ana = await server.SignInAsync(tenant, "ana");

        var created = await ana.PostAsync("/events", Full);

        Assert.Equal(201, created.Status);
        Assert.Equal($"/events/{created.Text("id")}", created.Header("location"));
        Assert.Equal("\"1\"", created.Header("etag"));
        Assert.Equal("application/json", created.Header("content-type"));
        Assert.Equal("no-store", created.Header("cache-control"));
        Assert.Equal((tenant, "ana", "ana", 1L), (created.Text("tenantId"), created.Text("createdBy"), created.Text("organizerId"), created.Json["version"]!.GetValue<long>()));
        Assert.Equal($"{Day}T18:00:00+02:00", created.Text("startsAt"));
        Assert.Equal("""{"city":"Wien","street":"Ring 1","country":"AT","latitude":48.2,"longitude":16.37}""", created.Json["location"]!.ToJsonString());

        var got = await ana.GetAsync(created.Header("location")!);
        Assert.Equal((200, created.Body, "\"1\""), (got.Status, got.Body, got.Header("etag")));
    }

    [Fact]
    public async Task What_is_not_given_has_its_initial_value()
    {
        var ana = await server.SignInAsync();
        var got = await ana.GetAsync($"/events/{await ana.CreateEventAsync()}");

        Assert.Equal(("draft", "public", "[]"), (got.Text("status"), got.Text("visibility"), got.Json["tags"]!.ToJsonString()));
        foreach (var member in new[] { "description", "endsAt", "capacity", "location" }) Assert.True(got.Json.AsObject().ContainsKey(member) && got.Json[member] is null, member);
    }

    [Theory]
    [InlineData("\"1\"", 304)]
    [InlineData("W/\"1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"7\", \"1\"", 304)]
    [InlineData("\"2\"", 200)]
    [InlineData("1", 400)]
    public async Task A_get_sends_only_what_the_client_has_not(string known, int status)
    {
        var ana = await server.SignInAsync();
        var got = await ana.GetAsync($"/events/{await ana.CreateEventAsync()}", ("if-none-match", known));

        Assert.Equal(status, got.Status);
        if (status == 304) Assert.Equal(("", "\"1\""), (got.Body, got.Header("etag")));
    }

    [Theory]
    [InlineData("""{"title":"New"}""", "title", "\"New\"")]
    [InlineData("""{"description":null}""", "description", null)]
    [InlineData("""{"capacity":null}""", "capacity", null)]
    [InlineData("""{"location":{"street":null,"city":"Graz"}}""", "location", """{"city":"Graz","street":null,"country":"AT","latitude":48.2,"longitude":16.37}""")]
    [InlineData("""{"location":{}}""", "location", """{"city":"Wien","street":"Ring 1","country":"AT","latitude":48.2,"longitude":16.37}""")]
    [InlineData("""{"location":null}""", "location", null)]
    [InlineData("""{"tags":["c"]}""", "tags", """["c"]""")]
    [InlineData("""{"visibility":"public"}""", "visibility", "\"public\"")]
    [InlineData("{}", "title", "\"Chess\"")]
    public async Task A_patch_changes_what_it_holds_and_nothing_else(string patch, string member, string? value)
    {
        var ana = await server.SignInAsync();
        var before = await ana.PostAsync("/events", Full);
        var path = before.Header("location")!;

        var patched = await ana.PatchAsync(path, patch, ("content-type", "application/merge-patch+json"));

        Assert.Equal((200, "\"2\""), (patched.Status, patched.Header("etag")));
        Assert.Equal(value, patched.Json[member]?.ToJsonString());
        Assert.Equal(patched.Body, (await ana.GetAsync(path)).Body);
        var (was, now) = (before.Json.AsObject(), patched.Json.AsObject());
        foreach (var changed in new[] { member, "version", "updatedAt" }) Assert.True(was.Remove(changed) & now.Remove(changed), changed);
        Assert.Equal(was.ToJsonString(), now.ToJsonString());
    }

    [Theory]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"location":{"city":null}}""", "location.city")]
    [InlineData("""{"tags":null}""", "tags")]
    [InlineData("""{"location":{"country":"at"}}""", "location.country")]
    [InlineData("""{"capacity":0}""", "capacity")]
    [InlineData("""{"status":"published"}""", "status")]
    [InlineData("""{"organizerId":"bob"}""", "organizerId")]
    [InlineData("""{"version":9}""", "version")]
    [InlineData("""{"deletedAt":null}""", "deletedAt")]
    public async Task A_patch_that_breaks_a_rule_names_the_member_and_changes_nothing(string patch, string member)
    {
        var ana = await server.SignInAsync();
        var before = await ana.PostAsync("/events", Full);

        var patched = await ana.PatchAsync(before.Header("location")!, patch);

        Assert.Equal((400, "VALIDATION_ERROR"), (patched.Status, patched.ErrorCode));
        Assert.NotNull(patched.Json["details"]![member]);
        Assert.Equal(before.Body, (await ana.GetAsync(before.Header("location")!)).Body);
    }

    [Fact]
    public async Task A_patch_of_a_place_that_is_not_there_needs_what_a_place_needs()
    {
        var ana = await server.SignInAsync();
        var path = $"/events/{await ana.CreateEventAsync()}";

        var refused = await ana.PatchAsync(path, """{"location":{"street":"Ring 1"}}""");
        Assert.Equal(400, refused.Status);
        Assert.NotNull(refused.Json["details"]!["location.city"]);

        var patched = await ana.PatchAsync(path, """{"location":{"city":"Wien"}}""");
        Assert.Equal("Wien", patched.Json["location"]!["city"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task If_match_that_does_not_hold_changes_nothing(string method)
    {
        var ana = await server.SignInAsync();
        var path = $"/events/{await ana.CreateEventAsync()}";
        await ana.PatchAsync(path, """{"title":"second"}""");
        if (method == "POST") await ana.DeleteAsync(path);
        var target = method == "POST" ? path + "/restore" : path;
        var body = method switch { "PATCH" => """{"title":"third"}""", "PUT" => Full, _ => null };

        foreach (var (condition, expected) in new[] { ("\"1\"", 412), ("W/\"2\"", 412), ("\"other\"", 412), ("2", 400) })
        {
            var refused = await ana.SendAsync(method, target, body, ("if-match", condition));
            Assert.Equal(expected, refused.Status);
        }

        var current = method == "POST" ? "\"3\"" : "\"1\", \"2\"";
        Assert.InRange((await ana.SendAsync(method, target, body, ("if-match", current))).Status, 200, 204);
    }

    [Fact]
    public async Task A_replace_keeps_only_what_clients_do_not_write()
    {
        var ana = await server.SignInAsync();
        var before = await ana.PostAsync("/events", Full);
        var path = before.Header("location")!;

        var replaced = await ana.PutAsync(path, """{"title":"Other"}""");

        Assert.Equal((200, "\"2\""), (replaced.Status, replaced.Header("etag")));
        Assert.Equal(("Other", "public", "[]", before.Text("createdAt"), "ana"),
            (replaced.Text("title"), replaced.Text("visibility"), replaced.Json["tags"]!.ToJsonString(), replaced.Text("createdAt"), replaced.Text("organizerId")));
        Assert.Null(replaced.Json["location"]);
        Assert.Equal(400, (await ana.PutAsync(path, """{"title":null}""")).Status);
    }

    [Fact]
    public async Task A_deleted_event_is_gone_everywhere_until_it_is_restored()
    {
        var ana = await server.SignInAsync();
        var id = await ana.CreateEventAsync();
        var path = $"/events/{id}";

        Assert.Equal((204, ""), await Short(ana.DeleteAsync(path)));
        Assert.Equal((204, ""), await Short(ana.DeleteAsync(path)));

        Assert.Equal(404, (await ana.GetAsync(path)).Status);
        Assert.Equal(404, (await ana.PatchAsync(path, """{"title":"y"}""")).Status);
        Assert.Equal(404, (await ana.PutAsync(path, Full)).Status);
        Assert.Empty((await ana.GetAsync("/events")).Items);
        Assert.Empty((await ana.GetAsync("/users/ana/events")).Items);
        Assert.Equal(404, (await ana.PostAsync("/events/batch-get", $$"""{"ids":["{{id}}"]}""")).Json["results"]![0]!["status"]!.GetValue<int>());

        var restored = await ana.SendAsync("POST", path + "/restore", null);
        Assert.Equal((200, "\"3\""), (restored.Status, restored.Header("etag")));
        Assert.Equal(200, (await ana.SendAsync("POST", path + "/restore", null)).Status);
        Assert.Equal("\"3\"", (await ana.GetAsync(path)).Header("etag"));
        Assert.Equal([id], (await ana.GetAsync("/events")).Ids);
        Assert.Equal([id], (await ana.GetAsync("/users/ana/events")).Ids);
    }

    private static async Task<(int Status, string Body)> Short(Task<ApiAnswer> answer) => ((await answer).Status, (await answer).Body);
}
