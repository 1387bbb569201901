using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeekCafe.Description;
using GeekCafe.Local.Tests.Hosting;

namespace GeekCafe.Local.Tests.Descriptions;

public sealed class OpenApiTests
{
    private static readonly JsonObject Document = JsonNode.Parse(OpenApi.Write(Sample.Manifest))!.AsObject();

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        from path in Document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select (path.Key, method.Key, method.Value!.AsObject());

    [Fact]
    public void It_is_OpenApi_31_with_what_that_requires()
    {
        Assert.Equal("3.1.0", Document["openapi"]!.GetValue<string>());
        Assert.Equal("Community", Document["info"]!["title"]!.GetValue<string>());
        Assert.NotNull(Document["info"]!["version"]);
        Assert.Equal(15, Operations.Count());
        Assert.Equal(15, Operations.Select(static each => each.Operation["operationId"]!.GetValue<string>()).Distinct().Count());
        Assert.All(Operations, static each => Assert.NotEmpty(each.Operation["responses"]!.AsObject()));
        Assert.All(Document["components"]!["responses"]!.AsObject(), static response => Assert.NotNull(response.Value!["description"]));
    }

    [Fact]
    public void Every_reference_resolves()
    {
        var references = References(Document).ToList();

        Assert.NotEmpty(references);
        Assert.All(references, static reference =>
        {
            JsonNode? node = Document;
            foreach (var step in reference[2..].Split('/')) node = node?[step];
            Assert.NotNull(node);
        });
    }

    [Fact]
    public void Every_path_parameter_is_declared_required_and_none_besides()
    {
        Assert.All(Operations, static each =>
        {
            var declared = each.Operation["parameters"]!.AsArray().Where(static p => p!["in"]?.GetValue<string>() == "path").ToList();
            Assert.Equal(each.Path.Split('/').Where(static s => s.StartsWith('{')).Select(static s => s[1..^1]), declared.Select(static p => p!["name"]!.GetValue<string>()));
            Assert.All(declared, static p => Assert.True(p!["required"]!.GetValue<bool>()));
        });
    }

    [Theory]
    [InlineData("/events", "post", "idempotencyKey", "201")]
    [InlineData("/events/{id}", "get", "ifNoneMatch", "304")]
    [InlineData("/events/{id}", "patch", "ifMatch", "412")]
    [InlineData("/events/{id}", "delete", "ifMatch", "204")]
    [InlineData("/users/{organizerId}/events", "get", "cursor", "200")]
    public void Kinds_bring_their_parameters_and_answers(string path, string method, string parameter, string status)
    {
        var operation = Document["paths"]![path]![method]!;

        Assert.Contains(operation["parameters"]!.AsArray(), each => each!["$ref"]?.GetValue<string>() == $"#/components/parameters/{parameter}");
        Assert.NotNull(operation["responses"]![status]);
    }

    [Fact]
    public void Operations_of_users_are_described_as_the_manifest_does()
    {
        var near = Document["paths"]!["/places/{number}/events"]!["get"]!;
        Assert.Equal("""{"name":"number","in":"path","required":true,"schema":{"type":"integer"}}""", near["parameters"]![0]!.ToJsonString());
        Assert.Equal("""{"name":"day","in":"query","required":true,"schema":{"type":"string","format":"date"}}""", near["parameters"]![1]!.ToJsonString());
        Assert.False(near["parameters"]![2]!["required"]!.GetValue<bool>());
        Assert.Equal(["limit", "cursor", "order"], near["parameters"]!.AsArray().Skip(3).Select(static each => each!["$ref"]!.GetValue<string>()["#/components/parameters/".Length..]));
        Assert.Equal("#/components/schemas/Location", Schema(near, "200")["properties"]!["items"]!["items"]!["$ref"]!.GetValue<string>());
        Assert.Null(near["responses"]!["409"]);

        var publish = Document["paths"]!["/events/{id}/publish"]!["post"]!;
        Assert.Equal("""[{"apiKey":[]}]""", publish["security"]!.ToJsonString());
        Assert.Equal("""{"required":false,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Location"}}}}""", publish["requestBody"]!.ToJsonString());
        Assert.Equal("#/components/schemas/Event", Schema(publish, "200")["$ref"]!.GetValue<string>());
        Assert.NotNull(publish["responses"]!["200"]!["headers"]!["ETag"]);
        Assert.NotNull(publish["responses"]!["412"]);

        var place = Document["paths"]!["/places/{number}"]!;
        Assert.Equal(["200", "201"], place["put"]!["responses"]!.AsObject().Select(static each => each.Key).Where(static status => status[0] == '2'));
        Assert.Equal(["204"], place["delete"]!["responses"]!.AsObject().Select(static each => each.Key).Where(static status => status[0] == '2'));

        static JsonNode Schema(JsonNode operation, string status) => operation["responses"]![status]!["content"]!["application/json"]!["schema"]!;
    }

    [Fact]
    public void Clients_may_send_only_what_they_may_write()
    {
        var schemas = Document["components"]!["schemas"]!;
        Assert.Equal(["title", "code", "startsAt", "seats", "tags", "place"], Names(schemas["EventInput"]!["required"]));
        Assert.Null(schemas["EventInput"]!["properties"]!["organizerId"]);
        Assert.Null(schemas["EventPatch"]!["required"]);
        Assert.Contains("version", Names(schemas["Event"]!["required"]));
        Assert.DoesNotContain("status", Names(schemas["Event"]!["required"]));
        Assert.Equal(5, schemas["EventInput"]!["properties"]!["tags"]!["maxItems"]!.GetValue<int>());
        Assert.Null(schemas["EventPatch"]!["properties"]!["id"]);
        Assert.NotNull(schemas["Event"]!["properties"]!["organizerId"]);
        Assert.NotNull(schemas["Event"]!["properties"]!["deletedBy"]);
        Assert.Equal("""{"type":["string","null"],"enum":["draft","open",null]}""", schemas["EventInput"]!["properties"]!["status"]!.ToJsonString());
        Assert.Equal("^(?:[A-Z]{3}-\\d+)$", schemas["Event"]!["properties"]!["code"]!["pattern"]!.GetValue<string>());
        Assert.Equal("9223372036854775807", schemas["Event"]!["properties"]!["seats"]!["maximum"]!.ToJsonString());
    }

    [Fact]
    public void A_public_operation_asks_for_no_token() =>
        Assert.Empty(Document["paths"]!["/health"]!["get"]!["security"]!.AsArray());

    [Fact]
    public async Task The_explorer_is_served_from_here_alone()
    {
        await using var server = await RunningServer.StartAsync();
        using var first = await server.Client.GetAsync("/");
        var explorer = new Uri(server.Client.BaseAddress!, first.Headers.Location!);
        var page = await server.Client.GetStringAsync(explorer);
        var scripts = Regex.Matches(page, "src=\"([^\"]*)\"").Select(match => new Uri(explorer, match.Groups[1].Value)).ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.Equal(explorer.Authority, script.Authority));
        foreach (var script in scripts) Assert.NotEmpty(await server.Client.GetStringAsync(script));
        Assert.Contains("openapi.json", page, StringComparison.Ordinal);
        Assert.Equal(Document.ToJsonString(), await server.Client.GetStringAsync("/openapi.json"));
    }

    private static IEnumerable<string?> Names(JsonNode? array) => array!.AsArray().Select(static each => each!.GetValue<string>());

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(static each => each.Key == "$ref" ? [each.Value!.GetValue<string>()] : References(each.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
