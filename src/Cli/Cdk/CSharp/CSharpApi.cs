using static GeekCafe.Cli.CSharpText;

namespace GeekCafe.Cli;

/// <summary>The API of a CDK stack in C#.</summary>
internal static class CSharpApi
{
    public static string Of(DeploymentPlan plan)
    {
        var isRest = plan.Options.Api == ApiKind.Rest;
        return $$"""

                    var paths = new Map();
                    foreach (var each in Routes)
                    {
                        if (!paths.TryGetValue(each.Path, out var path)) paths[each.Path] = path = new Map();
                        var method = new Map
                        {
                            ["operationId"] = each.Name,
                            ["parameters"] = Parameters(each.Path),
                            ["responses"] = new Map { ["default"] = new Map { ["description"] = "What the function answers." } },
                            ["x-amazon-apigateway-integration"] = new Map
                            {
                                ["type"] = "aws_proxy",
                                ["httpMethod"] = "POST",
                                ["payloadFormatVersion"] = "{{(isRest ? "1.0" : "2.0")}}",
                                ["uri"] = $"arn:{Partition}:apigateway:{Region}:lambda:path/2015-03-31/functions/{deployed[each.Target].FunctionArn}/invocations",
                            },
                        };
                        if (each.Token) method["security"] = new[] { new Map { ["claims"] = new string[0] } };
                        ((Map)path)[each.Method] = method;
                    }

            {{(plan is { Cors: { } cors, Options.Api: ApiKind.Rest } ? Preflights(cors) : "")}}
                    var body = new Map { ["openapi"] = "3.0.1", ["info"] = new Map { ["title"] = {{Text(plan.Manifest.Application)}}, ["version"] = "1" }, ["paths"] = paths };{{string.Concat(ApiDefinition.Extensions(plan).Select(static each => $"\n        body[{Text(each.Name)}] = {Literal(each.Value)};"))}}
            {{(plan.NeedsTokens ? isRest ? Cognito : Jwt : "")}}
            {{(isRest ? Rest : Http)}}
                    foreach (var own in Routes.GroupBy(each => each.Target))
                    {
                        var source = own.Count() == 1 ? $"*/{own.First().Method.ToUpperInvariant()}{Regex.Replace(own.First().Path, "{[^}]*}", "*")}" : "*";
                        _ = new CfnPermission(this, $"{own.Key}Permission", new CfnPermissionProps
                        {
                            Action = "lambda:InvokeFunction",
                            FunctionName = deployed[own.Key].FunctionName,
                            Principal = "apigateway.amazonaws.com",
                            SourceArn = $"arn:{Partition}:execute-api:{Region}:{Account}:{{{(isRest ? "api.RestApiId" : "api.Ref")}}}/{source}",
                        });
                    }
            """;
    }

    private const string Jwt = """
                body["components"] = new Map
                {
                    ["securitySchemes"] = new Map
                    {
                        ["claims"] = new Map
                        {
                            ["type"] = "oauth2",
                            ["x-amazon-apigateway-authorizer"] = new Map
                            {
                                ["type"] = "jwt",
                                ["identitySource"] = "$request.header.Authorization",
                                ["jwtConfiguration"] = new Map { ["issuer"] = props.JwtIssuer, ["audience"] = new[] { props.JwtAudience } },
                            },
                        },
                    },
                };
        """;

    private const string Cognito = """
                body["components"] = new Map
                {
                    ["securitySchemes"] = new Map
                    {
                        ["claims"] = new Map
                        {
                            ["type"] = "apiKey",
                            ["name"] = "Authorization",
                            ["in"] = "header",
                            ["x-amazon-apigateway-authtype"] = "cognito_user_pools",
                            ["x-amazon-apigateway-authorizer"] = new Map { ["type"] = "cognito_user_pools", ["providerARNs"] = new[] { props.UserPoolArn } },
                        },
                    },
                };
        """;

    private const string Http = """
                var api = new CfnApi(this, "Api", new CfnApiProps { Body = body });
                _ = new CfnStage(this, "Stage", new CfnStageProps { ApiId = api.Ref, StageName = "$default", AutoDeploy = true });
                _ = new CfnOutput(this, "Url", new CfnOutputProps { Value = $"https://{api.Ref}.execute-api.{Region}.{UrlSuffix}" });
        """;

    private const string Rest = """
                var api = new SpecRestApi(this, "Api", new SpecRestApiProps
                {
                    ApiDefinition = ApiDefinition.FromInline(body),
                    DeployOptions = new StageOptions { StageName = "live" },
                    EndpointTypes = [EndpointType.REGIONAL],
                    CloudWatchRole = false,
                });
                _ = new CfnOutput(this, "Url", new CfnOutputProps { Value = $"https://{api.RestApiId}.execute-api.{Region}.{UrlSuffix}/live" });
        """;

    public const string Parameters = """

            private static Map[] Parameters(string path) => [.. Regex.Matches(path, "{([^}]*)}").Select(match => new Map
            {
                ["name"] = match.Groups[1].Value, ["in"] = "path", ["required"] = true, ["schema"] = new Map { ["type"] = "string" },
            })];
        """;

    private static string Preflights(Cors cors) => $$"""
                // The gateway answers preflights itself, for they come without a token.
                foreach (var (path, methods) in paths)
                {
                    ((Map)methods)["options"] = new Map({{Literal(cors.Preflight())}}) { ["parameters"] = Parameters(path) };
                }

        """;
}
