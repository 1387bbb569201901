using System.Text;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

/// <summary>A small application: handlers that echo what they were given.</summary>
#pragma warning disable CA1001 // A memory stream and idle workers: the collector takes them.
internal sealed class LambdaBed
#pragma warning restore CA1001
{
    private readonly MemoryStream _log = new();

    public LambdaBed(Action<LambdaOptions>? configure = null, params ApiOperation[] operations)
    {
        Options = new() { Log = new(() => _log, () => _log) };
        configure?.Invoke(Options);
        Application = new(operations.Length > 0 ? operations : Operations, Options);
    }

    public static ApiOperation[] Operations { get; } =
    [
        new("events.create", "POST", "/events", Echo),
        new("events.list", "GET", "/events", Echo),
        new("events.get", "GET", "/events/{id}", Echo),
        new("events.update", "PATCH", "/events/{id}", Echo),
        new("events.delete", "DELETE", "/events/{id}", static context => { context.Response.StatusCode = 204; return default; }),
        new("keys.get", "GET", "/keys/{id}", Echo) { Authentication = Authentication.ApiKey },
        new("open.get", "GET", "/open/{id}", EchoPublic) { Authentication = Authentication.Public },
        new("open.create", "POST", "/open", EchoPublic) { Authentication = Authentication.Public },
        new("faults.create", "POST", "/faults/{kind}", Fault) { Authentication = Authentication.Public },
        new("faults.get", "GET", "/faults/{kind}", Fault) { Authentication = Authentication.Public },
    ];

    public LambdaOptions Options { get; }

    public LambdaApplication Application { get; }

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public Task<LambdaResponse> SendAsync(LambdaEventBuilder request, InvocationContext? invocation = null) => SendAsync(request.Build(), invocation);

    public async Task<LambdaResponse> SendAsync(byte[] payload, InvocationContext? invocation = null)
    {
        using var output = new PooledBuffer();
        var outcome = await Application.HandleAsync(payload, invocation ?? InvocationContext.None, output);
        Assert.False(outcome.IsError, Encoding.UTF8.GetString(output.WrittenSpan));
        return LambdaResponse.Parse(output.WrittenMemory.ToArray());
    }

    public async Task<(InvocationOutcome Outcome, string Output)> HandleAsync(byte[] payload, InvocationContext? invocation = null)
    {
        using var output = new PooledBuffer();
        var outcome = await Application.HandleAsync(payload, invocation ?? InvocationContext.None, output);
        return (outcome, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static ValueTask Echo(ApiContext context)
    {
        var json = context.Response.BeginJson();
        json.WriteStartObject();
        json.WriteString("tenant", context.Caller.TenantId);
        json.WriteString("user", context.Caller.UserId);
        json.WriteString("roles", string.Join('|', context.Caller.Roles));
        json.WriteString("key", context.Caller.IdempotencyKey);
        json.WriteString("id", context.Request.RouteValue("id"));
        json.WriteString("body", context.Request.Body.Span);
        json.WriteEndObject();
        return default;
    }

    private static ValueTask EchoPublic(ApiContext context)
    {
        var json = context.Response.BeginJson();
        json.WriteStartObject();
        json.WriteString("id", context.Request.RouteValue("id"));
        json.WriteString("path", context.Request.Path);
        json.WriteString("body", context.Request.Body.Span);
        json.WriteBoolean("hasCaller", context.HasCaller);
        json.WriteEndObject();
        return default;
    }

    private static ValueTask Fault(ApiContext context)
    {
        context.Response.SetHeader("etag", "\"1\"");
        context.Response.BeginJson(201).WriteStartObject();
        throw context.Request.RouteValue("kind") switch
        {
            "json" => new System.Text.Json.JsonException("secret parser text"),
            "refused" => new ServiceException(ServiceError.State("It is over.")),
            "canceled" => new OperationCanceledException("secret"),
            _ => new InvalidOperationException("secret text", new ArgumentException("inner secret")),
        };
    }
}
