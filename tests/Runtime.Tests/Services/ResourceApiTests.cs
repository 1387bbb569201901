using System.Text.Json;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Services;

/// <summary>The HTTP contract, from event bytes to the database and back.</summary>
public abstract class ResourceApiTests(Engine engine) : ServiceSuite(engine)
{
    public sealed class OnDynoxide() : ResourceApiTests(Engine.Dynoxide);

    public sealed class OnDynamoDbLocal() : ResourceApiTests(Engine.DynamoDbLocal);

    [Fact]
    public async Task A_resource_goes_through_its_life()
    {
        var created = await SendAsync("POST", "/notes", """{"title":"a","count":3}""");
        Assert.Equal(201, created.StatusCode);
        var id = created.Json.GetProperty("id").GetString();
        Assert.Equal(($"/notes/{id}", "\"1\"", "ann"), (created.Header("location"), created.Header("etag"), created.Json.GetProperty("createdBy").GetString()));

        var got = await SendAsync("GET", $"/notes/{id}");
        Assert.Equal((200, "\"1\"", created.Body), (got.StatusCode, got.Header("etag"), got.Body));
        var patched = await SendAsync("PATCH", $"/notes/{id}", """{"title":"b"}""");
        Assert.Equal((200, "\"2\"", "b", 3), (patched.StatusCode, patched.Header("etag"), Title(patched), patched.Json.GetProperty("count").GetInt32()));
        var replaced = await SendAsync("PUT", $"/notes/{id}", """{"title":"c"}""");
        Assert.Equal((200, "\"3\"", "c", 0), (replaced.StatusCode, replaced.Header("etag"), Title(replaced), replaced.Json.GetProperty("count").GetInt32()));

        foreach (var _ in new[] { 1, 2 })
        {
            var deleted = await SendAsync("DELETE", $"/notes/{id}");
            Assert.Equal((204, "", null), (deleted.StatusCode, deleted.Body, deleted.Header("content-type")));
        }

        Assert.Equal(404, (await SendAsync("GET", $"/notes/{id}")).StatusCode);
        var restored = await SendAsync("POST", $"/notes/{id}/restore");
        Assert.Equal((200, "\"5\"", "c"), (restored.StatusCode, restored.Header("etag"), Title(restored)));
    }

