using System.Text;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class BodyTests
{
    [Theory]
    [InlineData(null, 415)]
    [InlineData("", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/xml", 415)]
    [InlineData("multipart/form-data", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/json, text/plain", 415)]
    [InlineData("application/json; charset=utf-8; charset=utf-16", 415)]
    [InlineData("application/merge-patch+json", 415)]
    [InlineData("application/json", 200)]
    [InlineData("application/json ; charset=\"utf-8\"", 200)]
    [InlineData("APPLICATION/JSON; charset=UTF-8", 200)]
    public async Task Content_types(string? contentType, int status)
    {
        var request = LambdaEvents.HttpV2("POST", "/open").WithBody("{}");
        if (contentType is not null) request.WithHeader("Content-Type", contentType);
        Assert.Equal(status, (await new LambdaBed().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_patch_may_be_a_merge_patch()
    {
        var request = LambdaEvents.HttpV2("PATCH", "/events/1").WithCaller("t1", "u1").WithHeader("content-type", "application/merge-patch+json").WithBody("{}");
        Assert.Equal(200, (await new LambdaBed().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Without_a_body_no_type_is_needed() =>
        Assert.Equal(200, (await new LambdaBed().SendAsync(LambdaEvents.HttpV2("POST", "/open"))).StatusCode);

    [Theory]
    [InlineData("{\"a\":\"\u00e4\u20ac\ud83d\ude00\\u0041\\n\"}")]
    [InlineData(" \r\n\t{}")]
    [InlineData("{\"escaped\":\"\\\\u0022 \\/ \\\" \"}")]
    public async Task Bodies_arrive_as_sent(string body)
    {
        foreach (var request in new[] { LambdaEvents.HttpV2("POST", "/open"), LambdaEvents.RestV1("POST", "/open"), LambdaEvents.LoadBalancer("POST", "/open") })
        {
            request.WithHeader("content-type", "application/json");
            Assert.Equal(body, (await new LambdaBed().SendAsync(request.WithBody(body))).Json.GetProperty("body").GetString());
            Assert.Equal(body, (await new LambdaBed().SendAsync(request.WithBody(Encoding.UTF8.GetBytes(body)))).Json.GetProperty("body").GetString());
        }
    }

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 413)]
    [InlineData(10_000, 413)]
    public async Task Too_large_bodies(int length, int status)
    {
        var bed = new LambdaBed(static options => options.BodyLimit = 100);
        var request = LambdaEvents.HttpV2("POST", "/open").WithHeader("content-type", "application/json");
        Assert.Equal(status, (await bed.SendAsync(request.WithBody(new string('x', length)))).StatusCode);
        Assert.Equal(status, (await bed.SendAsync(request.WithBody(new byte[length]))).StatusCode);
    }

    [Theory]
    [InlineData("\"{\\\"a\\\":\\\"\\ud800\\\"}\"", "false")]
    [InlineData("\"not base64!\"", "true")]
    [InlineData("{\"a\":1}", "false")]
    [InlineData("7", "false")]
    public async Task Bodies_that_cannot_be_decoded(string body, string isBase64)
    {
        var text = LambdaEvents.HttpV2("POST", "/open").WithJson("@").ToString();
        var payload = text.Replace("\"@\"", body, StringComparison.Ordinal).Replace("\"isBase64Encoded\":false", $"\"isBase64Encoded\":{isBase64}", StringComparison.Ordinal);
        var response = await new LambdaBed().SendAsync(Encoding.UTF8.GetBytes(payload));
        Assert.Equal((400, "INVALID_FORMAT"), (response.StatusCode, response.ErrorCode));
    }

    [Theory]
    [InlineData("abc-1", 200)]
    [InlineData("\"quoted\"", 200)]
    [InlineData("", 400)]
    [InlineData("a b", 400)]
    [InlineData("a,b", 400)]
    [InlineData("\u00e4", 400)]
    public async Task Idempotency_keys(string key, int status)
    {
        var request = LambdaEvents.HttpV2("POST", "/events").WithCaller("t1", "u1").WithHeader("Idempotency-Key", key);
        var response = await new LambdaBed().SendAsync(request);
        Assert.Equal(status, response.StatusCode);
        if (status == 200) Assert.Equal(key, response.Json.GetProperty("key").GetString());
    }
}
