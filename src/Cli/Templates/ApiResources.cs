using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeekCafe.Cli;

/// <summary>The API, and for each function the permission that the gateway may call it.</summary>
internal static partial class ApiResources
{
    public const string Id = "Api";

    public static void Add(JsonObject resources, DeploymentPlan plan)
    {
        var properties = new JsonObject();
        if (plan.Options.Api == ApiKind.Rest)
        {
            properties["StageName"] = "live";
            properties["OpenApiVersion"] = "3.0.1";
            properties["EndpointConfiguration"] = new JsonObject { ["Type"] = "REGIONAL" };
        }

        properties["DefinitionBody"] = ApiDefinition.Of(plan);
        resources[Id] = Cfn.Resource(plan.Options.Api == ApiKind.Rest ? "AWS::Serverless::Api" : "AWS::Serverless::HttpApi", properties);
        foreach (var function in plan.Functions.Where(static function => function.IsApi))
        {
            resources[function.Id + "Permission"] = Cfn.Resource("AWS::Lambda::Permission", new()
            {
                ["Action"] = "lambda:InvokeFunction",
                ["FunctionName"] = Cfn.Ref(function.Id),
                ["Principal"] = "apigateway.amazonaws.com",
                ["SourceArn"] = Cfn.Sub($"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{Api}}/{Source(function)}"),
            });
        }
    }

    public static JsonObject Url(DeploymentPlan plan) =>
        Cfn.Sub(plan.Options.Api == ApiKind.Rest
            ? "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"
            : "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}");

    /// <summary>Stage, method and path from which a function may be called; of a function for many routes, the API's all.</summary>
    public static string Source(FunctionPlan function) =>
        function.Operations is [var only] ? $"*/{only.Method}{Parameter().Replace(only.Route, "*")}" : "*";

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Parameter();
}
