namespace GeekCafe.Community.Tests.Http;

/// <summary>Content types, batches and repeated creates.</summary>
public sealed class ContentTests(CommunityServer server)
{
    private const string Body = """{"title":"x"}""";

    [Theory]
    [InlineData("", 415)] // B163, B164
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("multipart/form-data", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/merge-patch+json", 415)]
    [InlineData("application/json", 201)]
    [InlineData("APPLICATION/JSON; charset=UTF-8", 201)]
    public async Task A_body_is_json_in_utf_8_or_415(string type, int status)
    {
        var ana = await server.SignInAsync();
        var answer = await ana.PostAsync("/events", Body, ("content-type", type));
        Assert.Equal(status, answer.Status);
        if (status == 415) Assert.Equal("UNSUPPORTED_MEDIA_TYPE", answer.ErrorCode);
    }

    [Fact]
    public async Task A_batch_answers_each_entry_in_order_and_each_for_itself()
    {
        var ana = await server.SignInAsync();
        var answer = await ana.PostAsync("/events/batch", $$"""{"items":[{{Body}},{"title":1},{{Body}},null,{"title":"x","tenantId":"t10"},[],{{Body}}]}""");
        var results = answer.Json["results"]!.AsArray();

        Assert.Equal(200, answer.Status);
        Assert.Equal([201, 400, 201, 400, 400, 400, 201], results.Select(static each => each!["status"]!.GetValue<int>()));
        Assert.NotNull(results[1]!["details"]!["title"]);
        var ids = results.Where(static each => each!["data"] is not null).Select(static each => each!["data"]!["id"]!.GetValue<string>()).ToList();
        Assert.Equal(ids.Order(), (await ana.GetAsync("/events")).Ids.Order());

        var got = await ana.PostAsync("/events/batch-get", $$"""{"ids":["{{ids[1]}}","nothing","{{ids[0]}}","{{ids[1]}}"]}""");
        Assert.Equal([ids[1], null, ids[0], ids[1]], got.Json["results"]!.AsArray().Select(static each => each!["data"]?["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("batch", "items")]
    [InlineData("batch-get", "ids")]
    public async Task A_batch_that_is_none_is_refused(string route, string member)
    {
        var ana = await server.SignInAsync();
        var many = string.Join(',', Enumerable.Repeat(route == "batch" ? Body : "\"x\"", 101));
        string[] bodies = ["", "[]", "{}", $$"""{"{{member}}":1}""", $$"""{"{{member}}":[],"{{member}}":[]}""", $$"""{"{{member}}":[],"x":1}""", $$"""{"{{member}}":[{{many}}]}""", $$"""{"{{member}}":[""", "null"];
        foreach (var body in bodies) Assert.Equal(400, (await ana.PostAsync($"/events/{route}", body)).Status);
        Assert.Equal("""{"results":[]}""", (await ana.PostAsync($"/events/{route}", $$"""{"{{member}}":[]}""")).Body);
        Assert.Empty((await ana.GetAsync("/events")).Ids);
    }

    [Fact]
    public async Task A_create_repeated_with_its_key_is_one_create()
    {
        var tenant = CommunityServer.NewTenant();
        var (ana, bob) = (await server.SignInAsync(tenant, "ana"), await server.SignInAsync(tenant, "bob"));
        var key = ("idempotency-key", "order-1");

        var (first, second) = (await ana.PostAsync("/events", Body, key), await ana.PostAsync("/events", Body, key));
        Assert.Equal((201, 201, first.Body), (first.Status, second.Status, second.Body));
        var other = await ana.PostAsync("/events", Body.Replace("\"x\"", "\"y\"", StringComparison.Ordinal), key);
        Assert.Equal((422, "IDEMPOTENCY_MISMATCH"), (other.Status, other.ErrorCode));
        Assert.Equal(201, (await bob.PostAsync("/events", Body.Replace("\"x\"", "\"y\"", StringComparison.Ordinal), key)).Status);
        Assert.Equal([first.Text("id")], (await ana.GetAsync("/events")).Ids);
        Assert.Single((await bob.GetAsync("/events")).Ids);
    }
}
