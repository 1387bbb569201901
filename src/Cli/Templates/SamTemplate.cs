using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>Everything as a SAM template: table, functions with their roles, API, stream and schedules.</summary>
internal static class SamTemplate
{
    /// <exception cref="ToolException">CloudFormation would not take it.</exception>
    public static string Write(DeploymentPlan plan, string comment)
    {
        var text = Yaml.Write(Of(plan), comment);
        TemplateLimits.Check(text, plan.Options);
        return text;
    }

    public static JsonObject Of(DeploymentPlan plan)
    {
        var resources = new JsonObject { [TableResource.Id] = TableResource.Of(plan.Manifest, plan.HasStream) };
        FunctionResources.AddShared(resources, plan);
        if (plan.Manifest.Operations.Count > 0) ApiResources.Add(resources, plan);
        foreach (var function in plan.Functions) FunctionResources.Add(resources, function);
        ScheduleResources.Add(resources, plan);
        TenantRole.Add(resources, plan);
        TemplateLimits.Check(resources, plan.Options);

        var outputs = new JsonObject { ["TableName"] = new JsonObject { ["Value"] = Cfn.Ref(TableResource.Id) } };
        if (plan.Manifest.Operations.Count > 0) outputs["Url"] = new JsonObject { ["Description"] = "Where the API is.", ["Value"] = ApiResources.Url(plan) };
        if (plan.Tenant is not null) outputs[TenantRole.Output] = new JsonObject { ["Description"] = "Take it with the session tag tenant.", ["Value"] = Cfn.Att(TenantRole.Id, "Arn") };
        return new JsonObject
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Transform"] = "AWS::Serverless-2016-10-31",
            ["Description"] = plan.Manifest.Application,
            ["Parameters"] = Parameters(plan),
            ["Globals"] = FunctionResources.Globals(plan),
            ["Resources"] = resources,
            ["Outputs"] = outputs,
        };
    }

    private static JsonObject Parameters(DeploymentPlan plan)
    {
        var parameters = new JsonObject
        {
            ["CursorKeySecret"] = Cfn.Parameter("Name or ARN of the secret in Secrets Manager whose text is 32 random bytes in base64: it seals cursors.", ".+"),
        };
        if (plan.Options.Api == ApiKind.Rest && plan.NeedsTokens)
        {
            parameters["UserPoolArn"] = Cfn.Parameter("The Cognito user pool whose ID tokens are believed.", "arn:[a-z-]+:cognito-idp:.+");
        }
        else if (plan.NeedsTokens)
        {
            parameters["JwtIssuer"] = Cfn.Parameter("Who signs tokens, such as https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example.", "https://.+");
            parameters["JwtAudience"] = Cfn.Parameter("For whom tokens are: the app client's id.", ".+");
        }

        if (plan.Options.Tenants.Count == 0 && plan.Scheduled.Any())
        {
            parameters[ScheduleResources.Parameter] = Cfn.Parameter("The tenant that scheduled jobs work for. For several, write the template with --tenant for each.", "[A-Za-z0-9_-]{1,64}");
        }

        return parameters;
    }
}
