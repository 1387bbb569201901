using Community;
using GeekCafe.Testing;

namespace GeekCafe.Aot.Tests;

/// <summary>The native function answers as the managed one does.</summary>
public sealed class FunctionTests(PublishedFunction published)
{
    private const string Body = """{"title":"Schach ♟","location":{"city":"Wien","country":"AT","latitude":48.2},"tags":["a"],"visibility":"private","capacity":12}""";

    [Theory]
    [InlineData("REST v1")]
    [InlineData("HTTP v1")]
    [InlineData("HTTP v2")]
    public async Task A_session_goes_through_every_operation(string gateway)
    {
        await using var function = await RunningFunction.StartAsync(published, "api");
        LambdaEventBuilder Event(string method, string path) => New(gateway, method, path).WithCaller("t1", "ana");

        var created = await function.SendAsync(Event("POST", "/events").WithJson(Body));
        Assert.Equal((201, "\"1\""), (created.StatusCode, created.Header("etag")));
        var path = created.Header("location")!;
        Assert.Equal("Schach ♟", created.Json.GetProperty("title").GetString());

        var got = await function.SendAsync(Event("GET", path));
        Assert.Equal((200, created.Body), (got.StatusCode, got.Body));
        Assert.Equal(304, (await function.SendAsync(Event("GET", path).WithHeader("If-None-Match", "\"1\""))).StatusCode);

        var patched = await function.SendAsync(Event("PATCH", path).WithJson("""{"location":{"city":"Graz","country":null},"capacity":null}"""));
        Assert.Equal("Graz", patched.Json.GetProperty("location").GetProperty("city").GetString());
        var refused = await function.SendAsync(Event("PATCH", path).WithJson("""{"location":{"country":"Austria"}}"""));
        Assert.Equal(("VALIDATION_ERROR", 400), (refused.ErrorCode, refused.StatusCode));
        Assert.Equal(412, (await function.SendAsync(Event("PUT", path).WithHeader("if-match", "\"1\"").WithJson(Body))).StatusCode);
        Assert.Equal(200, (await function.SendAsync(Event("PUT", path).WithHeader("if-match", "\"2\"").WithJson(Body))).StatusCode);

        await function.SendAsync(Event("POST", "/events/batch").WithJson($$"""{"items":[{{Body}},{{Body}}]}"""));
        var first = (await function.SendAsync(Event("GET", "/events").WithQuery("limit", "2"))).Json;
        var second = (await function.SendAsync(Event("GET", "/events").WithQuery("limit", "2").WithQuery("cursor", first.GetProperty("cursor").GetString()!))).Json;
        Assert.Equal((2, 1), (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(3, (await function.SendAsync(Event("GET", "/users/ana/events").WithQuery("order", "desc"))).Json.GetProperty("items").GetArrayLength());

        Assert.Equal(204, (await function.SendAsync(Event("DELETE", path))).StatusCode);
        Assert.Equal(404, (await function.SendAsync(Event("GET", path))).StatusCode);
        Assert.Equal(200, (await function.SendAsync(Event("POST", path + "/restore"))).StatusCode);
        Assert.Equal(404, (await function.SendAsync(New(gateway, "GET", path).WithCaller("t10", "ana"))).StatusCode);
        Assert.Equal(401, (await function.SendAsync(New(gateway, "GET", path))).StatusCode);
    }

    [Fact]
    public async Task A_resource_is_served_with_its_rules_and_no_other()
    {
        await using var function = await RunningFunction.StartAsync(published, "users");
        LambdaEventBuilder Post(string json) => LambdaEvents.HttpV2("POST", "/users").WithCaller("t1", "ana").WithJson(json);

        var created = await function.SendAsync(Post("""{"email":"a@example.com","firstName":"A","lastName":"B"}"""));
        Assert.Equal("""["user"]""", created.Json.GetProperty("roles").GetRawText());
        var refused = await function.SendAsync(Post("""{"email":"nobody","firstName":"","lastName":"B","roles":[]}"""));
        Assert.Equal(["email", "firstName", "roles"], refused.Json.GetProperty("details").EnumerateObject().Select(static each => each.Name).Order());
        Assert.Equal(404, (await function.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "ana"))).StatusCode);
    }

