using System.Text.Json.Nodes;
using GeekCafe.Lambda;

namespace GeekCafe.Cli.Tests.Templates;

/// <summary>Pages of other origins: what the gateway answers by itself, and what functions are told.</summary>
public sealed class CorsTests
{
    private static readonly CorsOptions Runtime = new() { Origins = ["https://a.example"] };

    [Fact]
    public void Without_an_origin_nothing_is_said_of_it()
    {
        foreach (var api in Enum.GetValues<ApiKind>())
        {
            var text = SamTemplate.Write(DeploymentPlan.Of(Samples.Everything, new() { Api = api }), "x");
            Assert.DoesNotContain("cors", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("options:", text, StringComparison.Ordinal);
            Assert.DoesNotContain("gateway-responses", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http")]
    [InlineData("rest")]
    public void Functions_are_told_the_origins(string api) => Assert.Equal(
        "https://a.example,https://b.example", (string?)Sam(api, "https://a.example", "https://b.example")["Globals"]!["Function"]!["Environment"]!["Variables"]![Cors.Variable]);

    [Fact]
    public void A_http_api_allows_what_the_runtime_allows()
    {
        var cors = Body(Sam("http", "https://a.example", "https://b.example"))["x-amazon-apigateway-cors"]!;
        Assert.Equal(["https://a.example", "https://b.example"], Texts(cors["allowOrigins"]));
        Assert.Equal(Runtime.AllowedMethods, string.Join(", ", Texts(cors["allowMethods"])));
        Assert.Equal(Runtime.AllowedHeaders, string.Join(", ", Texts(cors["allowHeaders"])));
        Assert.Equal(Runtime.ExposedHeaders, string.Join(", ", Texts(cors["exposeHeaders"])));
        Assert.Equal(Runtime.MaxAgeSeconds, (int?)cors["maxAge"]);
    }

    [Fact]
    public void A_rest_api_answers_preflights_of_every_path_without_a_token()
    {
        var paths = Body(Sam("rest", "https://a.example"))["paths"]!.AsObject();
        Assert.NotEmpty(paths);
        Assert.All(paths, static path =>
        {
            var options = path.Value!["options"]!;
            Assert.Null(options["security"]);
            Assert.Equal(path.Key.Count(static character => character == '{'), options["parameters"]?.AsArray().Count ?? 0);
            var integration = options["x-amazon-apigateway-integration"]!;
            Assert.Equal("mock", (string?)integration["type"]);
            var answer = integration["responses"]!["default"]!;
            Assert.Equal("'https://a.example'", (string?)answer["responseParameters"]!["method.response.header.Access-Control-Allow-Origin"]);
            Assert.Equal($"'{Runtime.AllowedHeaders}'", (string?)answer["responseParameters"]!["method.response.header.Access-Control-Allow-Headers"]);
            Assert.Null(answer["responseTemplates"]);

            // What an answer sets has to be declared.
            var declared = options["responses"]![(string)answer["statusCode"]!]!["headers"]!.AsObject().Select(static header => $"method.response.header.{header.Key}");
            Assert.Equal(answer["responseParameters"]!.AsObject().Select(static each => each.Key), declared);
        });
    }

    [Fact]
    public void A_rest_api_with_several_origins_names_the_one_that_asks()
    {
        var answer = Body(Sam("rest", "https://a.example", "https://b.example"))["paths"]!["/votes"]!["options"]!["x-amazon-apigateway-integration"]!["responses"]!["default"]!;
        Assert.Equal("'Origin'", (string?)answer["responseParameters"]!["method.response.header.Vary"]);
        Assert.Contains("#if($origin == \"https://a.example\" || $origin == \"https://b.example\")#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end",
            (string?)answer["responseTemplates"]!["application/json"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'https://a.example'", "https://a.example")]
    [InlineData("'*'", "https://a.example", "https://b.example")]
    [InlineData("'*'", "*")]
    public void Pages_may_read_what_a_rest_api_answers_itself(string expected, params string[] origins)
    {
        var answers = Body(Sam("rest", origins))["x-amazon-apigateway-gateway-responses"]!.AsObject();
        Assert.Equal(["DEFAULT_4XX", "DEFAULT_5XX"], answers.Select(static each => each.Key));
        Assert.All(answers, each => Assert.Equal(expected, (string?)each.Value!["responseParameters"]!["gatewayresponse.header.Access-Control-Allow-Origin"]));
    }

    private static JsonObject Sam(string api, params string[] origins) =>
        SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new() { Api = Enum.Parse<ApiKind>(api, ignoreCase: true), CorsOrigins = origins }));

    private static JsonNode Body(JsonObject template) => template["Resources"]!["Api"]!["Properties"]!["DefinitionBody"]!;

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(static each => (string)each!);
}
