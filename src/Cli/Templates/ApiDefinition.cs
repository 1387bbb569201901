using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>
/// The API as an OpenAPI definition with API Gateway's extensions: a route for each operation, to its function, behind the authorizer unless it needs
/// none. Written out, for SAM's events would give one function that serves all routes a permission for each, of which 20 KB hold some fifty.
/// </summary>
internal static class ApiDefinition
{
    private const string Claims = "claims";

    public static JsonObject Of(DeploymentPlan plan)
    {
        var paths = new JsonObject();
        var names = new PathNames();
        foreach (var function in plan.Functions)
        {
            foreach (var operation in function.Operations)
            {
                var path = plan.Options.Api == ApiKind.Rest ? names.Of(operation.Route) : operation.Route;
                if (paths[path] is not JsonObject methods) paths[path] = methods = [];
#pragma warning disable CA1308 // Methods are lower case in OpenAPI.
                methods[operation.Method.ToLowerInvariant()] = Method(operation, path, function.Id, plan.Options.Api);
#pragma warning restore CA1308
            }
        }

        if (plan is { Cors: { } preflights, Options.Api: ApiKind.Rest })
        {
            foreach (var (path, methods) in paths) methods!.AsObject()["options"] = Preflight(path, preflights);
        }

        var definition = new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = plan.Manifest.Application, ["version"] = "1" },
            ["paths"] = paths,
        };
        if (plan.NeedsTokens)
        {
            definition["components"] = new JsonObject { ["securitySchemes"] = new JsonObject { [Claims] = plan.Options.Api == ApiKind.Rest ? Cognito() : Jwt() } };
        }

        foreach (var (name, value) in Extensions(plan)) definition[name] = value;
        return definition;
    }

    /// <summary>What the gateway does for the API as a whole, by name.</summary>
    public static IEnumerable<(string Name, JsonObject Value)> Extensions(DeploymentPlan plan)
    {
        if (plan.Cors is not { } cors) yield break;
        yield return plan.Options.Api == ApiKind.Rest ? ("x-amazon-apigateway-gateway-responses", cors.Answers()) : ("x-amazon-apigateway-cors", cors.Http());
    }

    /// <summary>Whether the gateway asks for a token. API keys are checked by the function, which knows what they may do.</summary>
    public static bool NeedsToken(ManifestOperation operation) => operation.Authentication == Claims;

    private static JsonObject Method(ManifestOperation operation, string path, string function, ApiKind kind)
    {
        var method = new JsonObject { ["operationId"] = operation.Name };
        if (Parameters(path) is { Count: > 0 } parameters) method["parameters"] = parameters;
        if (NeedsToken(operation)) method["security"] = new JsonArray(new JsonObject { [Claims] = new JsonArray() });
        method["responses"] = new JsonObject { ["default"] = new JsonObject { ["description"] = "What the function answers." } };
        method["x-amazon-apigateway-integration"] = new JsonObject
        {
            ["type"] = "aws_proxy",
            ["httpMethod"] = "POST",
            ["payloadFormatVersion"] = kind == ApiKind.Rest ? "1.0" : "2.0",
            ["uri"] = Cfn.Sub($"arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{function}.Arn}}/invocations"),
        };
        return method;
    }

    private static JsonObject Preflight(string path, Cors cors)
    {
        var method = cors.Preflight();
        if (Parameters(path) is { Count: > 0 } parameters) method["parameters"] = parameters;
        return method;
    }

    private static JsonArray Parameters(string path) => [.. path.Split('/').Where(static segment => segment is ['{', .., '}']).Select(static segment => new JsonObject
    {
        ["name"] = segment[1..^1], ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
    })];

    private static JsonObject Jwt() => new()
    {
        ["type"] = "oauth2",
        ["x-amazon-apigateway-authorizer"] = new JsonObject
        {
            ["type"] = "jwt",
            ["identitySource"] = "$request.header.Authorization",
            ["jwtConfiguration"] = new JsonObject { ["issuer"] = Cfn.Ref("JwtIssuer"), ["audience"] = new JsonArray(Cfn.Ref("JwtAudience")) },
        },
    };

    private static JsonObject Cognito() => new()
    {
        ["type"] = "apiKey",
        ["name"] = "Authorization",
        ["in"] = "header",
        ["x-amazon-apigateway-authtype"] = "cognito_user_pools",
        ["x-amazon-apigateway-authorizer"] = new JsonObject { ["type"] = "cognito_user_pools", ["providerARNs"] = new JsonArray(Cfn.Ref("UserPoolArn")) },
    };
}
