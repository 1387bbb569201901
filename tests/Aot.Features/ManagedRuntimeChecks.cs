using System.Text;
using Amazon.Lambda.Core;
using GeekCafe.Lambda;

namespace GeekCafe.Aot.Features;

/// <summary>The classes that are written for the managed runtime, natively: what Lambda's own bootstrap would call.</summary>
internal static class ManagedRuntimeChecks
{
    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var functions = new LambdaFunctions<GeekCafeAotFeaturesApplication>(GeekCafeAotFeaturesApplication.Create(environment));
        var placed = await new GeekCafeAotFeaturesFunctions(functions).Api(Event("PUT", "/markets/m7/stands/1", """{"marketId":"m7","number":"1","title":"Fish"}"""), new Context());
        using var text = new StreamReader(placed);
        Check.That((await text.ReadToEndAsync()).Contains("\"statusCode\":201", StringComparison.Ordinal));

        var read = await new GeekCafeAotFeaturesHttpApiFunctions(functions).Api(new()
        {
            Version = "2.0",
            RawPath = "/markets/m7/stands/1",
            RequestContext = new() { Http = new() { Method = "GET" }, Authorizer = new() { Jwt = new() { Claims = Claims() } } },
        }, new Context());
        Check.That(read.StatusCode == 200 && read.Body.Contains("Fish", StringComparison.Ordinal));

        var rest = await new GeekCafeAotFeaturesRestFunctions(functions).Api(new()
        {
            HttpMethod = "GET",
            Path = "/markets/m7/stands/1",
            RequestContext = new() { HttpMethod = "GET", Path = "/markets/m7/stands/1", Authorizer = new() { Claims = Claims() } },
        }, new Context());
        Check.Same(read.Body, rest.Body);
    }

    private static Dictionary<string, string> Claims() => new() { ["sub"] = "ann", ["custom:tenant_id"] = "t1" };

    private static MemoryStream Event(string method, string path, string body) => new(Encoding.UTF8.GetBytes(OperationChecks.Event(method, path, body)));

    private sealed class Context : ILambdaContext
    {
        public string AwsRequestId => "r";

        public string InvokedFunctionArn => "arn:aws:lambda:eu-central-1:123456789012:function:features";

        public TimeSpan RemainingTime => TimeSpan.FromSeconds(30);

        public string TenantId => "t1";

        public string TraceId => "1-2-3";
    }
}
