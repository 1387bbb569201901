using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Table.Tests.Operations;

/// <summary>Operations written by hand, as events of a gateway ask for them.</summary>
public abstract class OperationTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private LambdaApplication? _application;

    protected override ValueTask PrepareAsync()
    {
        _application = new(GeekCafeTableTestsApplication.Create(Environment).Operations);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask DisposingAsync()
    {
        _application?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_create_says_where_the_resource_is_whatever_its_key()
    {
        var created = await SendAsync("POST", "/markets/m1/stands", """{"marketId":"m1","number":"a b","title":"Cheese"}""");
        Assert.Equal((201, "/markets/m1/stands/a%20b"), (created.StatusCode, created.Header("location")));
        Assert.Equal("Cheese", (await SendAsync("GET", "/markets/m1/stands/a%20b")).Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Operations_that_are_left_out_have_no_route()
    {
        await CreateAsync("1");
        foreach (var (method, path) in new[] { ("PATCH", "/markets/m1/stands/1"), ("DELETE", "/markets/m1/stands/1") })
        {
            Assert.Equal(405, (await SendAsync(method, path)).StatusCode);
        }

        Assert.Equal(404, (await SendAsync("POST", "/markets/m1/stands/1/restore")).StatusCode);
    }

    [Fact]
    public async Task An_operation_changes_the_resource_its_path_names()
    {
        await CreateAsync("1");
        var closed = await SendAsync("POST", "/markets/m1/stands/1/close", """{"reason":"rain"}""");
        Assert.Equal((200, "\"2\""), (closed.StatusCode, closed.Header("etag")));
        Assert.Equal(("closed", "rain"), (closed.Json.GetProperty("state").GetString(), closed.Json.GetProperty("reason").GetString()));
        Assert.Equal(404, (await SendAsync("POST", "/markets/m1/stands/1/close", tenant: "t2")).StatusCode);
        Assert.Equal(404, (await SendAsync("POST", "/markets/m2/stands/1/close")).StatusCode);
    }

    [Fact]
    public async Task A_body_may_be_left_out_where_it_may_be_null()
    {
        await CreateAsync("1");
        var closed = await SendAsync("POST", "/markets/m1/stands/1/close");
        Assert.Equal((200, "closed"), (closed.StatusCode, closed.Json.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("""{"reason":"r"}""", "VALIDATION_ERROR", "reason")]
    [InlineData("""{"reason":7}""", "VALIDATION_ERROR", "reason")]
    [InlineData("""{"reason":"rain","more":1}""", "VALIDATION_ERROR", "more")]
    [InlineData("{}", "VALIDATION_ERROR", "reason")]
    [InlineData("[]", "INVALID_FORMAT", null)]
    [InlineData("{", "INVALID_FORMAT", null)]
    [InlineData("""{"reason":"rain"} {}""", "INVALID_FORMAT", null)]
    public async Task A_body_is_read_strictly(string body, string code, string? member)
    {
        await CreateAsync("1");
        var refused = await SendAsync("POST", "/markets/m1/stands/1/close", body);
        Assert.Equal((400, code), (refused.StatusCode, refused.ErrorCode));
        if (member is not null) Assert.True(refused.Json.GetProperty("details").TryGetProperty(member, out _));
        Assert.Equal("open", (await SendAsync("GET", "/markets/m1/stands/1")).Json.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"7\"", 412)]
    [InlineData("\"1\", \"2\"", 400)]
    [InlineData("1", 400)]
    public async Task If_match_is_the_version_a_method_takes(string header, int status)
    {
        await CreateAsync("1");
        Assert.Equal(status, (await SendAsync("POST", "/markets/m1/stands/1/close", header: ("if-match", header))).StatusCode);
    }

    [Fact]
    public async Task What_a_put_makes_is_created_and_what_it_changes_is_not()
    {
        var first = await SendAsync("PUT", "/markets/m1/stands/1", """{"marketId":"m1","number":"1","title":"Fish"}""");
        Assert.Equal((201, "/markets/m1/stands/1", "\"1\""), (first.StatusCode, first.Header("location"), first.Header("etag")));
        var second = await SendAsync("PUT", "/markets/m1/stands/1", """{"marketId":"m1","number":"1","title":"Bread"}""");
        Assert.Equal((200, null, "Bread"), (second.StatusCode, second.Header("location"), second.Json.GetProperty("title").GetString()));
        Assert.Equal(400, (await SendAsync("PUT", "/markets/m1/stands/2", """{"marketId":"m1","number":"1"}""")).StatusCode);
    }

    [Fact]
    public async Task A_literal_segment_wins_over_a_parameter()
    {
        await CreateAsync("1");
        await CreateAsync("2");
        await SendAsync("POST", "/markets/m1/stands/1/close");
        var open = await SendAsync("GET", "/markets/m1/stands/open");
        Assert.Equal(["2"], open.Json.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("number").GetString()));
        Assert.Equal(404, (await SendAsync("GET", "/markets/m1/stands/opened")).StatusCode);
    }

    [Fact]
    public async Task Pages_of_an_operation_go_on_where_they_ended()
    {
        for (var i = 1; i <= 3; i++) await CreateAsync($"{i}");
        var numbers = new List<string?>();
        string? cursor = null;
        do
        {
            (string, string)[] query = cursor is null ? [("limit", "2"), ("order", "desc")] : [("limit", "2"), ("order", "desc"), ("cursor", cursor)];
            var page = await SendAsync("GET", "/markets/m1/stands/open", query: query);
            numbers.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("number").GetString()));
            cursor = page.Json.GetProperty("cursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(["3", "2", "1"], numbers);
    }

    [Theory]
    [InlineData("/markets/m1/summary", "titles=true&day=2026-01-31", 200, null)]
    [InlineData("/markets/m1/summary", "titles=true", 200, null)]
    [InlineData("/markets/m1/summary", "", 400, "titles")]
    [InlineData("/markets/m1/summary", "titles=yes", 400, "titles")]
    [InlineData("/markets/m1/summary", "titles=true&titles=true", 400, "titles")]
    [InlineData("/markets/m1/summary", "titles=true&day=31.1.2026", 400, "day")]
    [InlineData("/markets/m1/summary", "titles=true&Day=2026-01-31", 400, "Day")]
    [InlineData("/markets/m1/stands/open", "state=closed", 200, null)]
    [InlineData("/markets/m1/stands/open", "state=closed&limit=1", 200, null)]
    [InlineData("/markets/m1/stands/open", "state=Closed", 400, "state")]
    [InlineData("/markets/m1/stands/open", "status=closed", 400, "status")]
    [InlineData("/markets/m1/stands/open", "limit=0", 400, "limit")]
    [InlineData("/market-days", "count=2", 200, null)]
    [InlineData("/market-days", "count=02", 400, "count")]
    public async Task Query_parameters_are_read_strictly(string path, string query, int status, string? parameter)
    {
        var pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair => (pair.Split('=')[0], pair.Split('=')[1])).ToArray();
        var answer = await SendAsync("GET", path, query: pairs);
        Assert.True(status == answer.StatusCode, answer.Body);
        if (parameter is null) return;
        Assert.Equal("INVALID_PARAMETER", answer.ErrorCode);
        Assert.True(answer.Json.GetProperty("details").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task A_record_is_answered_as_json()
    {
        await CreateAsync("1");
        var summary = await SendAsync("GET", "/markets/m1/summary", query: [("titles", "true"), ("day", "2026-01-31")]);
        Assert.Equal("""{"market":"m1","open":1,"day":"2026-01-31","titles":[{"number":"1","title":"Stand"}]}""", summary.Body);
        Assert.Equal((200, "application/json"), (summary.StatusCode, summary.Header("content-type")));
    }

    [Fact]
    public async Task A_public_operation_needs_no_caller()
    {
        var request = LambdaEvents.HttpV2("GET", "/market-days").WithQuery("count", "1");
        Assert.Equal("""{"items":[{"number":"1","title":"Day"}],"cursor":null}""", (await SendAsync(request)).Body);
        Assert.Equal(401, (await SendAsync(LambdaEvents.HttpV2("GET", "/markets/m1/stands/open"))).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_answered_where_there_is_nothing_to_tell()
    {
        await CreateAsync("1");
        var forgotten = await SendAsync("DELETE", "/markets/m1/stands/1/reason");
        Assert.Equal((204, ""), (forgotten.StatusCode, forgotten.Body));
        Assert.Equal("NOT_FOUND", (await SendAsync("DELETE", "/markets/m1/stands/2/reason")).ErrorCode);
    }

    private async Task CreateAsync(string number) => Assert.Equal(201, (await SendAsync("POST", "/markets/m1/stands",
        $$"""{"marketId":"m1","number":"{{number}}","title":"Stand"}""")).StatusCode);

    private Task<LambdaResponse> SendAsync(string method, string path, string? body = null, string tenant = "t1", (string Name, string Value)? header = null,
        (string Name, string Value)[]? query = null)
    {
        var request = LambdaEvents.HttpV2(method, path).WithCaller(tenant, "ann");
        if (body is not null) request = request.WithJson(body);
        if (header is { } given) request = request.WithHeader(given.Name, given.Value);
        foreach (var (name, value) in query ?? []) request = request.WithQuery(name, value);
        return SendAsync(request);
    }

    private async Task<LambdaResponse> SendAsync(LambdaEventBuilder request)
    {
        using var output = new PooledBuffer();
        var outcome = await _application!.HandleAsync(request.Build(), InvocationContext.None, output);
        Assert.False(outcome.IsError);
        return LambdaResponse.Parse(output.WrittenMemory.ToArray());
    }
}

public sealed class OperationsOnDynoxide : OperationTests<Dynoxide>;

public sealed class OperationsOnDynamoDbLocal : OperationTests<Amazons>;
