using System.Text;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>The whole host against a Runtime API that behaves as the real one may.</summary>
public sealed class RuntimeLoopTests
{
    public static TheoryData<string> Ways() => ["plain", "split-1", "split-7", "chunked", "chunked-split", "lower", "upper", "empty", "close", "close-silently", "close-chunked"];

    [Theory, MemberData(nameof(Ways))]
    public async Task Events_are_answered_however_they_arrive(string way)
    {
        FakeRuntimeApiOptions options = way switch
        {
            "split-1" => new() { SplitAfter = 1 },
            "split-7" => new() { SplitAfter = 7 },
            "chunked" => new() { Chunked = true },
            "chunked-split" => new() { Chunked = true, SplitAfter = 3 },
            "lower" => new() { HeaderName = static name => name.ToLowerInvariant() },
            "upper" => new() { HeaderName = static name => name.ToUpperInvariant() },
            "empty" => new() { SendsEmptyHeaders = true },
            "close" => new() { CloseAfterReply = true },
            "close-silently" => new() { CloseAfterReply = true, AnnouncesClose = false },
            "close-chunked" => new() { CloseAfterReply = true, Chunked = true, SplitAfter = 11 },
            _ => new(),
        };
        await using var api = new FakeRuntimeApi(options);
        await using var host = new Host(api);
        for (var i = 0; i < 5; i++)
        {
            var result = await api.InvokeAsync(LambdaEvents.HttpV2("GET", $"/events/e{i}").WithCaller("t1", "u1").Build()).WaitAsync(Host.Patience);
            Assert.False(result.IsError);
            Assert.Equal($"e{i}", LambdaResponse.Parse(result.Body).Json.GetProperty("id").GetString());
        }

        if (way == "plain") Assert.Equal(1, api.Connections);
    }

