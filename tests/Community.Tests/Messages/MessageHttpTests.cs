using GeekCafe.Community.Tests.Kit;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Messages;

/// <summary>Conversations over HTTP.</summary>
public sealed class MessageHttpTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    private readonly string _tenant = app.NewTenant();

    private TestClient As(string user, params string[] roles) => app.As(_tenant, user, roles);

    private async Task<string> StartAsync(string more = "") =>
        (await As("ann").PostAsync("/threads", $$"""{"subject":"x","participants":[{"userId":"bob","role":"speaker"}]{{more}}}""")).Id;

    [Fact]
    public async Task A_thread_is_begun_read_and_answered()
    {
        var (ann, bob) = (As("ann"), As("bob"));
        var started = await ann.PostAsync("/threads", """{"subject":"Picnic","type":"direct","participants":[{"userId":"bob"}],"initialMessage":"Sunday?"}""");
        var thread = started.Header("location")!;

        Assert.Equal((201, $"/threads/{started.Id}"), (started.StatusCode, thread));
        Assert.Equal("Picnic", (await bob.GetAsync(thread)).Text("subject"));
        Assert.Equal((started.Id, 1), (Assert.Single((await bob.GetAsync("/threads")).Ids), Unread(await bob.GetAsync("/threads"))));
        Assert.Equal("Sunday?", Assert.Single((await bob.GetAsync($"{thread}/messages")).Items).GetProperty("content").GetString());

        var answer = await bob.PostAsync($"{thread}/messages", """{"content":"Yes!"}""");
        Assert.Equal((201, $"{thread}/messages/2", "bob"), (answer.StatusCode, answer.Header("location"), answer.Text("senderId")));
        Assert.DoesNotContain("requestKey", answer.Body, StringComparison.Ordinal);
        Assert.Equal(0, (await bob.PostAsync($"{thread}/read")).Json.GetProperty("unread").GetInt32());
        Assert.Equal((0, 1), (Unread(await bob.GetAsync("/users/bob/threads")), Unread(await ann.GetAsync("/users/ann/threads"))));
        Assert.Equal([2, 1], (await ann.GetAsync($"{thread}/messages?order=desc")).Items.Select(static each => each.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Threads_are_listed_newest_first_unless_asked_otherwise_and_pages_are_full()
    {
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            ids.Add(await StartAsync());
        }

        Assert.Equal(ids, (await As("ann").GetAsync("/threads?order=asc")).Ids);
        foreach (var deleted in ids[3..]) await As("ann").DoAsync(204, "DELETE", $"/threads/{deleted}");
        var first = await As("ann").GetAsync("/threads?limit=2");
        Assert.Equal([ids[2], ids[1]], first.Ids);
        Assert.Equal([ids[0]], (await As("ann").GetAsync($"/threads?limit=2&cursor={first.Cursor}")).Ids);
    }

    [Theory]
    [InlineData("?type=direct", 1)]
    [InlineData("?type=general", 1)]
    [InlineData("", 2)]
    public async Task Threads_are_listed_by_type(string query, int expected)
    {
        await StartAsync();
        await StartAsync(",\"type\":\"direct\"");
        Assert.Equal(expected, (await As("ann").GetAsync($"/threads{query}")).Items.Count);
    }

    [Fact]
    public async Task A_message_is_edited_deleted_and_brought_back()
    {
        var messages = $"/threads/{await StartAsync()}/messages";
        await As("ann").PostAsync(messages, """{"content":"a"}""");

        Assert.Equal("b", (await As("ann").PatchAsync($"{messages}/1", """{"content":"b"}""", ("if-match", "\"1\""))).Text("content"));
        Assert.Equal(412, (await As("ann").PatchAsync($"{messages}/1", """{"content":"c"}""", ("if-match", "\"1\""))).StatusCode);
        Assert.Equal(403, (await As("bob").PatchAsync($"{messages}/1", """{"content":"c"}""")).StatusCode);
        Assert.Equal(403, (await As("bob").DeleteAsync($"{messages}/1")).StatusCode);
        Assert.Equal(204, (await As("ann").DeleteAsync($"{messages}/1")).StatusCode);
        Assert.Equal(204, (await As("ann").DeleteAsync($"{messages}/1")).StatusCode);
        Assert.Equal(404, (await As("bob").GetAsync($"{messages}/1")).StatusCode);
        Assert.Equal(0, Unread(await As("bob").GetAsync("/threads")));
        Assert.Equal(200, (await As("ann").PostAsync($"{messages}/1/restore")).StatusCode);
        Assert.Equal((1, "b"), (Unread(await As("bob").GetAsync("/threads")), (await As("bob").GetAsync($"{messages}/1")).Text("content")));
    }

    [Fact]
    public async Task A_thread_is_archived_by_each_for_himself()
    {
        var thread = await StartAsync();
        Assert.True((await As("bob").PostAsync($"/threads/{thread}/archive")).Json.GetProperty("isArchived").GetBoolean());
        Assert.Empty((await As("bob").GetAsync("/threads")).Items);
        Assert.Equal([thread], (await As("bob").GetAsync("/threads?archived=true")).Ids);
        Assert.Equal([thread], (await As("ann").GetAsync("/threads?archived=false")).Ids);
        await As("bob").PostAsync($"/threads/{thread}/unarchive");
        Assert.Equal([thread], (await As("bob").GetAsync("/threads")).Ids);
    }

    [Fact]
    public async Task People_come_and_go()
    {
        var thread = await StartAsync();
        Assert.Equal(200, (await As("bob").PostAsync($"/threads/{thread}/participants", """{"userId":"cid"}""")).StatusCode);
        var listed = (await As("cid").GetAsync($"/threads/{thread}/participants")).Items;
        Assert.Equal([("ann", "owner"), ("bob", "speaker"), ("cid", "guest")], listed.Select(static each => (each.GetProperty("userId").GetString()!, each.GetProperty("role").GetString()!)));
        Assert.Equal(403, (await As("bob").DeleteAsync($"/threads/{thread}/participants/cid")).StatusCode);
        Assert.Equal(200, (await As("cid").DeleteAsync($"/threads/{thread}/participants/cid")).StatusCode);
        Assert.Equal(404, (await As("cid").GetAsync($"/threads/{thread}")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "", null)]
    [InlineData("PATCH", "", """{"subject":"y"}""")]
    [InlineData("DELETE", "", null)]
    [InlineData("POST", "/archive", null)]
    [InlineData("POST", "/unarchive", null)]
    [InlineData("POST", "/read", null)]
    [InlineData("POST", "/restore", null)]
    [InlineData("GET", "/participants", null)]
    [InlineData("POST", "/participants", """{"userId":"eve"}""")]
    [InlineData("DELETE", "/participants/ann", null)]
    [InlineData("GET", "/messages", null)]
    [InlineData("POST", "/messages", """{"content":"x"}""")]
    [InlineData("GET", "/messages/1", null)]
    [InlineData("PATCH", "/messages/1", """{"content":"y"}""")]
    [InlineData("DELETE", "/messages/1", null)]
    [InlineData("POST", "/messages/1/restore", null)]
    public async Task Who_takes_no_part_cannot_tell_a_thread_from_none(string method, string path, string? body)
    {
        var thread = await StartAsync(""","initialMessage":"secret" """);
        foreach (var client in new[] { As("eve"), As("root", "admin"), app.As(app.NewTenant(), "ann", "admin") })
        {
            var (there, never) = (await client.SendAsync(method, $"/threads/{thread}{path}", body), await client.SendAsync(method, $"/threads/never{path}", body));
            Assert.Equal((404, "NOT_FOUND", never.StatusCode, never.ErrorCode), (there.StatusCode, there.ErrorCode, 404, "NOT_FOUND"));
        }
    }

    [Theory]
    [InlineData("/threads", """{"subject":"x","participants":[{"userId":"bob"}],"participantIds":["eve"]}""")]
    [InlineData("/threads", """{"subject":"x","lastNumber":7}""")]
    [InlineData("/threads", """{"subject":"x","type":"secret"}""")]
    [InlineData("/threads", """{"participants":[{"userId":"bob"}]}""")]
    [InlineData("/threads", """{"subject":"x","participants":[{"userId":"b b"}]}""")]
    [InlineData("/threads", """{"subject":"x","type":"direct"}""")]
    [InlineData("/threads/{id}/messages", """{"content":"x","senderId":"ann"}""")]
    [InlineData("/threads/{id}/messages", """{"content":"x","tenantId":"t2"}""")]
    [InlineData("/threads/{id}/messages", """{"content":"x","number":9}""")]
    [InlineData("/threads/{id}/messages", """{"content":""}""")]
    [InlineData("/threads/{id}/messages", """{"content":" "}""")]
    [InlineData("/threads/{id}/messages", "{}")]
    public async Task A_body_that_says_what_the_server_says_or_says_nothing_is_400(string path, string body)
    {
        var thread = await StartAsync();
        var refused = await As("bob").PostAsync(path.Replace("{id}", thread, StringComparison.Ordinal), body);
        Assert.Equal((400, "VALIDATION_ERROR"), (refused.StatusCode, refused.ErrorCode));
        Assert.Empty((await As("ann").GetAsync($"/threads/{thread}/messages")).Items);
    }

    [Fact]
    public async Task A_repeated_post_with_its_key_is_one_message()
    {
        var messages = $"/threads/{await StartAsync()}/messages";
        var (first, second) = (await As("ann").PostAsync(messages, """{"content":"a"}""", ("idempotency-key", "k")), await As("ann").PostAsync(messages, """{"content":"a"}""", ("idempotency-key", "k")));
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(422, (await As("ann").PostAsync(messages, """{"content":"b"}""", ("idempotency-key", "k"))).StatusCode);
        Assert.Equal(422, (await As("ann").PostAsync(messages, """{"content":"a","type":"notice"}""", ("idempotency-key", "k"))).StatusCode);
        Assert.Single((await As("bob").GetAsync(messages)).Items);
    }

    [Fact]
    public async Task The_threads_of_others_are_403()
    {
        await StartAsync();
        foreach (var client in new[] { As("ann"), As("root", "admin") }) Assert.Equal(403, (await client.GetAsync("/users/bob/threads")).StatusCode);
    }

    [Fact]
    public async Task Posting_costs_by_participants_and_reading_by_page()
    {
        var thread = await StartAsync();
        using var post = app.Record();
        await As("ann").PostAsync($"/threads/{thread}/messages", """{"content":"a"}""");
        post.Dispose();
        using var list = app.Record();
        await As("bob").GetAsync($"/threads/{thread}/messages");

        Assert.Equal("1 GetItem, 1 item read; 1 BatchGetItem, 3 items read; 1 TransactWriteItems", post.Summary);
        Assert.Equal("1 GetItem, 1 item read; 1 Query, 1 item read", list.Summary);
    }

    [Fact]
    public async Task A_program_posts_as_the_user_of_its_key_and_only_where_that_takes_part()
    {
        var key = await As("root", "admin").PostAsync("/api-keys", """{"name":"bot","scopes":["messages:write"]}""");
        var (own, other) = (await StartAsync(), await StartAsync());
        await As("ann").PostAsync($"/threads/{own}/participants", $$"""{"userId":"{{key.Id}}","role":"bot"}""");
        using var functions = app.Function("messages.create", ("GEEKCAFE_AUTHENTICATION", "apiKey"));
        var bot = functions.AsApiKey(key.Text("key"));

        var posted = await bot.PostAsync($"/threads/{own}/messages", """{"content":"beep"}""");
        Assert.Equal((201, key.Id, _tenant), (posted.StatusCode, posted.Text("senderId"), posted.Text("tenantId")));
        Assert.Equal(404, (await bot.PostAsync($"/threads/{other}/messages", """{"content":"beep"}""")).StatusCode);
        Assert.Equal(400, (await bot.PostAsync($"/threads/{own}/messages", """{"content":"beep","tenantId":"t2","senderId":"ann"}""")).StatusCode);
        Assert.Equal(401, (await functions.AsApiKey("gk_x.y.z").PostAsync($"/threads/{own}/messages", """{"content":"beep"}""")).StatusCode);
    }

    private static int Unread(LambdaResponse list) => Assert.Single(list.Items).GetProperty("unread").GetInt32();
}
