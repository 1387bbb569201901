using System.Text;
using System.Text.Json.Nodes;

namespace GeekCafe.Testing;

/// <summary>Makes events as each kind of gateway, and DynamoDB's streams, send them.</summary>
/// <example><c>LambdaEvents.HttpV2("POST", "/events").WithCaller("tenant-1", "user-1").WithJson("{\"title\":\"x\"}").Build()</c></example>
public static class LambdaEvents
{
    /// <summary>An API Gateway HTTP API event, payload format 2.0.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as a client sends it, percent-encoded, without stage and query.</param>
    public static LambdaEventBuilder HttpV2(string method, string path) => new(LambdaEventShape.HttpV2, method, path);

    /// <summary>An API Gateway REST API event.</summary>
    /// <inheritdoc cref="HttpV2"/>
    public static LambdaEventBuilder RestV1(string method, string path) => new(LambdaEventShape.RestV1, method, path);

    /// <summary>An API Gateway HTTP API event, payload format 1.0.</summary>
    /// <inheritdoc cref="HttpV2"/>
    public static LambdaEventBuilder HttpV1(string method, string path) => new(LambdaEventShape.HttpV1, method, path);

    /// <summary>A Function URL event.</summary>
    /// <inheritdoc cref="HttpV2"/>
    public static LambdaEventBuilder FunctionUrl(string method, string path) => new(LambdaEventShape.FunctionUrl, method, path);

    /// <summary>An Application Load Balancer event.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as a client sends it, percent-encoded, without query.</param>
    /// <param name="multiValue">Whether the target group has multi-value headers on.</param>
    public static LambdaEventBuilder LoadBalancer(string method, string path, bool multiValue = false) =>
        new(multiValue ? LambdaEventShape.LoadBalancerMultiValue : LambdaEventShape.LoadBalancer, method, path);

    /// <summary>A batch of a DynamoDB stream: <c>LambdaEvents.Stream().Created(vote).Updated(vote, vote with { Choice = "b" }).Build()</c>.</summary>
    public static StreamEventBuilder Stream() => new();

    /// <summary>An event of any kind of gateway.</summary>
    /// <param name="shape">The payload.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path as a client sends it, percent-encoded, without stage and query.</param>
    public static LambdaEventBuilder Http(LambdaEventShape shape, string method, string path) => new(shape, method, path);

    /// <summary>A scheduled event of EventBridge, such as keeps a function warm.</summary>
    public static byte[] WarmUp() =>
        """{"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event","source":"aws.events","account":"123456789012","time":"2030-01-01T09:00:00Z","region":"eu-central-1","resources":["arn:aws:events:eu-central-1:123456789012:rule/warmer"],"detail":{}}"""u8.ToArray();

    /// <summary>What an HTTP API asks a Lambda authorizer, format 2.0. A function that is none must refuse it, though it looks like a request.</summary>
    /// <param name="method">The method of the request that is to be authorized.</param>
    /// <param name="path">Its path.</param>
    /// <param name="authorization">Its <c>authorization</c> header.</param>
    public static byte[] AuthorizerRequest(string method, string path, string authorization)
    {
        var request = JsonNode.Parse(HttpV2(method, path).WithHeader("authorization", authorization).Build())!;
        (request["type"], request["routeArn"]) = ("REQUEST", $"arn:aws:execute-api:eu-central-1:123456789012:test-api/$default/{method}{path}");
        request["identitySource"] = new JsonArray(authorization);
        return Encoding.UTF8.GetBytes(request.ToJsonString());
    }
}
