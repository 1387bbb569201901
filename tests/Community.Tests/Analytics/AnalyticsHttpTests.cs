using Community;
using GeekCafe.Testing;

namespace GeekCafe.Community.Tests.Analytics;

/// <summary>Analytics as websites tell them and analysts read them.</summary>
public sealed class AnalyticsHttpTests : IAsyncLifetime
{
    private const string View = """{"route":"/home","sessionId":"s1","userId":"u1","data":{"kind":"pageView","durationMs":1200,"scrollDepth":80.5}}""";

    private TestApplication<CommunityApplication>? _app;
    private TestClient? _website;
    private string _websiteId = "";

    private TestApplication<CommunityApplication> App => _app!;

    private TestClient Website => _website!;

    public async ValueTask InitializeAsync()
    {
        _app = await TestApplication<CommunityApplication>.StartAsync();
        var made = await MakeKeyAsync("t1");
        (_website, _websiteId) = (_app.AsApiKey(made.Text("key")), made.Id);
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData("""{"kind":"pageView","durationMs":1200,"scrollDepth":80.5}""")]
    [InlineData("""{"kind":"pageView"}""")]
    [InlineData("""{"kind":"error","message":"x is undefined","type":"TypeError","stack":"at y"}""")]
    [InlineData("""{"kind":"error","message":"x"}""")]
    [InlineData("""{"kind":"performance","loadMs":900,"ttfbMs":20,"fcpMs":300,"lcpMs":700}""")]
    [InlineData("""{"kind":"custom","name":"signup","data":{"plan":"pro","seats":3}}""")]
    public async Task Each_kind_is_told_with_an_api_key(string data)
    {
        var told = await Website.PostAsync("/analytics", $$"""{"route":"/home","data":{{data}}}""");
        Assert.Equal((201, "t1", _websiteId), (told.StatusCode, told.Text("tenantId"), told.Text("createdBy")));
        Assert.Equal("/home", told.Text("page"));
        var listed = Assert.Single((await App.As("t1", "eve", "analyst").GetAsync("/analytics?route=/home")).Items);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(told.Json.GetProperty("data"), listed.GetProperty("data")));
    }

    [Theory]
    [InlineData("[]", 403)]
    [InlineData("[\"reports:read\"]", 403)]
    [InlineData("[\"reports:read\",\"analytics:write\"]", 201)]
    public async Task A_key_tells_what_happens_only_if_that_is_its_scope(string scopes, int expected)
    {
        var made = await App.As("t1", "root", "admin").PostAsync("/api-keys", $$"""{"name":"x","scopes":{{scopes}}}""");
        Assert.Equal(expected, (await App.AsApiKey(made.Text("key")).PostAsync("/analytics", View)).StatusCode);
    }

    [Theory]
    [InlineData("/analytics?route=/home&to=0001-01-01T00:00:00Z")]
    [InlineData("/analytics?route=/home&to=0001-01-01T02:00:00%2B02:00")]
    [InlineData("/analytics?route=/home&from=9999-12-31T00:00:00Z")]
    [InlineData("/analytics/summaries?route=/home&period=daily&to=0001-01-01T00:00:00Z")]
    public async Task The_ends_of_time_hold_nothing(string path)
    {
        var answer = await App.As("t1", "eve", "analyst").GetAsync(path);
        Assert.Equal(200, answer.StatusCode);
        Assert.Empty(answer.Items);
    }

    [Theory]
    [InlineData("9999-12-31T00:00:00Z")]
    [InlineData("2030-01-02T00:00:00Z")]
    public async Task What_has_not_been_is_not_counted(string at)
    {
        var refused = await App.As("t1", "root", "admin").PostAsync("/analytics/recount", $$"""{"routes":["/home"],"period":"monthly","at":"{{at}}"}""");
        Assert.Equal((400, "VALIDATION_ERROR"), refused.Outcome());
    }

    [Theory]
    [InlineData("""{"data":{"kind":"pageView"}}""", "route")]
    [InlineData("""{"route":"","data":{"kind":"pageView"}}""", "route")]
    [InlineData("""{"route":"/home"}""", "data")]
    [InlineData("""{"route":"/home","data":{"kind":"walk"}}""", "data.kind")]
    [InlineData("""{"route":"/home","data":{"durationMs":1}}""", "data.kind")]
    [InlineData("""{"route":"/home","data":{"kind":"pageView","durationMs":-1}}""", "data.durationMs")]
    [InlineData("""{"route":"/home","data":{"kind":"pageView","scrollDepth":101}}""", "data.scrollDepth")]
    [InlineData("""{"route":"/home","data":{"kind":"error"}}""", "data.message")]
    [InlineData("""{"route":"/home","data":{"kind":"performance","loadMs":"fast"}}""", "data.loadMs")]
    [InlineData("""{"route":"/home","data":{"kind":"custom","name":""}}""", "data.name")]
    [InlineData("""{"route":"/home","tenantId":"t2","data":{"kind":"pageView"}}""", "tenantId")]
    [InlineData("""{"route":"/home","at":"2020-01-01T00:00:00Z","data":{"kind":"pageView"}}""", "at")]
    public async Task What_cannot_be_counted_is_400_and_names_the_member(string body, string member)
    {
        var refused = await Website.PostAsync("/analytics", body);
        Assert.Equal((400, "VALIDATION_ERROR"), (refused.StatusCode, refused.ErrorCode));
        Assert.Contains(member, refused.Json.GetProperty("details").EnumerateObject().Select(static each => each.Name));
    }

    [Fact]
    public async Task A_slug_stands_in_for_a_route()
    {
        Assert.Equal("my-article", (await Website.PostAsync("/analytics", """{"slug":"my-article","data":{"kind":"pageView"}}""")).Text("page"));
        Assert.Equal("/x", (await Website.PostAsync("/analytics", """{"route":"/x","slug":"my-article","data":{"kind":"pageView"}}""")).Text("page"));
    }

    [Fact]
    public async Task Only_a_key_tells_and_its_tenant_is_the_rows()
    {
        Assert.Equal(401, (await App.Anonymous.PostAsync("/analytics", View)).StatusCode);
        Assert.Equal(401, (await App.AsApiKey("gk_t1.website_wrong").PostAsync("/analytics", View)).StatusCode);
        Assert.Equal(401, (await App.As("t1", "ana").PostAsync("/analytics", View)).StatusCode);
        var other = App.AsApiKey((await MakeKeyAsync("t2")).Text("key"));
        Assert.Equal("t2", (await other.PostAsync("/analytics", View)).Text("tenantId"));
        Assert.Empty((await App.As("t1", "eve", "analyst").GetAsync("/analytics?route=/home")).Items);
        Assert.Single((await App.As("t2", "eve", "analyst").GetAsync("/analytics?route=/home")).Items);
    }

    [Fact]
    public async Task Whoever_tells_reads_nothing_and_whoever_is_no_analyst_neither()
    {
        await Website.PostAsync("/analytics", View);
        Assert.Equal(401, (await Website.GetAsync("/analytics?route=/home")).StatusCode);
        Assert.Equal(403, (await App.As("t1", "ana").GetAsync("/analytics?route=/home")).StatusCode);
        Assert.Equal(403, (await App.As("t1", "ana").PostAsync("/analytics/recount", """{"routes":["/home"],"period":"hourly"}""")).StatusCode);
        Assert.Equal(403, (await App.As("t1", "ana").GetAsync("/analytics/summaries?route=/home&period=hourly")).StatusCode);
    }

    [Fact]
    public async Task Summaries_are_read_by_route_and_period()
    {
        await Website.PostAsync("/analytics", View);
        await Website.PostAsync("/analytics", View.Replace("s1", "s2", StringComparison.Ordinal));
        var admin = App.As("t1", "root", "admin");
        var report = await admin.PostAsync("/analytics/recount", """{"routes":["/home","/nowhere"],"period":"hourly"}""");
        Assert.Equal((200, 2), (report.StatusCode, report.Json.GetProperty("succeeded").GetInt32()));

        var summary = Assert.Single((await App.As("t1", "eve", "analyst").GetAsync("/analytics/summaries?route=/home&period=hourly&order=desc")).Items);
        Assert.Equal(("hourly", "2030-01-01T09:00:00Z", "2030-01-01T10:00:00Z"),
            (summary.GetProperty("period").GetString(), Time(summary, "startsAt"), Time(summary, "endsAt")));
        Assert.Equal("""{"events":2,"uniqueSessions":2,"uniqueUsers":1}""", summary.GetProperty("total").GetRawText());
        Assert.Equal("""{"count":2,"average":1200,"min":1200,"max":1200,"p95":1200}""", summary.GetProperty("pageViews").GetProperty("durationMs").GetRawText());

        static string Time(System.Text.Json.JsonElement summary, string member) => summary.GetProperty(member).GetDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("/analytics/summaries?route=/home", 400)]
    [InlineData("/analytics/summaries?period=hourly", 400)]
    [InlineData("/analytics/summaries?route=/home&period=yearly", 400)]
    [InlineData("/analytics/summaries?route=/home&period=hourly&from=yesterday", 400)]
    [InlineData("/analytics/summaries?route=/home&period=hourly&from=2030-01-01T00:00:00Z&to=2030-01-02T00:00:00Z", 200)]
    [InlineData("/analytics", 400)]
    public async Task A_query_is_checked(string path, int status) => Assert.Equal(status, (await App.As("t1", "eve", "analyst").GetAsync(path)).StatusCode);

    [Fact]
    public async Task What_happened_is_a_fact_that_no_route_changes()
    {
        var told = await Website.PostAsync("/analytics", View);
        var admin = App.As("t1", "root", "admin");
        foreach (var (method, path) in new[] { ("PATCH", $"/analytics/{told.Id}"), ("PUT", "/analytics/x"), ("DELETE", "/analytics/x"), ("POST", "/analytics/batch"), ("POST", "/analytics-summaries"), ("PATCH", "/analytics/summaries") })
        {
            Assert.InRange((await admin.SendAsync(method, path, method == "DELETE" ? null : "{}")).StatusCode, 401, 405);
        }

        Assert.Single((await admin.GetAsync("/analytics?route=/home")).Items);
    }

    [Fact]
    public async Task An_address_stays_out_of_texts_that_go_to_logs()
    {
        var row = (await App.Services.Analytics.TrackAsync(Callers.User("t1", "website", "analytics:write"),
            new() { Route = "/home", IpAddress = "203.0.113.7", Data = new global::Community.Analytics.PageView() })).Data.After;
        Assert.DoesNotContain("203.0.113.7", row.ToString(), StringComparison.Ordinal);
        Assert.Equal("203.0.113.7", row.IpAddress);
    }

    private async Task<LambdaResponse> MakeKeyAsync(string tenant) =>
        await App.As(tenant, "root", "admin").PostAsync("/api-keys", """{"name":"website","scopes":["analytics:write"]}""");
}
