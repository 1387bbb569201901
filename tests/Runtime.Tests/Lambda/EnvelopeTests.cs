using System.Text;
using System.Text.Json;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class EnvelopeTests
{
    private static readonly ApiOperation[] Routes =
    [
        Row("/text", static response => { response.SetHeader("X-One", "1"); response.BeginJson(201).WriteStringValue("a\"\\\n\u00e4\u20ac"); }),
        Row("/empty", static response => response.StatusCode = 204),
        Row("/unchanged", static response => { response.StatusCode = 304; response.Body.Write("x"u8); }),
        Row("/bytes", static response => response.Body.Write([0xff, 0x00, 0x80])),
        Row("/control", static response => response.Body.Write([.. Enumerable.Range(0, 128).Select(static value => (byte)value)])),
        Row("/large", static response => response.BeginJson().WriteStringValue(new string('x', 1024 * 1024))),
        Row("/huge", static response => response.BeginJson().WriteStringValue(new string('x', 6 * 1024 * 1024))),
        Row("/split", static response => response.SetHeader("location", "/a\r\nset-cookie: x")),
    ];

    private const string Text = "\"\\\"a\\\\\\\"\\\\\\\\\\\\n\u00e4\u20ac\\\"\"";

    public static TheoryData<string, string> Shapes() => new()
    {
        { "v2", $"{{\"statusCode\":201,\"headers\":{{\"x-one\":\"1\",\"content-type\":\"application/json\"}},\"body\":{Text},\"isBase64Encoded\":false}}" },
        { "url", $"{{\"statusCode\":201,\"headers\":{{\"x-one\":\"1\",\"content-type\":\"application/json\"}},\"body\":{Text},\"isBase64Encoded\":false}}" },
        { "rest", $"{{\"statusCode\":201,\"headers\":{{\"x-one\":\"1\",\"content-type\":\"application/json\"}},\"body\":{Text},\"isBase64Encoded\":false}}" },
        { "alb", $"{{\"statusCode\":201,\"statusDescription\":\"201 Created\",\"headers\":{{\"x-one\":\"1\",\"content-type\":\"application/json\"}},\"body\":{Text},\"isBase64Encoded\":false}}" },
        { "alb-multi", $"{{\"statusCode\":201,\"statusDescription\":\"201 Created\",\"multiValueHeaders\":{{\"x-one\":[\"1\"],\"content-type\":[\"application/json\"]}},\"body\":{Text},\"isBase64Encoded\":false}}" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public async Task Each_kind_gets_its_form(string shape, string expected)
    {
        var (_, output) = await new LambdaBed(null, Routes).HandleAsync(Event(shape, "/text"));
        Assert.Equal(expected, output);
        Assert.Equal("\"a\\\"\\\\\\n\u00e4\u20ac\"", LambdaResponse.Parse(Encoding.UTF8.GetBytes(output)).Body);
    }

    [Theory]
    [InlineData("/empty", 204)]
    [InlineData("/unchanged", 304)]
    public async Task Some_answers_have_no_body(string path, int status)
    {
        var (_, output) = await new LambdaBed(null, Routes).HandleAsync(Event("rest", path));
        Assert.Equal($"{{\"statusCode\":{status},\"headers\":{{}},\"isBase64Encoded\":false}}", output);
    }

    [Fact]
    public async Task What_is_not_text_goes_in_base64()
    {
        Assert.Equal([0xff, 0x00, 0x80], (await SendAsync("/bytes")).BodyBytes.ToArray());
        Assert.Equal(Enumerable.Range(0, 128).Select(static value => (byte)value), (await SendAsync("/control")).BodyBytes.ToArray());
    }

    [Theory]
    [InlineData("v2", "/large", 200)]
    [InlineData("alb", "/large", 500)]
    [InlineData("v2", "/huge", 500)]
    public async Task Answers_too_large_for_the_platform_become_errors(string shape, string path, int status)
    {
        var bed = new LambdaBed(static options => options.Cors = new() { Origins = ["*"] }, Routes);
        var response = await bed.SendAsync(Event(shape, path));
        Assert.Equal(status, response.StatusCode);
        if (status != 500) return;
        Assert.Equal("INTERNAL_ERROR", response.ErrorCode);
        Assert.Equal("*", response.Header("access-control-allow-origin"));
    }

    [Fact]
    public async Task A_header_cannot_be_split() => Assert.Equal(500, (await SendAsync("/split")).StatusCode);

    [Fact]
    public void Errors_have_one_shape()
    {
        using var response = new ApiResponse();
        response.SetHeader("etag", "\"1\"");
        response.BeginJson().WriteStartArray();
        response.WriteError(ServiceError.Invalid("title", "Is \"required\"."), "r-1");
        response.Complete();
        Assert.Equal(400, response.StatusCode);
        Assert.Equal("{\"error\":\"Some values are not valid.\",\"errorCode\":\"VALIDATION_ERROR\",\"details\":{\"title\":\"Is \\\"required\\\".\"},\"requestId\":\"r-1\"}",
            Encoding.UTF8.GetString(response.Body.WrittenSpan));
        Assert.False(response.HasHeader("etag"));
    }

    [Fact]
    public void Escaping_agrees_with_the_json_parser()
    {
        var text = string.Concat(Enumerable.Range(0, 0x300).Select(static code => (char)code)) + "\u2028\ud83d\ude00";
        using var buffer = new PooledBuffer();
        JsonEscaping.WriteString(buffer, text);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        Assert.Equal(text, document.RootElement.GetString());
    }

    private static Task<LambdaResponse> SendAsync(string path) => new LambdaBed(null, Routes).SendAsync(Event("v2", path));

    private static byte[] Event(string shape, string path) => (shape switch
    {
        "v2" => LambdaEvents.HttpV2("GET", path),
        "url" => LambdaEvents.FunctionUrl("GET", path),
        "rest" => LambdaEvents.RestV1("GET", path),
        "alb" => LambdaEvents.LoadBalancer("GET", path),
        _ => LambdaEvents.LoadBalancer("GET", path, multiValue: true),
    }).WithHeader("origin", "https://a.example").Build();

    private static ApiOperation Row(string route, Action<ApiResponse> answer) => new($"x.{route[1..]}", "GET", route, context =>
    {
        answer(context.Response);
        return default;
    })
    { Authentication = Authentication.Public };
}
