using System.Globalization;
using GeekCafe.Lambda;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Lambda;

public sealed class QueryTests
{
    public static TheoryData<string> Shapes() => ["v2", "v1", "url", "rest", "alb", "alb-multi"];

    [Theory, MemberData(nameof(Shapes))]
    public void One_query_means_one_thing_in_every_kind(string shape)
    {
        var request = Load(Start(shape).WithQuery("plus", "a+b").WithQuery("space", "a b").WithQuery("percent", "100%25").WithQuery("empty", "")
            .WithQuery("\u00e4\u00f6", "\ud83d\ude00&=?#/"));
        Assert.Null(request.Problem);
        Assert.Equal("plus=a+b|space=a b|percent=100%25|empty=|\u00e4\u00f6=\ud83d\ude00&=?#/", string.Join('|', request.Query.Select(static pair => $"{pair.Key}={pair.Value}")));
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("url")]
    [InlineData("rest")]
    [InlineData("alb-multi")]
    public void Repeated_parameters_are_not_merged(string shape)
    {
        var request = Load(Start(shape).WithQuery("limit", "10").WithQuery("limit", "1000000").WithQuery("comma", "a,b"));
        Assert.Equal(ErrorCode.InvalidParameter, request.QueryInt32("limit").Error?.Code);
        Assert.Equal("limit", Assert.Single(request.QueryValue("limit").Error!.Details).Key);
        Assert.Equal("a,b", request.QueryValue("comma").Data);
        Assert.Null(request.QueryValue("absent").Data);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("100", 100)]
    [InlineData("-5", -5)]
    [InlineData("101", null)]
    [InlineData("-11", null)]
    [InlineData("", null)]
    [InlineData(" 7", null)]
    [InlineData("+7", null)]
    [InlineData("07", null)]
    [InlineData("-0", null)]
    [InlineData("-", null)]
    [InlineData("7.0", null)]
    [InlineData("1e1", null)]
    [InlineData("\u0667", null)]
    [InlineData("99999999999", null)]
    public void Whole_numbers_have_one_spelling(string text, int? expected)
    {
        var result = Load(Start("v2").WithQuery("n", text)).QueryInt32("n", -10, 100);
        Assert.Equal(expected, result.IsSuccess ? result.Data : null);
    }

    [Fact]
    public void Unknown_parameters_are_refused()
    {
        var request = Load(Start("v2").WithQuery("limit", "1").WithQuery("limit[]", "2"));
        Assert.Equal("limit[]", Assert.Single(request.RefuseUnknownQuery("limit", "cursor")!.Details).Key);
        Assert.Null(request.RefuseUnknownQuery("limit", "limit[]"));
    }

    [Theory]
    [InlineData("a=%")]
    [InlineData("a=%zz")]
    [InlineData("a=%ff")]
    [InlineData("%c3=1")]
    public async Task Queries_that_cannot_be_decoded_are_400(string query)
    {
        var text = Start("v2").ToString().Replace("\"rawQueryString\":\"\"", $"\"rawQueryString\":\"{query}\"", StringComparison.Ordinal);
        var response = await new LambdaBed().SendAsync(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal((400, "INVALID_PARAMETER"), (response.StatusCode, response.ErrorCode));
    }

    [Theory]
    [InlineData(50, 200)]
    [InlineData(51, 400)]
    public async Task Too_many_parameters_are_400(int count, int status)
    {
        var request = Start("v2");
        for (var i = 0; i < count; i++) request.WithQuery(i.ToString(CultureInfo.InvariantCulture), "");
        Assert.Equal(status, (await new LambdaBed().SendAsync(request)).StatusCode);
    }

    private static LambdaEventBuilder Start(string shape) => shape switch
    {
        "v2" => LambdaEvents.HttpV2("GET", "/open/1"),
        "v1" => LambdaEvents.HttpV1("GET", "/open/1"),
        "url" => LambdaEvents.FunctionUrl("GET", "/open/1"),
        "rest" => LambdaEvents.RestV1("GET", "/open/1"),
        "alb" => LambdaEvents.LoadBalancer("GET", "/open/1"),
        _ => LambdaEvents.LoadBalancer("GET", "/open/1", multiValue: true),
    };

    private static ApiRequest Load(LambdaEventBuilder builder)
    {
        var request = new ApiRequest();
        Assert.True(LambdaEventReader.TryRead(builder.Build(), request.Event));
        request.Load(InvocationContext.None, null);
        return request;
    }
}
