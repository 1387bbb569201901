using System.Runtime.CompilerServices;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Testing;

namespace GeekCafe.Generators.Tests.ClassLibrary;

/// <summary>Handlers for the managed runtime: which there are, and that they answer as a function of a custom runtime does.</summary>
public class FunctionTests
{
    private const string Things = """
        using GeekCafe.Lambda;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Shop;

        [Resource("things")]
        [PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
        public partial record Thing { public required string Title { get; init; } }

        public partial class ThingHandlers
        {
            public async ValueTask GetAsync(ApiContext context)
            {
                await _api.GetAsync(context);
                context.Response.SetHeader("x-seen", string.Join('|', context.Request.RequestId, context.Request.Deadline is { } end && end > DateTimeOffset.UtcNow,
                    context.CancellationToken.CanBeCanceled, context.Request.Header("x-several"), context.Caller.UserId, string.Join(',', context.Caller.Roles.Order())));
            }
        }

        public partial class ThingService
        {
            [HttpOperation("GET", "/things-found", Name = "find", Authentication = Authentication.Public)]
            public Task<ServiceResult<Found>> FindAsync(string q) => Task.FromResult<ServiceResult<Found>>(new Found { Words = [q] });

            [Job("recount")] public Task<ServiceResult<Found>> RecountAsync(Caller caller) => Task.FromResult<ServiceResult<Found>>(new Found { Words = [caller.TenantId] });
        }

        public partial record Found { public List<string> Words { get; init; } = []; }
        """;

    public static TheoryData<string[], string[]> Referenced => new()
    {
        { [], [] },
        { [AmazonTypes.Core], ["ShopFunctions.g.cs"] },
        { [AmazonTypes.NewerCore], ["ShopFunctions.g.cs"] },
        { [AmazonTypes.Rest, AmazonTypes.HttpApi], [] },
        { [AmazonTypes.Core, AmazonTypes.Rest], ["ShopFunctions.g.cs", "ShopRestFunctions.g.cs"] },
        { [AmazonTypes.Core, AmazonTypes.HttpApi], ["ShopFunctions.g.cs", "ShopHttpApiFunctions.g.cs"] },
        { [AmazonTypes.NewerCore, AmazonTypes.Rest, AmazonTypes.HttpApi], ["ShopFunctions.g.cs", "ShopHttpApiFunctions.g.cs", "ShopRestFunctions.g.cs"] },
        { [AmazonTypes.Core, AmazonTypes.Rest.Replace("public IDictionary<string, IList<string>> MultiValueHeaders", "public IDictionary<string, string> Others")], ["ShopFunctions.g.cs"] },
    };

