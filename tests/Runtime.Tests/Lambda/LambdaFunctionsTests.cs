using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>Functions on the managed runtime: made from the environment, limited by the time that remains.</summary>
public sealed class LambdaFunctionsTests
{
    private static readonly FunctionInvocation Usual = new("aws-1", TimeSpan.FromSeconds(30));

    [Fact]
    public async Task They_are_made_from_the_environment_and_connect_before_the_first_event()
    {
        var transport = new Transport();
        var functions = new LambdaFunctions<Application>(Options(transport));
        Assert.Equal(1, transport.WarmUps);
        var answer = await SendAsync(functions, "api", LambdaEvents.HttpV2("GET", "/slow").WithRequestId("gw-1").Build(), Usual with { RemainingTime = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(503, LambdaResponse.Parse(answer).StatusCode);
        Assert.Equal("aws-1", LambdaResponse.Parse(await SendAsync(functions, "seen.get", Without(LambdaEvents.HttpV2("GET", "/seen").Build(), "requestId"), Usual)).Body.Trim('"'));
    }

    [Theory]
    [InlineData("GEEKCAFE_TABLE")]
    [InlineData("GEEKCAFE_CURSOR_KEY")]
    public void A_missing_setting_is_said_at_the_start(string variable)
    {
        var environment = SettingsTests.Good();
        environment.Remove(variable);
        var options = Options(new Transport());
        options.Environment = environment.GetValueOrDefault;
        Assert.Contains(variable, Assert.Throws<ConfigurationException>(() => new LambdaFunctions<Application>(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_serves_what_it_names_and_the_application_chooses_once()
    {
        var functions = new LambdaFunctions<Application>(Options(new Transport()));
        var seen = LambdaEvents.HttpV2("GET", "/seen").Build();
        foreach (var (handler, status) in ((string, int)[])[("api", 200), ("seen", 200), ("seen.get", 200), ("slow.get", 404), ("api", 200)])
        {
            var answer = LambdaResponse.Parse(await SendAsync(functions, handler, seen, Usual));
            Assert.Equal(status, answer.StatusCode);
            if (status == 200) Assert.Equal("1", answer.Header("x-chosen"));
        }

        await Assert.ThrowsAsync<ConfigurationException>(() => SendAsync(functions, "nobody", seen, Usual));
    }

    [Fact]
    public async Task What_is_not_handled_is_an_error_of_the_function()
    {
        var functions = new LambdaFunctions<Application>(Options(new Transport()));
        foreach (var (json, type) in ((string, string)[])[("{}", "Function.UnsupportedEvent"), ("[", "Function.MalformedEvent"), ("{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}", "Function.StreamsNotConfigured")])
        {
            var failure = await Assert.ThrowsAsync<LambdaFunctionException>(() => SendAsync(functions, "api", Encoding.UTF8.GetBytes(json), Usual));
            Assert.Equal(type, failure.ErrorType);
            Assert.StartsWith(type + ": ", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parts_of_events_are_written_as_they_were()
    {
        using var element = JsonDocument.Parse("{\"a\":[1,null]}");
        Assert.Equal("""{"t":"x","l":["a"],"m":{"k":"v"},"n":{"k":["a","b"]},"v":{"s":"t","b":true,"i":3,"d":1.5,"z":null,"e":{"a":[1,null]},"l":["a",null],"o":{"p":"q"}}}""", Written(json =>
        {
            EventJson.Text(json, "t", "x");
            EventJson.Text(json, "gone", null);
            EventJson.Texts(json, "l", ["a"]);
            EventJson.Texts(json, "gone", null);
            EventJson.Map(json, "m", new Dictionary<string, string> { ["k"] = "v", ["gone"] = null! });
            EventJson.Map(json, "gone", null);
            EventJson.MultiMap(json, "n", new Dictionary<string, IList<string>> { ["k"] = ["a", "b"] });
            EventJson.MultiMap(json, "gone", new Dictionary<string, IList<string>>());
            EventJson.Values(json, "gone", null);
            EventJson.Values(json, "v", new Dictionary<string, object>
            {
                ["s"] = "t", ["b"] = true, ["i"] = 3, ["d"] = 1.5, ["z"] = null!, ["e"] = element.RootElement, ["l"] = new object?[] { "a", new Version(1, 2) },
                ["o"] = new Dictionary<string, object> { ["p"] = "q" }, ["gone"] = new Version(1, 2), ["gone2"] = default(JsonElement),
            });
            EventJson.Authorizer(json, "gone", null, null);
        }));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var buffer = new PooledBuffer();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static async Task<byte[]> SendAsync(LambdaFunctions<Application> functions, string handler, byte[] json, FunctionInvocation invocation)
    {
        using var answer = new MemoryStream();
        await (await functions.HandleAsync(handler, new MemoryStream(json), invocation)).CopyToAsync(answer);
        return answer.ToArray();
    }

    private static byte[] Without(byte[] json, string member)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(json)!;
        node["requestContext"]!.AsObject().Remove(member);
        return Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    private static LambdaOptions Options(Transport transport) => new() { Environment = SettingsTests.Good().GetValueOrDefault, Transport = _ => transport, Log = new(() => new MemoryStream(), () => new MemoryStream()) };

    private sealed class Application : IApplication<Application>
    {
        private int _chosen;

        public static TableDefinition Table { get; } = new("pk", "sk", []);

        public static string Manifest => "{}";

        public IReadOnlyList<ApiOperation> Operations { get; } =
        [
            new("slow.get", "GET", "/slow", static async context => await Task.Delay(Timeout.Infinite, context.CancellationToken)) { Authentication = Authentication.Public },
            new("seen.get", "GET", "/seen", static context =>
            {
                context.Response.BeginJson().WriteStringValue(context.Request.RequestId);
                return default;
            })
            { Authentication = Authentication.Public },
        ];

        public static Application Create(ServiceEnvironment environment) => new();

        public void Configure(LambdaOptions options)
        {
            _chosen++;
            options.Middleware.Add((context, next) =>
            {
                context.Response.SetHeader("x-chosen", _chosen.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return next(context);
            });
        }
    }

    private sealed class Transport : IDynamoTransport
    {
        public int WarmUps { get; private set; }

        public ValueTask<DynamoReply> SendAsync(DynamoOperation operation, ReadOnlyMemory<byte> request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public async ValueTask WarmUpAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            WarmUps++;
        }
    }
}
