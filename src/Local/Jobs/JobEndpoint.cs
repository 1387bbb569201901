using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GeekCafe.Local;

/// <summary><c>POST /_local/jobs {"job","tenantId","input"}</c>: runs a job at once, as a schedule would.</summary>
internal static class JobEndpoint
{
    public const string Route = "/_local/jobs";

    private const string Shape = """{"errorType":"Function.MalformedEvent","errorMessage":"The body is {\"job\":\"...\",\"tenantId\":\"...\",\"input\":{...}}; input may be left out."}""";

    // Whatever the Content-Type: curl -d says it is a form.
    public static async Task HandleAsync(HttpContext context, IFunction function)
    {
        using var asked = await ReadAsync(context);
        if (asked is not { RootElement.ValueKind: JsonValueKind.Object })
        {
            await Results.Text(Shape, "application/json", statusCode: 400).ExecuteAsync(context);
            return;
        }

        // As the detail of an event, so that a body cannot pass for an event of a gateway.
        var eventBytes = JsonSerializer.SerializeToUtf8Bytes(new { source = "geekcafe.local", detail = asked.RootElement });
        using var output = new PooledBuffer();
        var answered = await function.InvokeAsync(eventBytes, Guid.CreateVersion7().ToString(), output);
        context.Response.StatusCode = answered ? 200 : 500;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(output.WrittenMemory, context.RequestAborted);
    }

    private static async Task<JsonDocument?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
