using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Cli.Tests.Policies;

/// <summary>What operations send to a real database is what their policies allow: nothing less, and nothing more.</summary>
public sealed class RecordedPolicyTests : IAsyncLifetime
{
    private readonly string _tenant = $"t-{Guid.NewGuid():N}";
    private readonly Dictionary<string, SortedSet<string>> _sent = [];
    private RecordingTransport _recording = null!;
    private LambdaApplication _application = null!;
    private LocalTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        if (LocalDynamo.Missing is { } missing) Assert.Skip(missing);
        _table = await LocalTable.CreateAsync(await LocalDynamo.SharedAsync(), GeekCafeCliTestsApplication.Table);
        _recording = new(_table.Transport);
        _application = new(GeekCafeCliTestsApplication.Create(_table.Environment(_recording)).Operations);
    }

    public async ValueTask DisposeAsync()
    {
        _application?.Dispose();
        if (_table is not null) await _table.DisposeAsync();
    }

    [Fact]
    public async Task Every_operation_may_do_exactly_what_it_does()
    {
        await ExerciseAsync("notes", "title", """{"title":"a","topic":"t"}""", """{"title":"b","topic":"u"}""");
        await SendAsync("notes.listByTopic", "GET", "/topics/t/notes", null, 200);
        await SendAsync("notes.listByTitle", "GET", "/note-titles", null, 200);
        await ExerciseAsync("products", "name", """{"name":"a","sku":"s1"}""", """{"name":"b","sku":"s2"}""");
        await ExerciseAsync("members", "email", """{"email":"a@example.com"}""", """{"email":"b@example.com"}""");
        await SendAsync("members.batchCreate", "POST", "/members/batch", """{"items":[{}]}""", 200);
        await ExerciseAsync("ledgers", "title", """{"title":"a"}""", """{"title":"b"}""");
        await ExerciseAsync("shelves", "label", """{"code":"s1","label":"a"}""", """{"code":"s1","label":"b"}""", "s1");
        await ExerciseAsync("racks", "zone", """{"zone":"a"}""", """{"zone":"b"}""");

        var plan = Compiled.Plan();
        Assert.Equal(plan.Functions.Select(static function => function.Handler).Order(), _sent.Keys.Order());
        Assert.All(plan.Functions, function =>
        {
            IEnumerable<string> allowed = [.. function.Access.Actions, .. function.Access.Indexes.Select(static index => $"Query {index}")];
            Assert.Equal(allowed.Order(StringComparer.Ordinal), _sent[function.Handler].Order(StringComparer.Ordinal));
        });
    }

    /// <summary>All operations that every resource has, with what makes them send all they can: changed values, deleted things, repeated creates.</summary>
    private async Task ExerciseAsync(string name, string member, string first, string second, string? key = null)
    {
        var id = key ?? await CreateAsync(name, first);
        if (key is not null) await CreateAsync(name, first);
        await SendAsync($"{name}.get", "GET", $"/{name}/{id}", null, 200);
        await SendAsync($"{name}.list", "GET", $"/{name}", null, 200);
        await SendAsync($"{name}.batchGet", "POST", $"/{name}/batch-get", $$"""{"ids":["{{id}}"]}""", 200);
        await SendAsync($"{name}.patch", "PATCH", $"/{name}/{id}", $$"""{"{{member}}":"c"}""", 200, ("if-match", "\"1\", \"7\""));
        if (name == "products") await SendAsync($"{name}.patch", "PATCH", $"/{name}/{id}", """{"sku":"s3"}""", 200);
        await SendAsync($"{name}.replace", "PUT", $"/{name}/{id}", second, 200);
        await SendAsync($"{name}.delete", "DELETE", $"/{name}/{id}", null, 204);
        await SendAsync($"{name}.restore", "POST", $"/{name}/{id}/restore", null, 200);

        var others = first.Replace("\"s1\"", "\"s9\"", StringComparison.Ordinal).Replace("a@", "z@", StringComparison.Ordinal);
        await SendAsync($"{name}.batchCreate", "POST", $"/{name}/batch", $$"""{"items":[{{others}}]}""", 200);
        await SendAsync($"{name}.batchCreate", "POST", $"/{name}/batch", $$"""{"items":[{{others}}]}""", 200, ("idempotency-key", "k1"));
    }

    private async Task<string> CreateAsync(string name, string body) =>
        (await SendAsync($"{name}.create", "POST", $"/{name}", body, 201)).Json.GetProperty("id").GetString()!;

    private async Task<LambdaResponse> SendAsync(string operation, string method, string path, string? body, int status, params (string Name, string Value)[] headers)
    {
        var request = LambdaEvents.HttpV2(method, path).WithCaller(_tenant, "ana", "admin");
        if (body is not null) request.WithJson(body);
        foreach (var (name, value) in headers) request.WithHeader(name, value);
        _recording.Clear();
        using var output = new PooledBuffer();
        await _application.HandleAsync(request.Build(), InvocationContext.None, output);
        var answer = LambdaResponse.Parse(output.WrittenMemory.ToArray());
        Assert.True(answer.StatusCode == status, $"{operation}: {answer.StatusCode} {answer.Body}");
        var sent = _sent.TryGetValue(operation, out var known) ? known : _sent[operation] = [];
        sent.UnionWith(_recording.Requests.SelectMany(IamActions.Of));
        return answer;
    }
}