    [Fact]
    public async Task Unknown_deleted_and_foreign_are_byte_for_byte_one_answer()
    {
        var deleted = await CreateAsync();
        Ok(await Notes.DeleteAsync(Ann, deleted.Key));
        var foreign = await CreateAsync("foreign", Stranger);
        foreach (var (method, suffix, body) in new[]
        {
            ("GET", "", null), ("PATCH", "", """{"title":"x"}"""), ("PUT", "", """{"title":"x"}"""), ("DELETE", "", null), ("POST", "/restore", null),
        })
        {
            var never = await SendAsync(method, $"/notes/never{suffix}", body, user: "bob");
            Assert.Equal(404, never.StatusCode);
            foreach (var id in new[] { deleted.Id, foreign.Id })
            {
                var answer = await SendAsync(method, $"/notes/{id}{suffix}", body, user: "bob");
                Assert.Equal((never.StatusCode, never.Body), (answer.StatusCode, answer.Body));
                Assert.Equal(never.Headers, answer.Headers);
            }
        }
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"7\", \"1\"", 200)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"x\"", 412)]
    [InlineData("\"01\"", 412)]
    [InlineData("\"7\",\"8\"", 412)]
    [InlineData("1", 400)]
    [InlineData("\"1", 400)]
    [InlineData("\"1\" \"2\"", 400)]
    [InlineData("*, \"1\"", 400)]
    [InlineData("\"1\",", 400)]
    [InlineData("", 400)]
    public async Task If_match_must_hold(string value, int status)
    {
        foreach (var method in new[] { "PATCH", "PUT", "DELETE" })
        {
            var note = await CreateAsync();
            var answer = await SendAsync(method, $"/notes/{note.Id}", method == "DELETE" ? null : """{"title":"b"}""", headers: ("If-Match", value));
            Assert.Equal(method == "DELETE" && status == 200 ? 204 : status, answer.StatusCode);
            if (status != 200) Assert.Equal(note, Ok(await Notes.GetAsync(Ann, note.Key)));
        }

        // A precondition never tells what exists: 404 comes before 412.
        if (status != 400) Assert.Equal(404, (await SendAsync("PATCH", "/notes/never", "{}", headers: ("If-Match", value))).StatusCode);
    }

    [Theory]
    [InlineData("\"1\"", 304)]
    [InlineData("W/\"1\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"0\", \"1\"", 304)]
    [InlineData("\"2\"", 200)]
    [InlineData("nonsense", 400)]
    public async Task If_none_match_saves_the_body(string value, int status)
    {
        var note = await CreateAsync();
        var answer = await SendAsync("GET", $"/notes/{note.Id}", headers: ("If-None-Match", value));
        Assert.Equal(status, answer.StatusCode);
        if (status != 304) return;
        Assert.Equal(("", "\"1\""), (answer.Body, answer.Header("etag")));
    }

    [Fact]
    public async Task A_list_has_items_and_a_cursor()
    {
        for (var i = 0; i < 5; i++)
        {
            await CreateAsync($"{i}");
            await Task.Delay(2);
        }

        var first = await SendAsync("GET", "/notes", query: [("limit", "3")]);
        Assert.Equal((200, 3), (first.StatusCode, first.Json.GetProperty("items").GetArrayLength()));
        var rest = await SendAsync("GET", "/notes", query: [("limit", "3"), ("cursor", first.Json.GetProperty("cursor").GetString()!)]);
        Assert.Equal((2, JsonValueKind.Null), (rest.Json.GetProperty("items").GetArrayLength(), rest.Json.GetProperty("cursor").ValueKind));
        var last = await SendAsync("GET", "/notes", query: [("order", "desc"), ("limit", "1")]);
        Assert.Equal("4", last.Json.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal("""{"items":[],"cursor":null}""", (await SendAsync("GET", "/notes", tenant: "t10")).Body);
    }

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "101")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "1.5")]
    [InlineData("limit", "1e1")]
    [InlineData("limit", "abc")]
    [InlineData("limit", "2147483648")]
    [InlineData("limit", "99999999999999999999")]
    [InlineData("order", "up")]
    [InlineData("Limit", "1")]
    [InlineData("tenantId", "t10")]
    public async Task Parameters_are_strict(string name, string value)
    {
        var answer = await SendAsync("GET", "/notes", query: [(name, value)]);
        Assert.Equal((400, "INVALID_PARAMETER"), (answer.StatusCode, answer.ErrorCode));
        Assert.Equal(400, (await SendAsync("GET", "/notes", query: [("limit", "1"), ("limit", "1")])).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("abc")]
    public async Task A_cursor_that_is_none_is_400(string cursor)
    {
        var answer = await SendAsync("GET", "/notes", query: [("cursor", cursor)]);
        Assert.Equal((400, "INVALID_CURSOR"), (answer.StatusCode, answer.ErrorCode));
    }

    [Theory]
    [InlineData("""{"title":"a","version":9}""", "version")]
    [InlineData("""{"title":"a","tenantId":"t10"}""", "tenantId")]
    [InlineData("""{"title":"a","pk":"x"}""", "pk")]
    [InlineData("""{"title":"a","title":"b"}""", "title")]
    [InlineData("""{"title":1}""", "title")]
    [InlineData("""{"count":1}""", "title")]
    [InlineData("""{"title":""}""", "title")]
    public async Task What_is_wrong_with_a_body_is_named(string body, string member)
    {
        var answer = await SendAsync("POST", "/notes", body);
        Assert.Equal((400, "VALIDATION_ERROR"), (answer.StatusCode, answer.ErrorCode));
        Assert.True(answer.Json.GetProperty("details").TryGetProperty(member, out _));
        Assert.Empty(Ok(await Notes.ListAsync(Ann)).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("\"text\"")]
    public async Task What_is_no_object_is_an_invalid_format(string body)
    {
        foreach (var path in new[] { "/notes", "/notes/batch", "/notes/batch-get" })
        {
            var answer = await SendAsync("POST", path, body);
            Assert.Equal((400, "INVALID_FORMAT"), (answer.StatusCode, answer.ErrorCode));
        }
    }

    [Fact]
    public async Task Batches_answer_for_each_entry_in_order()
    {
        var answer = await SendAsync("POST", "/notes/batch", """{"items":[{"title":"a"},{"title":""},7,{"title":"b","x":1},{"title":"c"}]}""");
        Assert.Equal(200, answer.StatusCode);
        var results = answer.Json.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal([201, 400, 400, 400, 201], results.Select(static each => each.GetProperty("status").GetInt32()));
        Assert.Equal(["VALIDATION_ERROR", "INVALID_FORMAT", "VALIDATION_ERROR"], results.Skip(1).Take(3).Select(static each => each.GetProperty("errorCode").GetString()));
        Assert.True(results[3].GetProperty("details").TryGetProperty("x", out _));

        var ids = results.Where(static each => each.TryGetProperty("data", out _)).Select(static each => each.GetProperty("data").GetProperty("id").GetString()!).ToList();
        answer = await SendAsync("POST", "/notes/batch-get", JsonSerializer.Serialize(new { ids = new[] { ids[1], "never", ids[0], "a#b" } }));
        results = [.. answer.Json.GetProperty("results").EnumerateArray()];
        Assert.Equal([200, 404, 200, 404], results.Select(static each => each.GetProperty("status").GetInt32()));
        Assert.Equal(["c", "a"], results.Where(static each => each.TryGetProperty("data", out _)).Select(static each => each.GetProperty("data").GetProperty("title").GetString()));
        Assert.Equal(results[1].GetRawText(), results[3].GetRawText());

        Assert.Equal("""{"results":[]}""", (await SendAsync("POST", "/notes/batch-get", """{"ids":[]}""")).Body);
        Assert.Equal(200, (await SendAsync("POST", "/notes/batch-get", Ids(100))).StatusCode);
        foreach (var bad in new[] { Ids(101), "{}", """{"ids":"a"}""", """{"ids":[1]}""", """{"ids":[],"ids":[]}""", """{"ids":[],"x":1}""", """{"ids":["\ud800"]}""" })
        {
            Assert.Equal("VALIDATION_ERROR", (await SendAsync("POST", "/notes/batch-get", bad)).ErrorCode);
        }
    }

    [Fact]
    public async Task An_idempotency_key_makes_a_create_repeatable()
    {
        var first = await SendAsync("POST", "/notes", """{"title":"a"}""", headers: ("Idempotency-Key", "k1"));
        var second = await SendAsync("POST", "/notes", """{ "title" : "a" }""", headers: ("Idempotency-Key", "k1"));
        Assert.Equal((first.StatusCode, first.Body, first.Header("location")), (second.StatusCode, second.Body, second.Header("location")));
        var other = await SendAsync("POST", "/notes", """{"title":"b"}""", headers: ("Idempotency-Key", "k1"));
        Assert.Equal((422, "IDEMPOTENCY_MISMATCH"), (other.StatusCode, other.ErrorCode));
    }

    [Theory]
    [InlineData("PATCH", 403)]
    [InlineData("DELETE", 403)]
    public async Task Readable_but_not_changeable_is_403(string method, int status)
    {
        var note = await CreateAsync();
        Assert.Equal(status, (await SendAsync(method, $"/notes/{note.Id}", method == "PATCH" ? "{}" : null, user: "bob")).StatusCode);
    }

    private static string Title(LambdaResponse answer) => answer.Json.GetProperty("title").GetString()!;

    private static string Ids(int count) => JsonSerializer.Serialize(new { ids = Enumerable.Range(0, count).Select(static i => $"id{i}") });

    private async Task<LambdaResponse> SendAsync(string method, string path, string? body = null, string tenant = "t1", string user = "ann",
        (string Name, string Value)? headers = null, (string Name, string Value)[]? query = null)
    {
        var request = LambdaEvents.HttpV2(method, path).WithCaller(tenant, user).WithRequestId("request");
        if (body is not null) request = request.WithJson(body);
        if (headers is { } header) request = request.WithHeader(header.Name, header.Value);
        foreach (var (name, value) in query ?? []) request = request.WithQuery(name, value);

        var api = new ResourceApi<Note, NoteKey, NoteInput, NotePatch>(Notes,
            static request => request.RouteValue("id") is { } id ? new NoteKey(id) : null, static id => new NoteKey(id), static key => $"/notes/{key.Id}");
        using var application = new LambdaApplication(
        [
            new("notes.create", "POST", "/notes", api.CreateAsync),
            new("notes.get", "GET", "/notes/{id}", api.GetAsync),
            new("notes.update", "PATCH", "/notes/{id}", api.PatchAsync),
            new("notes.replace", "PUT", "/notes/{id}", api.ReplaceAsync),
            new("notes.delete", "DELETE", "/notes/{id}", api.DeleteAsync),
            new("notes.restore", "POST", "/notes/{id}/restore", api.RestoreAsync),
            new("notes.batchGet", "POST", "/notes/batch-get", api.BatchGetAsync),
            new("notes.batchCreate", "POST", "/notes/batch", api.BatchCreateAsync),
            new("notes.list", "GET", "/notes", context => ResourceApi.ListAsync(context, page => Notes.ListAsync(context.Caller, page, context.CancellationToken))),
        ]);
        using var output = new PooledBuffer();
        var outcome = await application.HandleAsync(request.Build(), InvocationContext.None, output);
        Assert.False(outcome.IsError);
        return LambdaResponse.Parse(output.WrittenMemory.ToArray());
    }
}
