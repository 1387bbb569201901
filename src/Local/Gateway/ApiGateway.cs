using System.Diagnostics;
using System.Text;
using GeekCafe.Lambda;
using Microsoft.AspNetCore.Http;

namespace GeekCafe.Local;

/// <summary>Stands in for an HTTP API of API Gateway: routes, checks tokens, calls the function, sends its answer.</summary>
internal sealed class ApiGateway(RouteTable routes, TokenAuthority tokens, IFunction function, TimeProvider clock, TextWriter log)
{
    /// <summary>The gateway's limit for bodies.</summary>
    public const int MaxBodyBytes = 10 * 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var call = GatewayCall.From(context, clock.GetUtcNow());
        context.Response.Headers["apigw-requestid"] = call.RequestId;
        try
        {
            await PassOnAsync(call, context);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(context, bad.StatusCode, bad.StatusCode == 413 ? "Request Entity Too Large" : "Bad Request");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // As in the cloud: the client learns nothing, the log everything.
            await log.WriteLineAsync(failure.ToString());
            await RefuseAsync(context, 500, "Internal Server Error");
        }

        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await log.WriteLineAsync($"{context.Response.StatusCode} {context.Request.Method} {call.Path} {took:0.0} ms");
    }

    private async Task PassOnAsync(GatewayCall call, HttpContext context)
    {
        call = call with { Route = routes.Match(context.Request.Method, call.Path) };
        if (call.Route.Authentication is Authentication.Claims && !IsPreflight(context.Request))
        {
            // A route without authorizer never looks at a token, however good; this one always does.
            call = call with { Token = tokens.Verify(context.Request.Headers.Authorization.ToString()) };
            if (call.Token is null)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
                await RefuseAsync(context, 401, "Unauthorized");
                return;
            }
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using PooledBuffer eventBytes = new(), answer = new();
        EventWriter.Write(eventBytes, call with { Body = body.ToArray() });
        var answered = await function.InvokeAsync(eventBytes.WrittenMemory, call.RequestId, answer);
        if (!answered)
        {
            await log.WriteLineAsync($"Function error: {Encoding.UTF8.GetString(answer.WrittenSpan)}");
            await RefuseAsync(context, 500, "Internal Server Error");
            return;
        }

        await FunctionResponse.SendAsync(answer.WrittenMemory, context.Response, context.RequestAborted);
    }

    // A browser sends no token with a preflight, so routes for OPTIONS have no authorizer.
    private static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method);

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { message }, context.RequestAborted);
    }
}
