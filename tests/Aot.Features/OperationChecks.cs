using System.Text;
using System.Text.Json;
using GeekCafe.Lambda;

namespace GeekCafe.Aot.Features;

/// <summary>Operations and jobs that a user wrote, from the bytes of an event to the bytes of an answer.</summary>
internal static class OperationChecks
{
    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var application = GeekCafeAotFeaturesApplication.Create(environment);
        using var engine = new LambdaApplication(application.Operations, jobs: application.Jobs);

        var placed = await SendAsync(engine, "PUT", "/markets/m1/stands/1", """{"marketId":"m1","number":"1","title":"Fish"}""");
        Check.Same((201, "/markets/m1/stands/1"), (placed.GetProperty("statusCode").GetInt32(), placed.GetProperty("headers").GetProperty("location").GetString()));
        var refused = await SendAsync(engine, "POST", "/markets/m1/stands/1/close", """{"reason":"r"}""");
        Check.Same(400, refused.GetProperty("statusCode").GetInt32());
        var (error, closed) = await HandleAsync(engine, """{"job":"stands.closeAll","tenantId":"t1","input":{"market":"m1","reason":"night"}}""");
        Check.Same((null, """{"market":"m1","open":0,"day":null,"titles":[]}"""), (error, closed));
        var listed = await SendAsync(engine, "GET", "/markets/m1/stands/open", query: "state=closed&limit=1");
        Check.That(listed.GetProperty("body").GetString()!.Contains("night", StringComparison.Ordinal));
    }

    private static async Task<JsonElement> SendAsync(LambdaApplication engine, string method, string path, string body = "", string query = "")
    {
        var (error, answer) = await HandleAsync(engine, Event(method, path, body, query));
        Check.Same(null, error);
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    /// <summary>The event of an HTTP API for a request of Ann's.</summary>
    internal static string Event(string method, string path, string body = "", string query = "") => $$$"""
        {"version":"2.0","rawPath":"{{{path}}}","rawQueryString":"{{{query}}}","headers":{"content-type":"application/json"},
         "requestContext":{"http":{"method":"{{{method}}}"},"requestId":"r","authorizer":{"jwt":{"claims":{"sub":"ann","custom:tenant_id":"t1"} } } },
         "body":{{{Quoted(body)}}},"isBase64Encoded":false}
        """;

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static async Task<(string? Error, string Answer)> HandleAsync(LambdaApplication engine, string text)
    {
        using var output = new PooledBuffer();
        var outcome = await engine.HandleAsync(Encoding.UTF8.GetBytes(text), InvocationContext.None, output);
        return (outcome.ErrorType, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