    [Fact]
    public async Task An_operation_is_served_alone()
    {
        await using var function = await RunningFunction.StartAsync(published, "events.create");

        Assert.Equal(201, (await function.SendAsync(LambdaEvents.HttpV2("POST", "/events").WithCaller("t1", "ana").WithJson(Body))).StatusCode);
        Assert.Equal(405, (await function.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "ana"))).StatusCode);
        Assert.Equal(404, (await function.SendAsync(LambdaEvents.HttpV2("GET", "/events/e1").WithCaller("t1", "ana"))).StatusCode);
        Assert.Equal(404, (await function.SendAsync(LambdaEvents.HttpV2("POST", "/users").WithCaller("t1", "ana").WithJson("{}"))).StatusCode);
    }

    /// <summary>Without credentials what is served is 401 and the rest is not there.</summary>
    [Theory]
    [InlineData("events.listByOrganizer", "GET", "/users/ana/events")]
    [InlineData("users.replace", "PUT", "/users/u1")]
    [InlineData("api-keys.revoke", "POST", "/api-keys/k1/revoke")]
    public async Task Any_operation_is_served_alone(string handler, string method, string path)
    {
        await using var function = await RunningFunction.StartAsync(published, handler);
        Assert.Equal(401, (await function.SendAsync(LambdaEvents.HttpV2(method, path))).StatusCode);
        Assert.Equal(404, (await function.SendAsync(LambdaEvents.HttpV2("GET", "/events"))).StatusCode);
        Assert.Equal(405, (await function.SendAsync(LambdaEvents.HttpV2("TRACE", path))).StatusCode);
    }

    [Fact]
    public async Task A_function_for_programs_takes_their_keys_and_no_claims()
    {
        await using var function = await RunningFunction.StartAsync(published, "events", ("GEEKCAFE_AUTHENTICATION", "apiKey"));
        var keys = CommunityApplication.Create(function.Table.Environment()).ApiKeys;
        var made = (await keys.CreateAsync(Callers.User("t1", "root", "admin"), new() { Name = "robot" }, TestContext.Current.CancellationToken)).Data;
        LambdaEventBuilder Post() => LambdaEvents.FunctionUrl("POST", "/events").WithJson(Body);

        Assert.Equal(401, (await function.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "ana"))).StatusCode);
        Assert.Equal(made.Id, (await function.SendAsync(Post().WithHeader("x-api-key", made.Key!))).Text("createdBy"));
        Assert.Equal(401, (await function.SendAsync(Post().WithHeader("x-api-key", made.Key![..^1]))).StatusCode);
    }

    [Theory]
    [InlineData("GEEKCAFE_AUTHENTICATION", "none", "GEEKCAFE_AUTHENTICATION is none of")]
    [InlineData("GEEKCAFE_TABLE", null, "GEEKCAFE_TABLE is not set")]
    [InlineData("GEEKCAFE_TABLE", "a b", "GEEKCAFE_TABLE is not a table name")]
    [InlineData("GEEKCAFE_CURSOR_KEY", null, "GEEKCAFE_CURSOR_KEY is not set")]
    [InlineData("GEEKCAFE_CURSOR_KEY", "c2VjcmV0", "GEEKCAFE_CURSOR_KEY, entry 1")]
    [InlineData("AWS_REGION", null, "AWS_REGION is not set")]
    [InlineData("_HANDLER", "events.crate", "events.create")]
    [InlineData("_HANDLER", null, "users.batchCreate")]
    public async Task A_wrong_setting_is_one_clear_init_error_and_exit_code_1(string name, string? value, string expected)
    {
        await using var function = await RunningFunction.StartAsync(published, "api", (name, value));

        var (type, body, exitCode) = await function.FailedAsync();

        Assert.Equal(1, exitCode);
        Assert.NotNull(type);
        Assert.Contains(expected, body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        if (value == "c2VjcmV0") Assert.DoesNotContain(value, body + function.Log, StringComparison.Ordinal);
        Assert.Contains(expected, Assert.Single(function.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static LambdaEventBuilder New(string gateway, string method, string path) => gateway switch
    {
        "REST v1" => LambdaEvents.RestV1(method, path),
        "HTTP v1" => LambdaEvents.HttpV1(method, path),
        _ => LambdaEvents.HttpV2(method, path),
    };
}
