namespace GeekCafe.Community.Tests.Http;

/// <summary>The catalogue's bad ids (B022 to B054), paths and methods.</summary>
public sealed class PathTests(CommunityServer server)
{
    /// <summary>Ids that are none, percent-encoded: never looked for in the database.</summary>
    public static TheoryData<string> BadIds =>
    [
        .. new[]
        {
            "x#EVENT#y", "#", "E1#", "#E1", " ", "E1 ", "E1\t", "E1\r\n", "E1\u200b", "E1\u00ad", "\ufeffE1", "caf\u00e9", "cafe\u0301", "\u202eE1", "E1\u2028",
            "\uff11\uff12", new string('a', 65), new string('\u00e9', 600), "E1;DROP TABLE", "E1' OR '1'='1", "{\"$gt\":\"\"}", "{{7*7}}", "\U0001f642", "a:b", "a.b", "*", "a+b",
        }.Select(Uri.EscapeDataString),
        "%2E", "%ED%A0%80", "E1%00", "%", "%zz",
    ];

    /// <summary>As above with a slash: an HTTP API decodes the path before the function sees it, so it is a longer path that nobody has. Here the web server resolves dots first.</summary>
    public static TheoryData<string> BadPaths => ["../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "${jndi:ldap://x}", "%2E%2E", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "", "/"];

    [Theory, MemberData(nameof(BadIds))]
    public async Task An_id_that_is_none_is_400(string id)
    {
        var ana = await server.SignInAsync();
        foreach (var (method, suffix, body) in Calls) Assert.Equal(400, (await ana.SendAsync(method, $"/events/{id}{suffix}", body)).Status);
    }

    [Theory, MemberData(nameof(BadPaths))]
    public async Task A_path_nobody_has_is_404(string path)
    {
        var ana = await server.SignInAsync();
        foreach (var (method, suffix, body) in Calls) Assert.Contains((await ana.SendAsync(method, $"/events/{path}{suffix}", body)).Status, new[] { 302, 400, 404 });
    }

    [Theory]
    [InlineData("CON")]
    [InlineData("__proto__")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("null")]
    [InlineData("%65%31")]
    public async Task An_id_that_nothing_has_is_404(string id)
    {
        var ana = await server.SignInAsync();
        foreach (var (method, suffix, body) in Calls) Assert.Equal(404, (await ana.SendAsync(method, $"/events/{id}{suffix}", body)).Status);
    }

    [Fact]
    public async Task A_bad_id_in_a_batch_is_one_missing_entry()
    {
        var ana = await server.SignInAsync();
        var id = await ana.CreateEventAsync();
        var answer = await ana.PostAsync("/events/batch-get", $$"""{"ids":["x#y","","{{id}}","\u0000"]}""");
        Assert.Equal([404, 404, 200, 404], answer.Json["results"]!.AsArray().Select(static each => each!["status"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("PUT", "/events", "GET, HEAD, POST")]
    [InlineData("PATCH", "/events", "GET, HEAD, POST")]
    [InlineData("DELETE", "/events", "GET, HEAD, POST")]
    [InlineData("POST", "/events/e1", "DELETE, GET, HEAD, PATCH, PUT")]
    [InlineData("GET", "/events/e1/restore", "POST")]
    [InlineData("GET", "/events/batch", "POST")]
    [InlineData("GET", "/events/batch-get", "POST")]
    [InlineData("POST", "/users/ana/events", "GET, HEAD")]
    [InlineData("TRACE", "/events", "GET, HEAD, POST")]
    public async Task A_method_the_path_has_not_is_405_and_the_answer_lists_those_it_has(string method, string path, string allowed)
    {
        var ana = await server.SignInAsync();
        var refused = await ana.SendAsync(method, path, null);

        Assert.Equal((405, "METHOD_NOT_ALLOWED"), (refused.Status, refused.ErrorCode));
        Assert.Equal(allowed, string.Join(", ", refused.Header("allow")!.Split(", ").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_head_is_a_get_without_its_body()
    {
        var ana = await server.SignInAsync();
        var path = $"/events/{await ana.CreateEventAsync()}";
        var head = await ana.SendAsync("HEAD", path, null);
        Assert.Equal((200, "", "\"1\""), (head.Status, head.Body, head.Header("etag")));
        Assert.Equal(404, (await ana.SendAsync("HEAD", "/events/unknown", null)).Status);
    }

    private static (string Method, string Suffix, string? Body)[] Calls =>
    [
        ("GET", "", null), ("PATCH", "", "{}"), ("PUT", "", """{"title":"x"}"""), ("DELETE", "", null), ("POST", "/restore", null),
    ];
}
