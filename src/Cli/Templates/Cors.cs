using System.Globalization;
using System.Text.Json.Nodes;
using GeekCafe.Lambda;

namespace GeekCafe.Cli;

/// <summary>
/// What the gateway is told of cross-origin requests. It answers preflights itself, which come without a token, and lets pages read its own answers, such as 401;
/// functions add the headers to theirs, by <c>GEEKCAFE_CORS_ORIGINS</c>.
/// </summary>
internal sealed class Cors(IReadOnlyList<string> origins)
{
    /// <summary>What functions are told.</summary>
    public const string Variable = "GEEKCAFE_CORS_ORIGINS";

    private static readonly string[] OwnAnswers = ["DEFAULT_4XX", "DEFAULT_5XX"];

    private readonly CorsOptions _options = new() { Origins = origins };

    /// <summary>For a HTTP API: all there is to say. It replaces what functions say of it.</summary>
    public JsonObject Http() => new()
    {
        ["allowOrigins"] = Cfn.List(origins),
        ["allowMethods"] = Cfn.List(_options.AllowedMethods.Split(", ")),
        ["allowHeaders"] = Cfn.List(_options.AllowedHeaders.Split(", ")),
        ["exposeHeaders"] = Cfn.List(_options.ExposedHeaders.Split(", ")),
        ["maxAge"] = _options.MaxAgeSeconds,
    };

    /// <summary>For a REST API: the method OPTIONS of a path, but for its parameters.</summary>
    public JsonObject Preflight()
    {
        var headers = new Dictionary<string, string>
        {
            ["Access-Control-Allow-Origin"] = origins[0],
            ["Access-Control-Allow-Methods"] = _options.AllowedMethods,
            ["Access-Control-Allow-Headers"] = _options.AllowedHeaders,
            ["Access-Control-Max-Age"] = _options.MaxAgeSeconds.ToString(CultureInfo.InvariantCulture),
        };
        if (origins.Count > 1) headers["Vary"] = "Origin";
        var answer = new JsonObject
        {
            ["statusCode"] = "204",
            ["responseParameters"] = new JsonObject(headers.Select(static each => KeyValuePair.Create<string, JsonNode?>($"method.response.header.{each.Key}", $"'{each.Value}'"))),
        };
        if (origins.Count > 1) answer["responseTemplates"] = new JsonObject { ["application/json"] = Choice() };
        var declared = headers.Keys.Select(static name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } }));
        return new()
        {
            ["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "What a page may send.", ["headers"] = new JsonObject(declared) } },
            ["x-amazon-apigateway-integration"] = new JsonObject
            {
                ["type"] = "mock",
                ["requestTemplates"] = new JsonObject { ["application/json"] = """{"statusCode":204}""" },
                ["responses"] = new JsonObject { ["default"] = answer },
            },
        };
    }

    /// <summary>For a REST API: its own answers. They hold nothing of anybody, so with several origins, of which it cannot choose one here, any page may read them.</summary>
    public JsonObject Answers()
    {
        var origin = $"'{(origins.Count == 1 ? origins[0] : "*")}'";
        return new(OwnAnswers.Select(name => KeyValuePair.Create<string, JsonNode?>(name, new JsonObject
        {
            ["responseParameters"] = new JsonObject { ["gatewayresponse.header.Access-Control-Allow-Origin"] = origin },
        })));
    }

    /// <summary>The origin that asks, if it is one of them, in the gateway's template language.</summary>
    private string Choice()
    {
        const string Origin = "$input.params().header.get";
        var any = string.Join(" || ", origins.Select(static origin => $"$origin == \"{origin}\""));
        return $"#set($origin = {Origin}(\"Origin\"))#if(!$origin)#set($origin = {Origin}(\"origin\"))#end" +
            $"#if({any})#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end";
    }
}
