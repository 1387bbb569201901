using System.Text;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class PipelineTests
{
    [Theory]
    [InlineData("POST", "json", 400, "INVALID_FORMAT")]
    [InlineData("GET", "json", 500, "INTERNAL_ERROR")]
    [InlineData("GET", "canceled", 503, "SERVICE_UNAVAILABLE")]
    [InlineData("POST", "refused", 409, "INVALID_STATE")]
    [InlineData("GET", "refused", 409, "INVALID_STATE")]
    [InlineData("POST", "other", 500, "INTERNAL_ERROR")]
    public async Task Exceptions_say_nothing(string method, string kind, int status, string code)
    {
        var bed = new LambdaBed();
        var response = await bed.SendAsync(LambdaEvents.HttpV2(method, $"/faults/{kind}").WithRequestId("r-1"));
        Assert.Equal((status, code), (response.StatusCode, response.ErrorCode));
        Assert.Equal("r-1", response.Json.GetProperty("requestId").GetString());
        Assert.Equal(3, response.Json.EnumerateObject().Count());
        Assert.DoesNotContain("secret", response.Body + bed.Log, StringComparison.Ordinal);
        Assert.Null(response.Header("etag"));
        if (status == 500)
        {
            var line = Assert.Single(bed.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(kind == "json" ? "System.Text.Json.JsonException" : "System.InvalidOperationException", line, StringComparison.Ordinal);
            if (kind == "other") Assert.Contains("System.ArgumentException", line, StringComparison.Ordinal);
            Assert.Contains("\"requestId\":\"r-1\"", line, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(kind == "canceled", bed.Log.Contains("\"level\":\"WARN\"", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Unknown_paths_look_like_missing_resources()
    {
        var bed = new LambdaBed(null, new ApiOperation("a.get", "GET", "/a/{id}", static context =>
        {
            context.WriteError(ServiceError.NotFound);
            return default;
        })
        { Authentication = Authentication.Public });
        Assert.Equal((await bed.SendAsync(LambdaEvents.HttpV2("GET", "/a/1"))).Body, (await bed.SendAsync(LambdaEvents.HttpV2("GET", "/b"))).Body);
    }

    [Fact]
    public async Task Wrong_methods_are_told_the_right_ones()
    {
        var response = await new LambdaBed().SendAsync(LambdaEvents.RestV1("PUT", "/events"));
        Assert.Equal((405, "METHOD_NOT_ALLOWED"), (response.StatusCode, response.ErrorCode));
        Assert.Equal("POST, GET, HEAD", response.Header("allow"));
    }

    [Fact]
    public async Task A_head_is_a_get_without_its_body()
    {
        var response = await new LambdaBed().SendAsync(LambdaEvents.HttpV2("HEAD", "/open/1"));
        Assert.Equal((200, ""), (response.StatusCode, response.Body));
        Assert.Equal("application/json", response.Header("content-type"));
    }

    [Fact]
    public async Task Middleware_runs_in_order_after_authentication_and_may_answer()
    {
        var trace = new StringBuilder();
        var bed = new LambdaBed(options =>
        {
            options.Middleware.Add(async (context, next) =>
            {
                trace.Append(context.Caller.TenantId).Append('>');
                await next(context);
                trace.Append('<').Append(context.Response.StatusCode);
            });
            options.Middleware.Add(static (context, next) =>
            {
                if (context.Request.Header("x-stop") is null) return next(context);
                context.WriteError(new(ErrorCode.Throttled, "Slow down."));
                return default;
            });
        });
        await bed.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "u1"));
        await bed.SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t2", "u1").WithHeader("X-Stop", "1"));
        await bed.SendAsync(LambdaEvents.HttpV2("GET", "/events"));
        Assert.Equal("t1><200t2><429", trace.ToString());
    }

    [Fact]
    public async Task Public_operations_have_no_caller_even_with_claims()
    {
        var response = await new LambdaBed().SendAsync(LambdaEvents.HttpV2("GET", "/open/1").WithCaller("t1", "u1"));
        Assert.False(response.Json.GetProperty("hasCaller").GetBoolean());
        Assert.Null(response.Header("cache-control"));
    }

    [Fact]
    public async Task Answers_to_callers_are_not_stored() =>
        Assert.Equal("no-store", (await new LambdaBed().SendAsync(LambdaEvents.HttpV2("GET", "/events").WithCaller("t1", "u1"))).Header("cache-control"));

    [Fact]
    public async Task A_worker_keeps_nothing_of_the_last_invocation()
    {
        using var worker = new LambdaBed().Application.CreateWorker();
        using var output = new PooledBuffer();
        var full = LambdaEvents.HttpV2("POST", "/events").WithCaller("t1", "u1", "admin").WithHeader("idempotency-key", "k").WithJson("{\"secret\":1}");
        await worker.HandleAsync(full.Build(), InvocationContext.None, output);
        await worker.HandleAsync(LambdaEvents.HttpV2("POST", "/events").WithCaller("t2", "u2").Build(), InvocationContext.None, output);
        var json = LambdaResponse.Parse(output.WrittenMemory).Json;
        Assert.Equal("{\"tenant\":\"t2\",\"user\":\"u2\",\"roles\":\"\",\"key\":null,\"id\":null,\"body\":\"\"}", json.GetRawText());
    }

    [Fact]
    public async Task Warm_ups_are_answered_before_anything()
    {
        Assert.Equal("{\"warm\":true}", (await new LambdaBed().HandleAsync("{\"warmer\":true,\"concurrency\":3}"u8.ToArray())).Output);
        var response = await new LambdaBed().SendAsync(LambdaEvents.RestV1("GET", "/nowhere").WithJson("{\"warmer\":true}"));
        Assert.Equal(404, response.StatusCode);
    }

    [Theory]
    [InlineData("{}", "Function.UnsupportedEvent")]
    [InlineData("{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}", "Function.UnsupportedEvent")]
    [InlineData("{\"Records\":[]}", "Function.UnsupportedEvent")]
    [InlineData("{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}", "Function.StreamsNotConfigured")]
    [InlineData("{\"type\":\"TOKEN\",\"methodArn\":\"x\"}", "Function.UnsupportedEvent")]
    [InlineData("", "Function.MalformedEvent")]
    [InlineData("null", "Function.MalformedEvent")]
    [InlineData("[]", "Function.MalformedEvent")]
    [InlineData("{\"warmer\":true}}", "Function.MalformedEvent")]
    [InlineData("{\"warmer\":true", "Function.MalformedEvent")]
    [InlineData("{\"warmer\":true,\"warmer\":true}", "Function.MalformedEvent")]
    [InlineData("{\"warmer\":true,\"x\":\"\u00ff\"}", "Function.MalformedEvent")]
    public async Task Events_for_nobody_are_function_errors(string payload, string type)
    {
        var bytes = payload.Contains('\u00ff') ? Encoding.Latin1.GetBytes(payload) : Encoding.UTF8.GetBytes(payload);
        var (outcome, output) = await new LambdaBed().HandleAsync(bytes);
        Assert.Equal(type, outcome.ErrorType);
        Assert.StartsWith($"{{\"errorType\":\"{type}\",\"errorMessage\":\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_batches_go_to_the_stream_handler()
    {
        var bed = new LambdaBed(static options => options.Streams = static (batch, _, output) =>
        {
            output.Write("{\"batchItemFailures\":[]}"u8);
            return default;
        });
        var (outcome, answer) = await bed.HandleAsync("{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}"u8.ToArray());
        Assert.Equal((false, "{\"batchItemFailures\":[]}"), (outcome.IsError, answer));

        var broken = new LambdaBed(static options => options.Streams = static (_, _, _) => throw new InvalidOperationException("secret"));
        var (error, text) = await broken.HandleAsync("{\"Records\":[{\"eventSource\":\"aws:dynamodb\"}]}"u8.ToArray());
        Assert.Equal("Function.Unhandled", error.ErrorType);
        Assert.DoesNotContain("secret", text + broken.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_one_log_line_without_values()
    {
        var bed = new LambdaBed(static options => options.LogRequests = true);
        await bed.SendAsync(LambdaEvents.HttpV2("GET", "/events/very-secret").WithCaller("tenant-secret", "user-secret").WithQuery("q", "secret").WithRequestId("r\n{\"level\":\"FATAL\"}"));
        await bed.SendAsync(LambdaEvents.HttpV2("GET", "/nowhere"));
        var lines = bed.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        using var first = System.Text.Json.JsonDocument.Parse(lines[0]);
        Assert.Equal(["timestamp", "level", "requestId", "operation", "status", "durationMs", "coldStart"], first.RootElement.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("events.get", first.RootElement.GetProperty("operation").GetString());
        Assert.True(first.RootElement.GetProperty("coldStart").GetBoolean());
        Assert.Contains("\"level\":\"WARN\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"coldStart\":false", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", bed.Log, StringComparison.Ordinal);
        Assert.Equal(2, bed.Application.Invocations.Count);
    }

    [Fact]
    public async Task Concurrent_requests_do_not_meet()
    {
        var bed = new LambdaBed();
        await Parallel.ForAsync(0, 2000, async (i, _) =>
        {
            var response = await bed.SendAsync(LambdaEvents.HttpV2("GET", $"/events/e{i}").WithCaller($"t{i}", $"u{i}"));
            Assert.Equal(($"t{i}", $"e{i}"), (response.Json.GetProperty("tenant").GetString(), response.Json.GetProperty("id").GetString()));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData((4 * 1024 * 1024) + 1)]
    public void Body_limits_have_limits(int limit) => Assert.Throws<ConfigurationException>(() => new LambdaBed(options => options.BodyLimit = limit));
}
