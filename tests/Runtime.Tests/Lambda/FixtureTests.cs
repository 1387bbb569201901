using System.Text;
using GeekCafe.Lambda;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>Every fixture is classified and read as its README says.</summary>
public sealed class FixtureTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Fixtures", "lambda-events");

    private static readonly Dictionary<string, string> Expected = new()
    {
        ["alb/alb-encoded-query-parameters.json"] = "LoadBalancer GET / ?myKey=?showAll=true id=lambda ua=Mozilla/5.0 body=request_body by nobody",
        ["alb/alb-health-check.json"] = "LoadBalancer GET / ? id=lambda ua=ELB-HealthChecker/2.0 body= by nobody",
        ["alb/alb-multi-value-encoded-query-parameters.json"] = "LoadBalancer GET / ?myKey=?showAll=true&myKey=?showAll=false id=lambda ua=Mozilla/5.0 body=request_body by nobody",
        ["alb/alb-multi-value-headers.json"] = "LoadBalancer GET / ?key=hello id=lambda ua=curl/7.54.0 body=Some text by nobody",
        ["alb/alb-no-host.json"] = "LoadBalancer GET /v1/health/ ? id=lambda ua=ELB-HealthChecker/2.0 body= by nobody",
        ["alb/alb-put-binary-body.json"] = "LoadBalancer PUT /api/binary ? id=lambda ua=Mozilla/5.0 body=Greetings, programs! by nobody",
        ["alb/alb-single-value-headers.json"] = "LoadBalancer GET / ?key=hello id=lambda ua=curl/7.54.0 body= by nobody",
        ["authorizer-requests/http-v2-authorizer-v1.json"] = "AuthorizerRequest",
        ["authorizer-requests/http-v2-authorizer-v2-no-identity-source.json"] = "AuthorizerRequest",
        ["authorizer-requests/http-v2-authorizer-v2.json"] = "AuthorizerRequest",
        ["authorizer-requests/response-http-v2-simple.json"] = "Unknown",
        ["authorizer-requests/response-iam-policy.json"] = "Unknown",
        ["authorizer-requests/rest-v1-request-authorizer.json"] = "AuthorizerRequest",
        ["authorizer-requests/rest-v1-token-authorizer.json"] = "AuthorizerRequest",
        ["derived/http-v2-cors-preflight.json"] = "HttpV2 OPTIONS /users/42 ? id=ATfSmjLgPHcESJw= ua=curl/8.7.1 body= by nobody",
        ["derived/http-v2-jwt-access-token-scopes-one-group.json"] = "HttpV2 POST /cognito ? id=ZhMpgigvDoEEPlg= ua=HTTPie/3.2.2 body= by tenant-b/d2f50444-0041-7036-aea2-a955fca33d37 [admin]",
        ["derived/http-v2-jwt-groups-bracketed-and-tenant.json"] = "HttpV2 POST /cognito ? id=ZhMpgigvDoEEPlg= ua=HTTPie/3.2.2 body= by tenant-a/d2f50444-0041-7036-aea2-a955fca33d37 [admin|poweruser]",
        ["derived/rest-v1-cognito-groups-comma-and-tenant.json"] = "RestV1 POST /cognito ? id=e56434a3-0b5d-453c-9183-f07a5e91fbb3 ua=HTTPie/3.2.2 body= by tenant-a/d2f50444-0041-7036-aea2-a955fca33d37 [admin|poweruser]",
        ["derived/rest-v1-cors-preflight.json"] = "RestV1 OPTIONS /users/42 ? id=ffffffff-ffff-4fff-ffff-ffffffffffff ua=PostmanRuntime/7.20.1 body= by nobody",
        ["dynamodb-streams/dynamodb-record-optional-fields.json"] = "Unknown",
        ["dynamodb-streams/dynamodb-stream-all-types-and-ms-timestamp.json"] = "DynamoDbStream",
        ["dynamodb-streams/dynamodb-stream-insert-modify-remove.json"] = "DynamoDbStream",
        ["dynamodb-streams/dynamodb-time-window.json"] = "DynamoDbStream",
        ["dynamodb-streams/response-batch-item-failures.json"] = "Unknown",
        ["function-url/function-url-get.json"] = "FunctionUrl GET /my/path ?parameter1=value1&parameter1=value2&parameter2=value id=MIZRNhJtIAMEMDw= ua=curl/7.68.0 body= by nobody",
        ["function-url/function-url-iam.json"] = "FunctionUrl POST /my/path ?parameter1=value1&parameter1=value2&parameter2=value id=id ua= body=Hello from client! by nobody",
        ["function-url/function-url-none-auth.json"] = "FunctionUrl POST /capture/space value ?repeat=one&repeat=two&redirect=https://example.com/a/b&literalPlus=a b&encodedPlus=a+b&empty= id=d16a6b55-dea9-4b23-8499-eb85c3d2d904 ua=curl/8.7.1 body={\"message\":\"hello from the public internet\",\"unicode\":\"lambda-λ\"} by nobody",
        ["http-v2/http-v2-encoded-percent-slash-in-path.json"] = "HttpV2 GET /foo%25%2Fbar ? id=J60wWgQVoAMEPEA= ua=Mozilla/5.0 body= by nobody",
        ["http-v2/http-v2-iam.json"] = "HttpV2 POST /iam ? id=ZhLNpgotDoEEJUQ= ua=HTTPie/3.2.2 body= by nobody",
        ["http-v2/http-v2-jwt-cognito-id-token.json"] = "HttpV2 POST /cognito ? id=ZhMpgigvDoEEPlg= ua=HTTPie/3.2.2 body= by nobody",
        ["http-v2/http-v2-jwt-scopes-stage-in-path-cookies.json"] = "HttpV2 POST /my/path ?parameter1=value1&parameter1=value2&parameter2=value id=id ua= body=Hello from Lambda by nobody",
        ["http-v2/http-v2-lambda-authorizer-context.json"] = "HttpV2 GET /my/path ?parameter1=value1&parameter1=value2&parameter2=value id=id ua= body={\r\n\t\"a\": 1\r\n} by nobody",
        ["http-v2/http-v2-lambda-authorizer-null-context.json"] = "HttpV2 POST /lambda ? id=ZhNHJhhLjoEEPiw= ua=HTTPie/3.2.2 body= by nobody",
        ["http-v2/http-v2-minimal.json"] = "HttpV2 GET / ? id=MIZRNhJtIAMEMDw= ua=curl/7.64.1 body= by nobody",
        ["http-v2/http-v2-named-stage.json"] = "HttpV2 GET /api/values ? id=J6vl3iNWoAMESOw= ua=Mozilla/5.0 body= by nobody",
        ["http-v2/http-v2-no-authorizer.json"] = "HttpV2 GET / ? id=LV7fzho-PHcEJPw= ua=curl/7.58.0 body= by nobody",
        ["http-v2/http-v2-payload-format-1.0.json"] = "RestV1 GET /api/resourcepath ? id=lambda ua=Mozilla/5.0 body= by nobody",
        ["http-v2/http-v2-sam-local.json"] = "HttpV2 GET /hello ? id=1ac06eee-f687-44ec-9036-dfd49d0be0a3 ua=Mozilla/5.0 body= by nobody",
        ["http-v2/http-v2-space-and-query-decoding.json"] = "HttpV2 POST /capture/space value ?repeat=one&repeat=two&redirect=https://example.com/a/b&literalPlus=a b&encodedPlus=a+b&empty= id=ATfSmjLgPHcESJw= ua=curl/8.7.1 body={\"message\":\"hello from the public internet\",\"unicode\":\"lambda-λ\"} by nobody",
        ["rest-v1/rest-v1-body-json.json"] = "RestV1 PUT /path ? id=ffffffff-ffff-4fff-ffff-ffffffffffff ua=PostmanRuntime/7.20.1 body={\"foo\":\"bar\"} by nobody",
        ["rest-v1/rest-v1-catch-all.json"] = "RestV1 POST /hello/world ?name=me id=deef4878-7910-11e6-8f14-25afc3e9ae33 ua=PostmanRuntime/2.4.5 body={\r\n\t\"a\": 1\r\n} by nobody",
        ["rest-v1/rest-v1-cognito-groups-single.json"] = "RestV1 GET /api/authtest ? id=7713b963-f984-11e7-b02a-f346964d4540 ua= body= by nobody",
        ["rest-v1/rest-v1-cognito-user-pool-claims.json"] = "RestV1 POST /cognito ? id=e56434a3-0b5d-453c-9183-f07a5e91fbb3 ua=HTTPie/3.2.2 body= by nobody",
        ["rest-v1/rest-v1-console-test-null-headers.json"] = "RestV1 POST /no-auth ? id=28422e1a-c975-42da-895e-165f882dafef ua= body= by nobody",
        ["rest-v1/rest-v1-encoded-percent-slash-in-path.json"] = "RestV1 GET /foo%/bar ? id=7713b963-f984-11e7-b02a-f346964d4540 ua= body= by nobody",
        ["rest-v1/rest-v1-iam-auth.json"] = "RestV1 POST /iam ? id=89f9261a-2765-4d49-b72e-f76726991e44 ua=HTTPie/3.2.2 body= by nobody",
        ["rest-v1/rest-v1-lambda-authorizer-flat-claims.json"] = "RestV1 GET /api/authtest ? id=7713b963-f984-11e7-b02a-f346964d4540 ua= body= by nobody",
        ["rest-v1/rest-v1-lambda-authorizer.json"] = "RestV1 POST /lambda-token ? id=3c177581-2d03-4af4-9b68-5924083f37fe ua=HTTPie/3.2.2 body= by nobody",
        ["rest-v1/rest-v1-method-options.json"] = "RestV1 OPTIONS /path ? id=ffffffff-ffff-4fff-ffff-ffffffffffff ua=PostmanRuntime/7.20.1 body= by nobody",
        ["rest-v1/rest-v1-multi-value-parameters.json"] = "RestV1 POST /hello/world ?name=me&name=me2 id=deef4878-7910-11e6-8f14-25afc3e9ae33 ua=PostmanRuntime/2.4.5 body={\r\n\t\"a\": 1\r\n} by nobody",
        ["rest-v1/rest-v1-no-auth.json"] = "RestV1 POST /no-auth ? id=f88e38e3-2060-4a56-93c0-9efbc6a659a0 ua=HTTPie/3.2.2 body= by nobody",
        ["rest-v1/rest-v1-openapi-null-params.json"] = "RestV1 POST /hello/world ?name=me id=deef4878-7910-11e6-8f14-25afc3e9ae33 ua=PostmanRuntime/2.4.5 body={\r\n\t\"a\": 1\r\n} by nobody",
        ["warmup/eventbridge-schedule.json"] = "WarmUp",
        ["warmup/lambda-warmer.json"] = "WarmUp",
        ["warmup/scheduled-event-cloudwatch.json"] = "WarmUp",
        ["warmup/serverless-plugin-warmup.json"] = "WarmUp",
    };

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.GetFiles(Root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(Root, file).Replace('\\', '/'));
        }

        return data;
    }

    [Theory, MemberData(nameof(Files))]
    public void Reads_as_expected(string file)
    {
        Assert.Equal(Expected[file], Describe(file));
    }

    [Fact]
    public void Every_expectation_has_a_file() => Assert.All(Expected.Keys, static file => Assert.True(File.Exists(Path.Combine(Root, file)), file));

    [Theory, MemberData(nameof(Files))]
    public async Task Goes_through_the_engine(string file)
    {
        var (outcome, output) = await new LambdaBed().HandleAsync(await File.ReadAllBytesAsync(Path.Combine(Root, file)));
        var kind = Expected[file].Split(' ')[0];
        var isHttp = kind is nameof(EventKind.RestV1) or nameof(EventKind.HttpV2) or nameof(EventKind.FunctionUrl) or nameof(EventKind.LoadBalancer);
        Assert.Equal(!isHttp && kind != nameof(EventKind.WarmUp), outcome.IsError);

        // None of the paths is a route of the test application.
        if (isHttp) Assert.StartsWith("{\"statusCode\":404,", output, StringComparison.Ordinal);
    }

    private static string Describe(string file)
    {
        var request = new ApiRequest();
        Assert.True(LambdaEventReader.TryRead(File.ReadAllBytes(Path.Combine(Root, file)), request.Event));
        if (request.Event.Kind is not (EventKind.RestV1 or EventKind.HttpV2 or EventKind.FunctionUrl or EventKind.LoadBalancer))
        {
            return request.Event.Kind.ToString();
        }

        request.Load(new() { RequestId = "lambda" }, null);
        using var body = new PooledBuffer();
        Assert.Null(request.Problem);
        Assert.Null(request.ReadBody(body, 100_000));
        var caller = new ClaimsReader(new()).Read(request, null);
        var query = string.Join('&', request.Query.Select(static pair => $"{pair.Key}={pair.Value}"));
        var who = caller is null ? "nobody" : $"{caller} [{string.Join('|', caller.Roles)}]";
        return $"{request.Kind} {request.Method} {request.Path} ?{query} id={request.RequestId} ua={request.Header("USER-agent")?.Split(' ', ',')[0]} body={Encoding.UTF8.GetString(request.Body.Span)} by {who}";
    }
}
