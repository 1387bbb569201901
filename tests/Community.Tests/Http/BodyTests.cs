namespace GeekCafe.Community.Tests.Http;

/// <summary>The catalogue's bad bodies (B066 to B119) as far as events have such members, against every verb that has a body.</summary>
public sealed class BodyTests(CommunityServer server)
{
    private const string Rest = "\"tags\":[\"y\"]";

    /// <summary>Members a client must not write: identity, audit, storage names, the server's own, and unknown ones.</summary>
    public static TheoryData<string, string> Unwritable => new()
    {
        { "tenant_id", "\"t10\"" }, { "tenantId", "\"t10\"" }, { "TENANT_ID", "\"t10\"" }, { "TenantId", "\"t10\"" }, { "tenant-id", "\"t10\"" },
        { "tenant\\u005fid", "\"t10\"" }, { "tenant\\u0049d", "\"t10\"" }, { "id", "\"mine\"" }, { "version", "999" }, { "created_at", "\"2000-01-01T00:00:00Z\"" },
        { "createdAt", "\"2000-01-01T00:00:00Z\"" }, { "created_by", "\"root\"" }, { "createdBy", "\"root\"" }, { "updatedAt", "\"2000-01-01T00:00:00Z\"" },
        { "updatedBy", "\"root\"" }, { "deleted", "false" }, { "deletedAt", "null" }, { "deleted_at", "null" }, { "deletedBy", "null" }, { "pk", "\"TENANT#t10\"" },
        { "sk", "\"EVENT#1\"" }, { "gsi1pk", "\"USER#u\"" }, { "gsi1_pk", "\"USER#u\"" }, { "gsi1_sk", "\"x\"" }, { "_type", "\"User\"" }, { "ttl", "1" }, { "_rid", "\"0\"" },
        { "owner_id", "\"u9\"" }, { "organizerId", "\"u9\"" }, { "organizer_id", "\"u9\"" }, { "role", "\"admin\"" }, { "is_admin", "true" }, { "groups", "[\"admin\"]" },
        { "extra", "1" }, { "__proto__", "{\"admin\":true}" }, { "$type", "\"System.Object\"" }, { "$id", "\"1\"" }, { "$ref", "\"1\"" }, { "$values", "[]" },
        { "Title", "\"y\"" }, { "starts_at", "\"2026-06-01T10:00:00Z\"" },
    };

    /// <summary>Values a member cannot have, by the member they must be reported under.</summary>
    public static TheoryData<string, string> WrongValues => new()
    {
        { "title", "null" }, { "title", "1" }, { "title", "[\"x\"]" }, { "title", "\"a\\ud800\"" }, { "title", "{}" }, { "title", "true" },
        { "startsAt", "\"2026-02-30T00:00:00Z\"" }, { "startsAt", "\"2026-01-01T00:00:00\"" }, { "startsAt", "\"2026-01-01\"" }, { "startsAt", "1" },
        { "startsAt", "\"2026-01-01T00:00:00Z \"" }, { "startsAt", "\"\"" }, { "startsAt", "\"0001-01-01T00:00:00+14:00\"" }, { "startsAt", "\"2026-01-01T24:00:00Z\"" },
        { "endsAt", "\"tomorrow\"" }, { "capacity", "1.0" }, { "capacity", "1e2" }, { "capacity", "2147483648" }, { "capacity", "1e999999999" }, { "capacity", "\"5\"" },
        { "capacity", "0" }, { "capacity", "100001" }, { "capacity", "true" }, { "visibility", "99" }, { "visibility", "\"99\"" }, { "visibility", "\"Public\"" },
        { "visibility", "\"public,private\"" }, { "visibility", "null" }, { "visibility", "\"\"" }, { "tags", "\"a\"" }, { "tags", "{}" }, { "tags", "[1]" }, { "tags", "[null]" }, { "tags", "null" },
        { "location", "\"Wien\"" }, { "location", "[]" }, { "location.city", "{\"city\":1}" }, { "location.planet", "{\"city\":\"x\",\"planet\":\"x\"}" },
        { "location.city", "{\"city\":\"\"}" }, { "location.city", "{\"city\":\"a\",\"city\":\"b\"}" }, { "location.latitude", "{\"city\":\"x\",\"latitude\":1e400}" },
        { "location.latitude", "{\"city\":\"x\",\"latitude\":91}" }, { "location.latitude", "{\"city\":\"x\",\"latitude\":\"1\"}" }, { "location.longitude", "{\"city\":\"x\",\"longitude\":-180.5}" },
        { "location.country", "{\"city\":\"x\",\"country\":\"AUT\"}" },
    };

