using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class CorsTests
{
    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("null", false)]
    [InlineData("https://app.example.com.evil.com", false)]
    [InlineData("https://evilapp.example.com", false)]
    [InlineData("http://app.example.com", false)]
    [InlineData("https://app.example.com:444", false)]
    [InlineData("https://app.example.com/", false)]
    [InlineData("https://APP.example.com", false)]
    [InlineData("https://app.example.com, https://evil.com", false)]
    [InlineData("", false)]
    [InlineData("*", false)]
    public async Task Origins_are_compared_exactly(string origin, bool allowed)
    {
        var bed = new LambdaBed(static options => options.Cors = new() { Origins = ["https://app.example.com"], AllowCredentials = true });
        foreach (var path in new[] { "/open/1", "/events", "/nowhere", "/faults/x" })
        {
            var response = await bed.SendAsync(LambdaEvents.HttpV2("GET", path).WithHeader("Origin", origin));
            Assert.Equal(allowed ? origin : null, response.Header("access-control-allow-origin"));
            Assert.Equal(allowed ? "true" : null, response.Header("access-control-allow-credentials"));
            Assert.Equal("Origin", response.Header("vary"));
        }
    }

    [Fact]
    public async Task A_preflight_needs_no_credentials_and_no_route()
    {
        var bed = new LambdaBed(static options => options.Cors = new() { Origins = ["https://app.example.com"] });
        var response = await bed.SendAsync(Preflight("https://app.example.com"));
        Assert.Equal(204, response.StatusCode);
        Assert.Equal("", response.Body);
        Assert.Equal("https://app.example.com", response.Header("access-control-allow-origin"));
        Assert.Null(response.Header("access-control-allow-credentials"));
        Assert.Contains("PATCH", response.Header("access-control-allow-methods"), StringComparison.Ordinal);
        Assert.DoesNotContain("TRACE", response.Header("access-control-allow-methods"), StringComparison.Ordinal);
        Assert.Equal("600", response.Header("access-control-max-age"));

        var refused = await bed.SendAsync(Preflight("https://evil.example.com"));
        Assert.Equal(204, refused.StatusCode);
        Assert.Null(refused.Header("access-control-allow-origin"));
        Assert.Null(refused.Header("access-control-allow-methods"));
    }

    [Fact]
    public async Task Off_means_no_headers()
    {
        var response = await new LambdaBed().SendAsync(LambdaEvents.HttpV2("GET", "/open/1").WithHeader("origin", "https://app.example.com"));
        Assert.DoesNotContain(response.Headers.Keys, static name => name.StartsWith("access-control", StringComparison.Ordinal) || name == "vary");
        Assert.Equal(405, (await new LambdaBed().SendAsync(Preflight("https://app.example.com"))).StatusCode);
    }

    [Fact]
    public async Task Any_origin_is_a_star_without_an_echo()
    {
        var bed = new LambdaBed(static options => options.Cors = new() { Origins = ["*"] });
        var response = await bed.SendAsync(LambdaEvents.HttpV2("GET", "/open/1").WithHeader("origin", "https://a.example"));
        Assert.Equal("*", response.Header("access-control-allow-origin"));
        Assert.Null(response.Header("vary"));
    }

    [Theory]
    [InlineData(true, "*")]
    [InlineData(false, "*", "https://a.example")]
    [InlineData(false, "https://a.example/")]
    [InlineData(false, "https://a.example/path")]
    [InlineData(false, "https://*.example")]
    [InlineData(false, "https://A.example")]
    [InlineData(false, "https://a.example:443")]
    [InlineData(false, "null")]
    [InlineData(false, "a.example")]
    [InlineData(false)]
    public void Mistakes_are_found_at_start(bool credentials, params string[] origins) => Assert.Throws<ConfigurationException>(
        () => new LambdaBed(options => options.Cors = new() { Origins = origins, AllowCredentials = credentials }));

    private static LambdaEventBuilder Preflight(string origin) => LambdaEvents.HttpV2("OPTIONS", "/events")
        .WithHeader("origin", origin).WithHeader("access-control-request-method", "POST").WithHeader("access-control-request-headers", "content-type");
}