    [Theory]
    [MemberData(nameof(Referenced))]
    public void Handlers_are_generated_for_the_types_that_are_referenced(string[] libraries, string[] expected)
    {
        var run = GeneratorRun.Compiled([Declared(), .. libraries]);
        Assert.Equal(expected, run.Files.Keys.Where(static name => name.Contains("Functions", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        static string Declared() => "[Resource(\"things\")] [PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\")] public partial record Thing { public required string Title { get; init; } }";
    }

    [Fact]
    public void There_is_a_handler_for_everything_for_a_resource_and_for_each_operation()
    {
        var run = GeneratorRun.Compiled(Things, AmazonTypes.Core, AmazonTypes.Rest, AmazonTypes.HttpApi);
        foreach (var (type, expected) in (IEnumerable<(string, string)>)[
            ("Functions", "Api, Jobs, Things, ThingsBatchCreate, ThingsBatchGet, ThingsCreate, ThingsDelete, ThingsFind, ThingsGet, ThingsList, ThingsPatch, ThingsReplace, ThingsRestore"),
            ("RestFunctions", "Api, Things, ThingsBatchCreate, ThingsBatchGet, ThingsCreate, ThingsDelete, ThingsFind, ThingsGet, ThingsList, ThingsPatch, ThingsReplace, ThingsRestore"),
            ("HttpApiFunctions", "Api, Things, ThingsBatchCreate, ThingsBatchGet, ThingsCreate, ThingsDelete, ThingsFind, ThingsGet, ThingsList, ThingsPatch, ThingsReplace, ThingsRestore")])
        {
            var functions = run.Output.GetTypeByMetadataName("Shop.Shop" + type)!;
            Assert.Equal(expected, string.Join(", ", functions.GetMembers().OfType<Microsoft.CodeAnalysis.IMethodSymbol>()
                .Where(static method => method is { MethodKind: Microsoft.CodeAnalysis.MethodKind.Ordinary, DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public })
                .Select(static method => method.Name).Order(StringComparer.Ordinal)));
            Assert.Contains(functions.InstanceConstructors, static constructor => constructor.Parameters.Length == 0);
        }
    }

    [Fact]
    public void A_function_by_hand_takes_the_place_of_the_generated_one() => Findings.AssertNone(Things, AmazonTypes.Core, """
        namespace Shop;
        public partial class ShopFunctions
        {
            public System.Threading.Tasks.Task<System.IO.Stream> ThingsGet(System.IO.Stream input, Amazon.Lambda.Core.ILambdaContext context) => Api(input, context);
        }
        """);

    [Fact]
    public void Streams_are_answered() => Run("""
        var functions = new Shop.ShopFunctions(new LambdaFunctions<Shop.ShopApplication>(app.Services, new() { Clock = app.Clock }));
        var created = LambdaResponse.Parse(await SendAsync(functions.ThingsCreate, LambdaEvents.RestV1("POST", "/things").WithCaller("t1", "ann").WithJson("{\"title\":\"a\"}").Build()));
        Assert.Equal(201, created.StatusCode);
        foreach (var shape in (LambdaEventShape[])[LambdaEventShape.RestV1, LambdaEventShape.HttpV1, LambdaEventShape.HttpV2])
        {
            var read = LambdaResponse.Parse(await SendAsync(functions.Things, LambdaEvents.Http(shape, "GET", "/things/" + created.Id).WithCaller("t1", "ann", "editor").Build()));
            Assert.Equal("a", read.Text("title"));
            Assert.EndsWith("|True|True||ann|editor", read.Header("x-seen"));
        }

        Assert.Equal(404, LambdaResponse.Parse(await SendAsync(functions.Api, LambdaEvents.HttpV2("GET", "/things/" + created.Id).WithCaller("t2", "ann").Build())).StatusCode);
        Assert.Equal(401, LambdaResponse.Parse(await SendAsync(functions.Api, LambdaEvents.HttpV2("GET", "/things/" + created.Id).Build())).StatusCode);
        Assert.Equal(404, LambdaResponse.Parse(await SendAsync(functions.ThingsGet, LambdaEvents.HttpV2("GET", "/things").WithCaller("t1", "ann").Build())).StatusCode);
        Assert.Equal("{\"warm\":true}", Encoding.UTF8.GetString(await SendAsync(functions.Api, LambdaEvents.WarmUp())));
        Assert.Contains("t7", Encoding.UTF8.GetString(await SendAsync(functions.Jobs, "{\"job\":\"things.recount\",\"tenantId\":\"t7\"}"u8.ToArray())));
        var failure = await Assert.ThrowsAsync<LambdaFunctionException>(() => SendAsync(functions.Api, "{}"u8.ToArray()));
        Assert.Equal("Function.UnsupportedEvent", failure.ErrorType);
        await Assert.ThrowsAsync<ArgumentNullException>(() => functions.Api(Stream.Null, null!));
        """);

    [Fact]
    public void Objects_are_answered() => Run("""
        var functions = new LambdaFunctions<Shop.ShopApplication>(app.Services, new() { Clock = app.Clock });
        var (rest, http) = (new Shop.ShopRestFunctions(functions), new Shop.ShopHttpApiFunctions(functions));
        var created = await rest.ThingsCreate(Read<APIGatewayProxyRequest>(LambdaEvents.RestV1("POST", "/things").WithCaller("t1", "ann").WithJson("{\"title\":\"a \\u00e4\"}").Build()), new Context());
        Assert.Equal((201, false), (created.StatusCode, created.IsBase64Encoded));
        var id = JsonDocument.Parse(created.Body).RootElement.GetProperty("id").GetString();
        Assert.Equal($"/things/{id}", created.Headers["location"]);

        var bytes = Encoding.UTF8.GetBytes("{\"title\":\"b\"}");
        var encoded = await http.ThingsCreate(Read<APIGatewayHttpApiV2ProxyRequest>(LambdaEvents.HttpV2("POST", "/things").WithCaller("t1", "ann").WithHeader("content-type", "application/json").WithBody(bytes).Build()), new Context());
        Assert.Equal(201, encoded.StatusCode);

        var read = await http.ThingsGet(Read<APIGatewayHttpApiV2ProxyRequest>(LambdaEvents.HttpV2("GET", "/things/" + id).WithCaller("t1", "ann", "editor").WithRequestId("gw-1").Build()), new Context());
        Assert.Equal("a \u00e4", JsonDocument.Parse(read.Body).RootElement.GetProperty("title").GetString());
        Assert.Equal("gw-1|True|True||ann|editor", read.Headers["x-seen"]);
        Assert.Equal(404, (await http.ThingsGet(Read<APIGatewayHttpApiV2ProxyRequest>(LambdaEvents.HttpV2("GET", "/things/" + id).WithCaller("t2", "ann").Build()), new Context())).StatusCode);

        // Several values to a name, and a pool's claims in each place where they may be.
        var request = Read<APIGatewayProxyRequest>(LambdaEvents.RestV1("GET", "/things/" + id).WithCaller("t1", "ann", "editor").WithHeader("x-several", "1").WithHeader("x-several", "2").Build());
        Assert.EndsWith("|True|True|1, 2|ann|editor", (await rest.Api(request, new Context())).Headers["x-seen"]);
        request.MultiValueHeaders = null;
        Assert.Equal(200, (await rest.Api(request, new Context())).StatusCode);
        request.Headers = null;
        request.RequestContext.RequestId = null;
        Assert.Equal("aws-1|False|True||ann|editor", (await rest.Api(request, new Context(TimeSpan.Zero))).Headers["x-seen"]);
        var claims = request.RequestContext.Authorizer.Claims;
        request.RequestContext.Authorizer = new() { Claims = claims };
        Assert.EndsWith("|ann|editor", (await rest.Api(request, new Context())).Headers["x-seen"]);
        request.RequestContext.Authorizer = new() { ["claims"] = new object(), Claims = claims };
        Assert.EndsWith("|ann|editor", (await rest.Api(request, new Context())).Headers["x-seen"]);
        request.RequestContext.Authorizer = new() { ["claims"] = "none", Claims = claims };
        Assert.Equal(401, (await rest.Api(request, new Context())).StatusCode);
        request.RequestContext.Authorizer = new() { ["tenantId"] = "t1", ["userId"] = "ann", ["level"] = 3, ["isNew"] = true, ["odd"] = new Version(1, 2) };
        Assert.EndsWith("|ann|", (await rest.Api(request, new Context())).Headers["x-seen"]);
        request.RequestContext.Authorizer["tenantId"] = "t2";
        Assert.Equal(404, (await rest.Api(request, new Context())).StatusCode);
        request.RequestContext.Authorizer = null;
        Assert.Equal(401, (await rest.Api(request, new Context())).StatusCode);

        // Queries.
        foreach (var (values, status) in new[] { (1, 200), (2, 400) })
        {
            var (v1, v2) = (LambdaEvents.RestV1("GET", "/things-found"), LambdaEvents.HttpV2("GET", "/things-found"));
            for (var i = 0; i < values; i++) (v1, v2) = (v1.WithQuery("q", "a,b c"), v2.WithQuery("q", "a,b c"));
            var (found, foundHttp) = (await rest.ThingsFind(Read<APIGatewayProxyRequest>(v1.Build()), new Context()), await http.ThingsFind(Read<APIGatewayHttpApiV2ProxyRequest>(v2.Build()), new Context()));
            Assert.Equal((status, status), (found.StatusCode, foundHttp.StatusCode));
            if (status == 200) Assert.Equal((found.Body, true), (foundHttp.Body, found.Body.Contains("a,b c")));
        }

        var lambda = Read<APIGatewayHttpApiV2ProxyRequest>(LambdaEvents.HttpV2("GET", "/things/" + id).WithAuthorizerContext("tenantId", "t1").WithAuthorizerContext("userId", "bob").WithAuthorizerContext("n", 1.5).Build());
        Assert.Contains("|bob|", (await http.Api(lambda, new Context())).Headers["x-seen"]);
        lambda.Version = null;
        lambda.RequestContext.Authorizer.Lambda["roles"] = new List<object> { "a", "b" };
        Assert.EndsWith("|bob|a,b", (await http.Api(lambda, new Context())).Headers["x-seen"]);

        var failure = await Assert.ThrowsAsync<LambdaFunctionException>(() => rest.Api(new APIGatewayProxyRequest(), new Context()));
        Assert.Equal("Function.UnsupportedEvent", failure.ErrorType);
        """);

    /// <summary>What gateways were seen to send: asked for a list, whoever is known by a stream is known by an object, and nobody else.</summary>
    [Fact]
    public void Recorded_events_are_answered_alike_in_both_forms() => Run($$"""
        var functions = new LambdaFunctions<Shop.ShopApplication>(app.Services, new() { Clock = app.Clock });
        var (streams, rest, http) = (new Shop.ShopFunctions(functions), new Shop.ShopRestFunctions(functions), new Shop.ShopHttpApiFunctions(functions));
        var counts = new Dictionary<string, int>();
        foreach (var path in Directory.GetFiles("{{Fixtures()}}", "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var node = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            var isRest = node["httpMethod"] is not null && node["version"] is null && node["requestContext"] is System.Text.Json.Nodes.JsonObject context && context["elb"] is null;
            var isHttp = node["rawPath"] is not null;
            if (!isRest && !isHttp || node["type"] is not null) continue;
            foreach (var name in (string[])["queryStringParameters", "multiValueQueryStringParameters", "rawQueryString", "body"]) node.Remove(name);
            if (isRest) (node["path"], node["httpMethod"]) = ("/things", "GET");
            else (node["rawPath"], node["requestContext"]!["http"]!["method"]) = ("/things", "GET");
            node["isBase64Encoded"] = false;
            var bytes = Encoding.UTF8.GetBytes(node.ToJsonString());
            var expected = LambdaResponse.Parse(await SendAsync(streams.Api, bytes));
            var (status, body) = isRest ? await RestAsync(bytes) : await HttpAsync(bytes);
            Assert.True(expected.StatusCode == status, $"{path}: {expected.StatusCode} and {status}");
            if (status == 200) Assert.Equal(expected.Body, body);
            var key = $"{(isRest ? "rest" : "http")} {status}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.True(counts.Count >= 4, string.Join(", ", counts));
        Assert.All(counts, static each => Assert.True(each.Key.EndsWith("200") || each.Key.EndsWith("401"), each.Key));

        async System.Threading.Tasks.Task<(int, string)> RestAsync(byte[] bytes) { var answer = await rest.Api(Read<APIGatewayProxyRequest>(bytes), new Context()); return (answer.StatusCode, answer.Body); }
        async System.Threading.Tasks.Task<(int, string)> HttpAsync(byte[] bytes) { var answer = await http.Api(Read<APIGatewayHttpApiV2ProxyRequest>(bytes), new Context()); return (answer.StatusCode, answer.Body); }
        """);

    private static string Fixtures([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Runtime.Tests/Fixtures/lambda-events"));

    private static void Run(string statements)
    {
        Assert.SkipWhen(LocalDynamo.Missing is not null, LocalDynamo.Missing ?? "");
        const string Helpers = """
            using System.IO;
            using System.Text.Json;

            internal static class Helpers
            {
                public static async System.Threading.Tasks.Task<byte[]> SendAsync(Func<Stream, Amazon.Lambda.Core.ILambdaContext, System.Threading.Tasks.Task<Stream>> function, byte[] bytes)
                {
                    using var copy = new MemoryStream();
                    await (await function(new MemoryStream(bytes), new Context())).CopyToAsync(copy);
                    return copy.ToArray();
                }

                public static T Read<T>(byte[] bytes) => JsonSerializer.Deserialize<T>(bytes, new JsonSerializerOptions { PropertyNameCaseInsensitive = true })!;
            }

            internal sealed class Context(TimeSpan? remaining = null) : Amazon.Lambda.Core.ILambdaContext
            {
                public string AwsRequestId => "aws-1";
                public string FunctionName => "things";
                public string InvokedFunctionArn => "arn:aws:lambda:eu-central-1:123456789012:function:things";
                public TimeSpan RemainingTime => remaining ?? TimeSpan.FromSeconds(30);
            }
            """;
        Program.Run([Things, AmazonTypes.Core, AmazonTypes.Rest, AmazonTypes.HttpApi, Helpers], $$"""
            CallAsync().GetAwaiter().GetResult();

            static async System.Threading.Tasks.Task CallAsync()
            {
                await using var app = await TestApplication<Shop.ShopApplication>.StartAsync();
            {{statements}}
            }
            """, "using static Helpers; using Amazon.Lambda.APIGatewayEvents; using GeekCafe.Lambda; using GeekCafe.Testing; using System.IO; using System.Text; using System.Text.Json;");
    }
}