    /// <summary>What is not one JSON object.</summary>
    public static TheoryData<string> NotAnObject => new()
    {
        "", "   ", "null", "[]", "1", "true", "\"x\"", "{\"title\":", "{\"title\":\"a\",}", "{\"title\":\"a\"} {}", "{title:\"a\"}", "{'title':'a'}", "{\"title\":\"a\"}//x",
        "{\"title\":\"a\"/* x */}", "{\"capacity\":NaN,\"title\":\"a\"}", "{\"capacity\":+1}", "{\"capacity\":0x10}", "{\"capacity\":.5}", "{\"capacity\":00}", "{\"title\":\"a\"",
        "{\"title\":\"a\u0001\"}", "\ufeff{\"title\":\"a\"}", new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 40_000)),
    };

    [Theory, MemberData(nameof(Unwritable))]
    public async Task A_member_that_clients_do_not_write_is_refused_and_nothing_written(string member, string value)
    {
        var named = System.Text.Json.Nodes.JsonNode.Parse($"\"{member}\"")!.GetValue<string>();
        await RefusedAsync($$"""{"title":"x",{{Rest}},"{{member}}":{{value}}}""", "VALIDATION_ERROR", named);
    }

    [Theory, MemberData(nameof(WrongValues))]
    public async Task A_value_that_does_not_fit_is_refused_by_its_members_name(string path, string value)
    {
        var member = path.Split('.')[0];
        var others = string.Concat(new[] { "\"title\":\"x\",", Rest + "," }.Where(each => !each.StartsWith($"\"{member}\"", StringComparison.Ordinal)));
        await RefusedAsync($$"""{{{others}}"{{member}}":{{value}}}""", "VALIDATION_ERROR", path);
    }

    [Theory, MemberData(nameof(NotAnObject))]
    public Task What_is_not_one_object_is_refused(string body) => RefusedAsync(body, "INVALID_FORMAT", null);

    [Theory]
    [InlineData("""{"title":"a","title":"b"}""")]
    [InlineData("""{"title":"a","\u0074itle":"b"}""")]
    [InlineData("""{"\u0074itle":"a","titl\u0065":"b"}""")]
    public Task A_member_twice_is_refused_however_it_is_written(string body) => RefusedAsync(body, "VALIDATION_ERROR", "title");

    [Fact]
    public async Task An_escaped_name_is_the_name()
    {
        var ana = await server.SignInAsync();
        var created = await ana.PostAsync("/events", """{"\u0074itle":"\u0061\ud83d\ude42"}""");
        Assert.Equal((201, "a🙂"), (created.Status, created.Text("title")));
    }

    [Fact]
    public async Task Everything_required_is_asked_for_at_once()
    {
        var ana = await server.SignInAsync();
        var refused = await ana.PostAsync("/groups", "{}");
        Assert.Equal(["category", "description", "name"], refused.Json["details"]!.AsObject().Select(static each => each.Key).Order());
    }

    [Theory]
    [InlineData(1_000_001, 'a')] // B086
    [InlineData(10_485_760, ' ')] // B119
    public async Task A_body_past_the_limit_is_413(int length, char text)
    {
        var ana = await server.SignInAsync();
        var refused = await ana.PostAsync("/events", text == ' ' ? new string(' ', length) : $$"""{"title":"{{new string(text, length)}}",{{Rest}}}""");
        Assert.Equal((413, "PAYLOAD_TOO_LARGE"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("a\\r\\nlevel=FATAL msg=owned")] // B190
    [InlineData("\\u001b[2J")] // B191
    [InlineData("{\\\"level\\\":\\\"FATAL\\\"}")] // B192
    [InlineData("%0d%0aSet-Cookie: x=1")] // B193
    [InlineData("\\u0000")]
    [InlineData(":v0 #n0 SET ) OR (1=1 TENANT#t10")]
    [InlineData("\\u202eabc\\ufeff")]
    public async Task Odd_text_is_kept_as_it_is(string title)
    {
        var ana = await server.SignInAsync();
        var created = await ana.PostAsync("/events", $$"""{"title":"{{title}}",{{Rest}}}""");
        Assert.Equal(201, created.Status);
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse($"\"{title}\"")!.GetValue<string>(), (await ana.GetAsync(created.Header("location")!)).Text("title"));
    }

    private async Task RefusedAsync(string body, string code, string? member)
    {
        var ana = await server.SignInAsync();
        var path = $"/events/{await ana.CreateEventAsync()}";
        var before = await ana.GetAsync(path);
        foreach (var (method, target) in new[] { ("POST", "/events"), ("PUT", path), ("PATCH", path) })
        {
            var refused = await ana.SendAsync(method, target, body);
            Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
            if (member is not null) Assert.Contains(member, refused.Json["details"]!.AsObject().Select(static each => each.Key));
            Assert.False(string.IsNullOrEmpty(refused.Text("requestId")));
            foreach (var inside in new[] { "System.", "LineNumber", "BytePosition", " at GeekCafe", "Exception" }) Assert.DoesNotContain(inside, refused.Text("error"), StringComparison.Ordinal);
        }

        Assert.Equal(before.Body, (await ana.GetAsync(path)).Body);
        Assert.Single((await ana.GetAsync("/events")).Ids);
    }
}