    [Fact]
    public async Task Large_events_and_answers()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, configure: static options => options.BodyLimit = 4 * 1024 * 1024);
        var body = new string('x', 2_000_000);
        var result = await api.InvokeAsync(LambdaEvents.HttpV2("POST", "/open").WithJson(body).Build()).WaitAsync(Host.Patience);
        Assert.Equal(body, LambdaResponse.Parse(result.Body).Json.GetProperty("body").GetString());
    }

    [Fact]
    public async Task Function_errors_are_reported_with_their_type()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api);
        var result = await api.InvokeAsync("{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.Equal((true, "Function.StreamsNotConfigured"), (result.IsError, result.ErrorType));
        Assert.False((await api.InvokeAsync("{\"warmer\":true}"u8.ToArray()).WaitAsync(Host.Patience)).IsError);
    }

    [Fact]
    public async Task A_refused_answer_does_not_end_the_function()
    {
        await using var api = new FakeRuntimeApi(new() { PostStatus = 413 });
        await using var host = new Host(api);
        await api.InvokeAsync("{\"warmer\":true}"u8.ToArray()).WaitAsync(Host.Patience);
        await api.InvokeAsync("{\"warmer\":true}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.False(host.Exit.IsCompleted);
    }

    [Fact]
    public async Task A_broken_sandbox_ends_it()
    {
        await using var api = new FakeRuntimeApi(new() { PostStatus = 500 });
        await using var host = new Host(api);
        await api.InvokeAsync("{\"warmer\":true}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.Equal(1, await host.Exit.WaitAsync(Host.Patience));
    }

    [Fact]
    public async Task Work_is_told_to_stop_before_the_invocation_ends()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api);
        var started = TimeProvider.System.GetTimestamp();
        var result = await api.InvokeAsync(LambdaEvents.HttpV2("GET", "/slow").Build(), TimeSpan.FromMilliseconds(600)).WaitAsync(Host.Patience);
        Assert.Equal(503, LambdaResponse.Parse(result.Body).StatusCode);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds, 200, 2_000);

        // The next invocation has a deadline of its own.
        result = await api.InvokeAsync(LambdaEvents.HttpV2("GET", "/open/1").Build()).WaitAsync(Host.Patience);
        Assert.Equal(200, LambdaResponse.Parse(result.Body).StatusCode);
    }

    [Fact]
    public async Task The_isolated_tenant_reaches_authentication()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api);
        var payload = LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "u1").Build();
        Assert.Equal(200, LambdaResponse.Parse((await api.InvokeAsync(payload, tenantId: "t1").WaitAsync(Host.Patience)).Body).StatusCode);
        Assert.Equal(401, LambdaResponse.Parse((await api.InvokeAsync(payload, tenantId: "t2").WaitAsync(Host.Patience)).Body).StatusCode);
    }

    [Theory]
    [InlineData("1", "Root=1-x")]
    [InlineData("2", null)]
    public async Task The_trace_id_is_in_the_environment_of_a_lone_worker(string workers, string? expected)
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", null);
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, new() { ["AWS_LAMBDA_MAX_CONCURRENCY"] = workers });
        var result = await api.InvokeAsync(LambdaEvents.HttpV2("GET", "/trace").Build(), traceId: "Root=1-x").WaitAsync(Host.Patience);
        Assert.Equal(expected, LambdaResponse.Parse(result.Body).Json.GetString());
    }

    [Fact]
    public async Task A_function_for_streams_takes_no_requests()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, new() { ["_HANDLER"] = "streams" }, static options => options.Streams = static (_, _, output) =>
        {
            output.Write("{\"batchItemFailures\":[]}"u8);
            return default;
        });
        var batch = await api.InvokeAsync("{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.Equal((false, "{\"batchItemFailures\":[]}"), (batch.IsError, Encoding.UTF8.GetString(batch.Body.Span)));
        var request = await api.InvokeAsync(LambdaEvents.HttpV2("GET", "/open/1").Build()).WaitAsync(Host.Patience);
        Assert.Equal((true, "Function.UnsupportedEvent"), (request.IsError, request.ErrorType));
    }

    [Theory]
    [InlineData("jobs")]
    [InlineData("notes.count")]
    [InlineData("api")]
    public async Task A_function_for_jobs_runs_them(string handler)
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, new() { ["_HANDLER"] = handler });
        var done = await api.InvokeAsync("{\"job\":\"notes.count\",\"tenantId\":\"t1\"}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.Equal((false, "{}"), (done.IsError, Encoding.UTF8.GetString(done.Body.Span)));
        var failed = await api.InvokeAsync("{\"job\":\"notes.other\",\"tenantId\":\"t1\"}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.Equal((true, "Function.UnknownJob"), (failed.IsError, failed.ErrorType));
        var request = await api.InvokeAsync(LambdaEvents.HttpV2("GET", "/open/1").Build()).WaitAsync(Host.Patience);
        Assert.Equal(handler != "api", request.IsError);
    }

    [Fact]
    public async Task Several_workers_have_a_connection_each()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, new() { ["AWS_LAMBDA_MAX_CONCURRENCY"] = "4" });
        var meeting = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.InvokeAsync(LambdaEvents.HttpV2("GET", "/meet").Build()))).WaitAsync(Host.Patience);
        Assert.All(meeting, static result => Assert.Equal(200, LambdaResponse.Parse(result.Body).StatusCode));
        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(i =>
            api.InvokeAsync(LambdaEvents.HttpV2("GET", $"/events/e{i}").WithCaller($"t{i}", "u").Build()))).WaitAsync(Host.Patience);
        for (var i = 0; i < results.Length; i++)
        {
            var json = LambdaResponse.Parse(results[i].Body).Json;
            Assert.Equal(($"t{i}", $"e{i}"), (json.GetProperty("tenant").GetString(), json.GetProperty("id").GetString()));
        }

        Assert.Equal(4, api.Connections);
    }

    [Theory]
    [InlineData("_HANDLER", "nothing", "Runtime.ConfigurationError", "There is no handler 'nothing'")]
    [InlineData("GEEKCAFE_TABLE", null, "Runtime.ConfigurationError", "GEEKCAFE_TABLE is not set")]
    [InlineData("GEEKCAFE_CORS_ORIGINS", "https://a.example/", "Runtime.ConfigurationError", "is not a CORS origin")]
    [InlineData("AWS_LAMBDA_MAX_CONCURRENCY", "0", "Runtime.ConfigurationError", "AWS_LAMBDA_MAX_CONCURRENCY")]
    [InlineData("GEEKCAFE_AUTHENTICATION", "off", "Runtime.ConfigurationError", "GEEKCAFE_AUTHENTICATION is none of")]
    [InlineData("GEEKCAFE_AUTHENTICATION", "public", "Runtime.ConfigurationError", "events.create needs a caller")]
    [InlineData("GEEKCAFE_AUTHENTICATION", "apiKey", "Runtime.ConfigurationError", "LambdaOptions.ApiKeys")]
    [InlineData("TEST_CREATE", "throw", "Runtime.InitError", "could not be started")]
    public async Task A_start_that_fails_is_reported(string name, string? value, string type, string message)
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, new() { [name] = value });
        Assert.Equal(1, await host.Exit.WaitAsync(Host.Patience));
        var error = await api.InitError.WaitAsync(Host.Patience);
        var text = Encoding.UTF8.GetString(error.Body.Span);
        Assert.Equal(type, error.ErrorType);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text + host.Log, StringComparison.Ordinal);
        Assert.Single(host.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Without_a_runtime_api_one_line_says_so()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api, new() { ["AWS_LAMBDA_RUNTIME_API"] = null });
        Assert.Equal(1, await host.Exit.WaitAsync(Host.Patience));
        Assert.Contains("AWS_LAMBDA_RUNTIME_API is not set", Assert.Single(host.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connection_is_warm_before_the_first_event()
    {
        await using var api = new FakeRuntimeApi();
        await using var host = new Host(api);
        await api.InvokeAsync("{\"warmer\":true}"u8.ToArray()).WaitAsync(Host.Patience);
        Assert.Equal(1, host.Transport.WarmUps);
        Assert.Equal(0, host.Transport.Requests);
    }

    private sealed class Host : IAsyncDisposable
    {
        public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        private readonly CancellationTokenSource _stop = new();
        private readonly MemoryStream _log = new();

        public Host(FakeRuntimeApi api, Dictionary<string, string?>? variables = null, Action<LambdaOptions>? configure = null)
        {
            var environment = SettingsTests.Good();
            (environment["AWS_LAMBDA_RUNTIME_API"], environment["_HANDLER"]) = (api.Endpoint, "api");
            foreach (var (name, value) in variables ?? []) environment[name] = value;
            Exit = LambdaHost.RunAsync<Application>(options =>
            {
                options.Environment = environment.GetValueOrDefault;
                options.Log = new(() => _log, () => _log);
                options.Transport = _ => environment.ContainsKey("TEST_CREATE") ? throw new InvalidOperationException("secret") : Transport;
                configure?.Invoke(options);
            }, _stop.Token);
        }

        public Task<int> Exit { get; }

        public FakeTransport Transport { get; } = new();

        public string Log => Encoding.UTF8.GetString(_log.ToArray());

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await Exit.WaitAsync(Patience);
            _stop.Dispose();
        }
    }

    private sealed class Application : IApplication<Application>
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        private Application() => Operations =
        [
            .. LambdaBed.Operations,
            new("slow.get", "GET", "/slow", static async context => await Task.Delay(Timeout.Infinite, context.CancellationToken)) { Authentication = Authentication.Public },
            new("trace.get", "GET", "/trace", static context =>
            {
                context.Response.BeginJson().WriteStringValue(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
                return default;
            })
            { Authentication = Authentication.Public },
            new("meet.get", "GET", "/meet", MeetAsync) { Authentication = Authentication.Public },
        ];

        public static TableDefinition Table { get; } = new("pk", "sk", []);

        public static string Manifest => "{}";

        public IReadOnlyList<ApiOperation> Operations { get; }

        public IReadOnlyList<ApplicationJob> Jobs { get; } = [new("notes.count", static context => { context.Nothing(new NoContent()); return default; })];

        public static Application Create(ServiceEnvironment environment) => new();

        /// <summary>Ends only when four invocations are under way at once.</summary>
        private async ValueTask MeetAsync(ApiContext context)
        {
            if (Interlocked.Increment(ref _count) == 4) _arrived.SetResult();
            await _arrived.Task.WaitAsync(context.CancellationToken);
        }
    }

    private sealed class FakeTransport : IDynamoTransport
    {
        public int WarmUps { get; private set; }

        public int Requests { get; private set; }

        public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
        {
            Requests++;
            throw new NotSupportedException();
        }

        public async ValueTask WarmUpAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            WarmUps++;
        }
    }
}
