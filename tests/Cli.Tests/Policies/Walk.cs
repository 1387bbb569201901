using Community;
using GeekCafe.Testing;

namespace GeekCafe.Cli.Tests.Policies;

/// <summary>Calls the sample's functions one by one, each deployed alone, and keeps what each sends that its policy does not allow.</summary>
internal sealed class Walk(TestApplication<CommunityApplication> app)
{
    private readonly string _tenant = app.NewTenant();
    private readonly SortedSet<string> _walked = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _denied = new(StringComparer.Ordinal);

    public static DeploymentPlan Plan { get; } = DeploymentPlan.Of(ManifestReader.Parse(ManifestReader.Read(Compiled.Community), Compiled.Community), new());

    /// <summary>Actions that were sent and are not allowed, such as <c>events.get: BatchGetItem</c>.</summary>
    public IEnumerable<string> Denied => _denied;

    /// <summary>Functions that were not called.</summary>
    public IEnumerable<string> Left => Plan.Functions.Select(static function => function.Handler).Except(_walked);

    public DateTimeOffset Now => app.Clock.Now;

    /// <summary>Calls an operation as somebody: <c>ann</c>, or <c>ann:admin</c> with a role. It must succeed.</summary>
    public async Task<LambdaResponse> CallAsync(string handler, string who, string path, string? body = null)
    {
        var operation = Plan.Manifest.Operations.Single(each => each.Name == handler);
        var parts = who.Split(':');
        LambdaResponse? answer = null;
        await RunAsync(handler, async function =>
        {
            var client = operation.Authentication == "apiKey" ? function.AsApiKey(who) : function.As(_tenant, parts[0], parts[1..]);
            answer = await client.SendAsync(operation.Method, path, body);
        });
        Assert.True(answer!.StatusCode is >= 200 and < 300, $"{handler} as {who}: {answer.StatusCode} {answer.Body}");
        return answer;
    }

    /// <summary>Creates something, and gives its id.</summary>
    public async Task<string> CreateAsync(string handler, string who, string path, string body) =>
        (await CallAsync(handler, who, path, body)).Json.GetProperty("id").GetString()!;

    /// <summary>Runs a job.</summary>
    public Task StartAsync(string job) => InvokeAsync(job, System.Text.Encoding.UTF8.GetBytes($$"""{"job":"{{job}}","tenantId":"{{_tenant}}"}"""));

    /// <summary>Gives the function for changes one.</summary>
    public Task ChangeAsync<T>(T created) where T : class, IResource<T> => InvokeAsync(FunctionPlan.Streams, LambdaEvents.Stream().Created(created).Build());

    private Task InvokeAsync(string handler, byte[] payload) => RunAsync(handler, async function =>
    {
        var result = await function.InvokeAsync(payload);
        var text = System.Text.Encoding.UTF8.GetString(result.Body.Span);
        Assert.True(result.ErrorType is null && !text.Contains("itemIdentifier", StringComparison.Ordinal), $"{handler}: {text}");
    });

    private async Task RunAsync(string handler, Func<TestFunction, Task> call)
    {
        using var function = app.Function(handler);
        using var recording = app.Record();
        await call(function);
        var access = Plan.Functions.Single(each => each.Handler == handler).Access;
        _walked.Add(handler);
        _denied.UnionWith(recording.Requests.SelectMany(IamActions.Of)
            .Except([.. access.Actions, .. access.Indexes.Select(static index => $"Query {index}")]).Select(action => $"{handler}: {action}"));
    }
}
