using System.Net.Http.Headers;
using System.Text;
using GeekCafe.Local.Tests.Hosting;

namespace GeekCafe.Local.Tests.Gateway;

public sealed class EventTests
{
    [Fact]
    public async Task A_request_becomes_the_event_the_gateway_sends()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn("admin", "editor");
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/events/space%20value?repeat=one&repeat=two&literal=a+b&encoded=a%2Bb&empty=");
        request.Content = new StringContent("""{"title":"Grüße"}""", Encoding.UTF8, "application/merge-patch+json");
        request.Headers.Add("X-Probe", ["first", "second"]);
        request.Headers.Add("Cookie", "session=abc; theme=dark");
        await server.Client.SendAsync(request);

        var sent = server.Event;
        Assert.Equal("2.0", sent.GetProperty("version").GetString());
        Assert.Equal("PATCH /events/{id}", sent.GetProperty("routeKey").GetString());
        Assert.Equal("/events/space value", sent.GetProperty("rawPath").GetString());
        Assert.Equal("space value", sent.GetProperty("pathParameters").GetProperty("id").GetString());
        Assert.Equal("repeat=one&repeat=two&literal=a+b&encoded=a%2Bb&empty=", sent.GetProperty("rawQueryString").GetString());
        Assert.Equal("""{"repeat":"one,two","literal":"a b","encoded":"a\u002Bb","empty":""}""", sent.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal("""["session=abc","theme=dark"]""", sent.GetProperty("cookies").GetRawText());
        Assert.Equal("""{"title":"Grüße"}""", sent.GetProperty("body").GetString());
        Assert.False(sent.GetProperty("isBase64Encoded").GetBoolean());

        var headers = sent.GetProperty("headers");
        Assert.Equal("first,second", headers.GetProperty("x-probe").GetString()!.Replace(" ", "", StringComparison.Ordinal));
        Assert.False(headers.TryGetProperty("cookie", out _));
        Assert.Equal("127.0.0.1", headers.GetProperty("x-forwarded-for").GetString());

        var context = sent.GetProperty("requestContext");
        Assert.Equal("PATCH", context.GetProperty("http").GetProperty("method").GetString());
        Assert.Equal("$default", context.GetProperty("stage").GetString());
        Assert.Matches(@"^\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000$", context.GetProperty("time").GetString());
        var claims = context.GetProperty("authorizer").GetProperty("jwt").GetProperty("claims");
        Assert.Equal("[admin editor]", claims.GetProperty("cognito:groups").GetString());
        Assert.Equal("acme", claims.GetProperty("custom:tenant_id").GetString());
        Assert.Equal("ana", claims.GetProperty("sub").GetString());
        Assert.Matches(@"^\d+$", claims.GetProperty("exp").GetString());
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_sent_in_base64_and_no_body_is_left_out()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn();
        var content = new ByteArrayContent([0, 255, 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await server.Client.PostAsync("/events", content);
        Assert.True(server.Event.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal([0, 255, 1], server.Event.GetProperty("body").GetBytesFromBase64());

        await server.Client.GetAsync("/events");
        Assert.False(server.Event.TryGetProperty("body", out _));
        Assert.False(server.Event.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal("", server.Event.GetProperty("rawQueryString").GetString());
        Assert.False(server.Event.TryGetProperty("queryStringParameters", out _));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("text/csv", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("multipart/form-data", false)]
    [InlineData(null, false)]
    public void The_type_decides_between_text_and_base64(string? type, bool text) => Assert.Equal(text, EventWriter.IsText(type));

    [Theory]
    [InlineData("GET", "/events/a%2Fb", "GET /events/{id}", "a/b")]
    [InlineData("POST", "/events/batch", "POST /events/batch", null)]
    [InlineData("GET", "/users/u1/events", "GET /users/{organizerId}/events", "u1")]
    [InlineData("GET", "/events/", "$default", null)]
    [InlineData("DELETE", "/events", "$default", null)]
    [InlineData("GET", "/Events", "$default", null)]
    public void The_most_literal_route_wins_and_the_rest_is_default(string method, string path, string key, string? parameter)
    {
        var match = new RouteTable(Sample.Operations).Match(method, path);

        Assert.Equal(key, match.Key);
        Assert.Equal(parameter, match.Parameters.Select(static each => each.Value).SingleOrDefault());
    }
}
