using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class RouterTests
{
    private static readonly ApiOperation[] Routes =
    [
        Row("a.get", "GET", "/a/{id}"),
        Row("a.batch", "POST", "/a/batch"),
        Row("a.restore", "POST", "/a/{id}/restore"),
        Row("a.child", "GET", "/a/{parent}/b/{child}"),
        Row("a.list", "GET", "/a"),
        Row("root.get", "GET", "/"),
    ];

    [Theory]
    [InlineData("GET", "/a", "a.list")]
    [InlineData("GET", "/", "root.get")]
    [InlineData("GET", "/a/1", "a.get id=1")]
    [InlineData("HEAD", "/a/1", "a.get id=1")]
    [InlineData("POST", "/a/batch", "a.batch")]
    [InlineData("GET", "/a/batch", "405 POST")]
    [InlineData("POST", "/a/batch/restore", "a.restore id=batch")]
    [InlineData("GET", "/a/x/b/y", "a.child parent=x child=y")]
    [InlineData("GET", "/a/x%2Fb%2Fy", "a.get id=x/b/y")]
    [InlineData("GET", "/a/%61", "a.get id=a")]
    [InlineData("GET", "/%61/1", "a.get id=1")]
    [InlineData("GET", "/a/a+b", "a.get id=a+b")]
    [InlineData("GET", "/a/%2541", "a.get id=%41")]
    [InlineData("DELETE", "/a/1", "405 GET, HEAD")]
    [InlineData("get", "/a/1", "405 GET, HEAD")]
    [InlineData("GET", "/a/", "404")]
    [InlineData("GET", "//a", "404")]
    [InlineData("GET", "/a//b/y", "404")]
    [InlineData("GET", "/A", "404")]
    [InlineData("GET", "/a/x/b", "404")]
    [InlineData("GET", "/a/x/b/y/z", "404")]
    [InlineData("GET", "/a/%zz", "400")]
    [InlineData("GET", "/a/%", "400")]
    [InlineData("GET", "/a/%ff", "400")]
    public async Task Rest_paths_are_decoded_segment_by_segment(string method, string path, string expected)
    {
        foreach (var request in new[] { LambdaEvents.RestV1(method, path), LambdaEvents.FunctionUrl(method, path), LambdaEvents.LoadBalancer(method, path) })
        {
            Assert.Equal(expected, Describe(await new LambdaBed(null, Routes).SendAsync(request)));
        }
    }

    [Theory]
    [InlineData("/a/%2541", "a.get id=%41")]
    [InlineData("/a/a%20b", "a.get id=a b")]
    [InlineData("/a/100%25", "a.get id=100%")]
    public async Task Http_api_paths_have_been_decoded_already(string path, string expected)
    {
        Assert.Equal(expected, Describe(await new LambdaBed(null, Routes).SendAsync(LambdaEvents.HttpV2("GET", path))));
        Assert.Equal(expected, Describe(await new LambdaBed(null, Routes).SendAsync(LambdaEvents.HttpV1("GET", path))));
    }

    [Theory]
    [InlineData("beta", "/a/1", "a.get id=1")]
    [InlineData("a", "/a/1", "a.get id=1")]
    [InlineData("beta", "/", "root.get")]
    public async Task A_named_stage_is_taken_off(string stage, string path, string expected)
    {
        foreach (var request in new[] { LambdaEvents.HttpV2("GET", path), LambdaEvents.HttpV1("GET", path), LambdaEvents.RestV1("GET", path) })
        {
            Assert.Equal(expected, Describe(await new LambdaBed(null, Routes).SendAsync(request.WithStage(stage))));
        }
    }

    [Fact]
    public async Task A_base_path_is_taken_off_as_a_whole_segment()
    {
        var bed = new LambdaBed(static options => options.BasePath = "v1", Routes);
        Assert.Equal("a.list", Describe(await bed.SendAsync(LambdaEvents.RestV1("GET", "/v1/a"))));
        Assert.Equal("404", Describe(await bed.SendAsync(LambdaEvents.RestV1("GET", "/v1x/a"))));
    }

    [Fact]
    public void Two_operations_cannot_share_a_route() => Assert.Throws<ConfigurationException>(
        static () => new LambdaBed(null, Row("a.get", "GET", "/a/{id}"), Row("b.get", "GET", "/a/{other}")));

    private static ApiOperation Row(string name, string method, string route) => new(name, method, route, context =>
    {
        var values = new[] { "id", "parent", "child" }.Where(key => context.Request.RouteValue(key) is not null).Select(key => $" {key}={context.Request.RouteValue(key)}");
        context.Response.SetHeader("x-route", context.Operation!.Name + string.Concat(values));
        return default;
    })
    { Authentication = Authentication.Public };

    private static string Describe(LambdaResponse response) => response.StatusCode switch
    {
        200 => response.Header("x-route")!,
        405 => $"405 {response.Header("allow")}",
        _ => $"{response.StatusCode}",
    };
}
