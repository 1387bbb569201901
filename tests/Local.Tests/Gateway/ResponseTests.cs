using System.Net;
using GeekCafe.Local.Tests.Hosting;

namespace GeekCafe.Local.Tests.Gateway;

public sealed class ResponseTests
{
    [Fact]
    public async Task Status_headers_cookies_and_body_reach_the_client()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn();
        server.Answer = """
            {"statusCode":201,"headers":{"content-type":"application/json","etag":"\"1\"","location":"/events/1"},"cookies":["a=1","b=2"],"body":"{\"id\":\"1\"}"}
            """;
        using var response = await server.Client.PostAsync("/events", null);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag!.Tag);
        Assert.Equal("/events/1", response.Headers.Location!.ToString());
        Assert.Equal(["a=1", "b=2"], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("""{"id":"1"}""", await response.Content.ReadAsStringAsync());
        Assert.NotEmpty(response.Headers.GetValues("apigw-requestid"));
    }

    [Fact]
    public async Task A_base64_body_is_decoded_and_an_empty_answer_has_no_body()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn();
        server.Answer = """{"statusCode":200,"headers":{"content-type":"image/png"},"body":"AP8B","isBase64Encoded":true}""";
        Assert.Equal([0, 255, 1], await server.Client.GetByteArrayAsync("/events"));

        server.Answer = """{"statusCode":204}""";
        using var response = await server.Client.DeleteAsync("/events/1");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task An_answer_without_status_is_the_body_itself()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn();
        server.Answer = """{"hello":"world"}""";

        Assert.Equal(server.Answer, await server.Client.GetStringAsync("/events"));
    }

    [Fact]
    public async Task A_failing_function_tells_the_client_nothing()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn();
        server.Answer = "";
        using var response = await server.Client.GetAsync("/events");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_beyond_the_gateways_limit_is_413()
    {
        await using var server = await RunningServer.StartAsync();
        server.SignIn();
        server.Client.DefaultRequestHeaders.ExpectContinue = true;
        using var response = await server.Client.PostAsync("/events", new ByteArrayContent(new byte[ApiGateway.MaxBodyBytes + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("""{"message":"Request Entity Too Large"}""", await response.Content.ReadAsStringAsync());
    }
}
