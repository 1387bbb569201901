using static GeekCafe.Cli.CSharpText;

namespace GeekCafe.Cli;

/// <summary>A CDK stack in C#.</summary>
internal sealed class CdkCSharp(DeploymentPlan plan)
{
    private bool IsRest => plan.Options.Api == ApiKind.Rest;

    private bool HasApi => plan.Manifest.Operations.Count > 0;

    public string Write() => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using Amazon.CDK;
        {{(!HasApi ? "" : IsRest ? "using Amazon.CDK.AWS.APIGateway;\n" : "using Amazon.CDK.AWS.Apigatewayv2;\n")}}using Amazon.CDK.AWS.DynamoDB;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.Lambda;
        using Amazon.CDK.AWS.Logs;{{(plan.Scheduled.Any() ? "\nusing Amazon.CDK.AWS.Scheduler;" : "")}}{{(plan.HasStream ? "\nusing Amazon.CDK.AWS.SQS;" : "")}}
        using Constructs;
        using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;
        using Function = Amazon.CDK.AWS.Lambda.Function;
        using FunctionProps = Amazon.CDK.AWS.Lambda.FunctionProps;
        using Map = System.Collections.Generic.Dictionary<string, object>;

        public class {{CdkStack.ClassOf(plan)}}Props : StackProps
        {
            /// <summary>The folder with the published bootstrap.</summary>
            public string Code { get; set; } = {{Text(plan.Options.Code)}};

            /// <summary>Name or ARN of the secret in Secrets Manager whose text is 32 random bytes in base64: it seals cursors.</summary>
            public required string CursorKeySecret { get; set; }
        {{Properties()}}
        }

        public class {{CdkStack.ClassOf(plan)}} : Stack
        {
            // What _HANDLER tells functions, what they may do with the table, the indexes they may query.
            private static readonly (string Id, string Handler, string[] Actions, string[] Indexes, int Seconds)[] Functions =
            [
        {{Rows(plan.Functions, function => $"({Text(function.Id)}, {Text(function.Handler)}, {List(function.Access.Actions)}, {List(function.Access.Indexes)}, {function.Seconds}),")}}
            ];

            // Routes, their functions, and whether the gateway asks for a token.
            private static readonly (string Name, string Method, string Path, string Target, bool Token)[] Routes =
            [
        {{Rows(CdkStack.Routes(plan), route => $"({Text(route.Name)}, {Text(route.Method)}, {Text(route.Path)}, {Text(route.Function)}, {(route.NeedsToken ? "true" : "false")}),")}}
            ];

            public {{CdkStack.ClassOf(plan)}}(Construct scope, string id, {{CdkStack.ClassOf(plan)}}Props props) : base(scope, id, props)
            {
        {{CSharpTable.Of(plan)}}
        {{CSharpFunctions.Of(plan)}}
        {{(HasApi ? CSharpApi.Of(plan) : "")}}
        {{(plan.HasStream ? CSharpEvents.Stream(plan) : "")}}
        {{(plan.Scheduled.Any() ? CSharpEvents.Schedules(plan) : "")}}
        {{(plan.Tenant is { } tenant ? CSharpTenant.Of(tenant) : "")}}
                _ = new CfnOutput(this, "TableName", new CfnOutputProps { Value = table.TableName });
            }

            private static PolicyStatement Allow(string[] actions, string[] resources) => new(new PolicyStatementProps { Actions = actions, Resources = resources });
        {{(HasApi ? CSharpApi.Parameters : "")}}
        }
        """;

    private string Properties()
    {
        var properties = new List<(string Comment, string Property)>();
        if (plan.NeedsTokens && IsRest) properties.Add(("The Cognito user pool whose ID tokens are believed.", "string UserPoolArn"));
        if (plan.NeedsTokens && !IsRest) properties.Add(("Who signs tokens.", "string JwtIssuer"));
        if (plan.NeedsTokens && !IsRest) properties.Add(("For whom tokens are: the app client's id.", "string JwtAudience"));
        if (plan.Scheduled.Any() && plan.Options.Tenants.Count == 0) properties.Add(("The tenants that scheduled jobs work for.", "string[] JobTenants"));
        return string.Concat(properties.Select(static each => $"\n    /// <summary>{each.Comment}</summary>\n    public required {each.Property} {{ get; set; }}\n")).TrimEnd('\n');
    }
}
