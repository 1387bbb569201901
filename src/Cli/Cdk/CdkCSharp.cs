using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.Description;

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
        {{Table()}}
        {{Deployed()}}
        {{(HasApi ? Api() : "")}}
        {{(plan.HasStream ? Stream() : "")}}
        {{(plan.Scheduled.Any() ? Schedules() : "")}}
                _ = new CfnOutput(this, "TableName", new CfnOutputProps { Value = table.TableName });
            }

            private static PolicyStatement Allow(string[] actions, string[] resources) => new(new PolicyStatementProps { Actions = actions, Resources = resources });
        {{(HasApi ? Parameters : "")}}
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

    private string Table()
    {
        var table = plan.Manifest.Table;
        return $$"""
                    var table = new Table(this, "Table", new TableProps
                    {
                        PartitionKey = {{Key(new(table.PartitionKey, "text"))}},
                        SortKey = {{Key(new(table.SortKey, "text"))}},
                        BillingMode = BillingMode.PAY_PER_REQUEST,{{(table.TimeToLive is { } attribute ? $"\n            TimeToLiveAttribute = {Text(attribute)}," : "")}}{{(plan.HasStream ? "\n            Stream = StreamViewType.NEW_AND_OLD_IMAGES," : "")}}
                        PointInTimeRecoverySpecification = new PointInTimeRecoverySpecification { PointInTimeRecoveryEnabled = true },
                        DeletionProtection = true,
                        RemovalPolicy = RemovalPolicy.RETAIN,
                    });
            {{string.Join('\n', table.Indexes.Select(Index))}}
            """;
    }

    private static string Index(ManifestIndex index)
    {
        var partition = index.Partition.Count == 1 ? $"PartitionKey = {Key(index.Partition[0])}" : $"PartitionKeys = [{string.Join(", ", index.Partition.Select(Key))}]";
        var sort = index.Sort.Count == 1 ? $"SortKey = {Key(index.Sort[0])}" : $"SortKeys = [{string.Join(", ", index.Sort.Select(Key))}]";
        var projection = index.Projection == "all" ? "" : $", ProjectionType = ProjectionType.{TableResource.Projection(index)}{(index.Include.Count > 0 ? $", NonKeyAttributes = {List(index.Include)}" : "")}";
        return index.Local
            ? $"        table.AddLocalSecondaryIndex(new LocalSecondaryIndexProps {{ IndexName = {Text(index.Name)}, {sort}{projection} }});"
            : $"        table.AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps {{ IndexName = {Text(index.Name)}, {partition}, {sort}{projection} }});";
    }

    private string Deployed() => $$"""

                var logGroup = new LogGroup(this, "LogGroup", new LogGroupProps { Retention = RetentionDays.ONE_MONTH, RemovalPolicy = RemovalPolicy.DESTROY });
                var code = Code.FromAsset(props.Code);
                var environment = new Dictionary<string, string>
                {
                    ["GEEKCAFE_TABLE"] = table.TableName,
                    ["GEEKCAFE_CURSOR_KEY"] = SecretValue.SecretsManager(props.CursorKeySecret).UnsafeUnwrap(),{{string.Concat(plan.Variables.Select(static variable => $"\n            [{Text(variable.Key)}] = {Text(variable.Value)},"))}}
                };
                var more = new Dictionary<string, PolicyStatement[]>();
                var deployed = new Dictionary<string, Function>();
        {{(plan.HasStream ? Failures : "")}}
                foreach (var each in Functions)
                {
                    var statements = new List<PolicyStatement> { Allow(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.LogGroupArn]) };
                    statements.AddRange(more.GetValueOrDefault(each.Handler, []));
                    if (each.Actions.Length > 0) statements.Add(Allow([.. each.Actions.Select(action => $"dynamodb:{action}")], [table.TableArn]));
                    if (each.Indexes.Length > 0) statements.Add(Allow(["dynamodb:Query"], [.. each.Indexes.Select(index => $"{table.TableArn}/index/{index}")]));
                    var role = new Role(this, $"{each.Id}Role", new RoleProps
                    {
                        AssumedBy = new ServicePrincipal("lambda.amazonaws.com"),
                        InlinePolicies = new Dictionary<string, PolicyDocument> { ["function"] = new(new PolicyDocumentProps { Statements = [.. statements] }) },
                    });
                    deployed[each.Id] = new Function(this, each.Id, new FunctionProps
                    {
                        Runtime = Runtime.PROVIDED_AL2023,
                        Architecture = Architecture.{{(plan.Options.Architecture == "arm64" ? "ARM_64" : "X86_64")}},
                        Handler = each.Handler,
                        Role = role.WithoutPolicyUpdates(),
                        MemorySize = 512,
                        Timeout = Duration.Seconds(each.Seconds),
                        Code = code,
                        Environment = environment,
                        LogGroup = logGroup,
                    });
                }
        """;

    private const string Failures = """
                var failures = new Queue(this, "StreamFailures", new QueueProps { RetentionPeriod = Duration.Days(14), Encryption = QueueEncryption.SQS_MANAGED });
                more["streams"] =
                [
                    Allow(["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"], [$"{table.TableArn}/stream/*"]),
                    Allow(["sqs:SendMessage"], [failures.QueueArn]),
                ];
        """;

    private string Api() => $$"""

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
                            ["payloadFormatVersion"] = "{{(IsRest ? "1.0" : "2.0")}}",
                            ["uri"] = $"arn:{Partition}:apigateway:{Region}:lambda:path/2015-03-31/functions/{deployed[each.Target].FunctionArn}/invocations",
                        },
                    };
                    if (each.Token) method["security"] = new[] { new Map { ["claims"] = new string[0] } };
                    ((Map)path)[each.Method] = method;
                }

        {{(plan is { Cors: { } cors, Options.Api: ApiKind.Rest } ? Preflights(cors) : "")}}
                var body = new Map { ["openapi"] = "3.0.1", ["info"] = new Map { ["title"] = {{Text(plan.Manifest.Application)}}, ["version"] = "1" }, ["paths"] = paths };{{string.Concat(ApiDefinition.Extensions(plan).Select(static each => $"\n        body[{Text(each.Name)}] = {Literal(each.Value)};"))}}
        {{(plan.NeedsTokens ? IsRest ? Cognito : Jwt : "")}}
        {{(IsRest ? Rest : Http)}}
                foreach (var own in Routes.GroupBy(each => each.Target))
                {
                    var source = own.Count() == 1 ? $"*/{own.First().Method.ToUpperInvariant()}{Regex.Replace(own.First().Path, "{[^}]*}", "*")}" : "*";
                    _ = new CfnPermission(this, $"{own.Key}Permission", new CfnPermissionProps
                    {
                        Action = "lambda:InvokeFunction",
                        FunctionName = deployed[own.Key].FunctionName,
                        Principal = "apigateway.amazonaws.com",
                        SourceArn = $"arn:{Partition}:execute-api:{Region}:{Account}:{{{(IsRest ? "api.RestApiId" : "api.Ref")}}}/{source}",
                    });
                }
        """;

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

    private const string Parameters = """

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

    private string Stream() => $$"""

                _ = new CfnEventSourceMapping(this, "Changes", new CfnEventSourceMappingProps
                {
                    FunctionName = deployed[{{Text(plan.Functions.First(static function => function.IsStream).Id)}}].FunctionArn,
                    EventSourceArn = table.TableStreamArn,
                    StartingPosition = "TRIM_HORIZON",
                    BatchSize = 100,
                    FunctionResponseTypes = ["ReportBatchItemFailures"],
                    BisectBatchOnFunctionError = true,
                    MaximumRetryAttempts = 10,
                    DestinationConfig = new CfnEventSourceMapping.DestinationConfigProperty
                    {
                        OnFailure = new CfnEventSourceMapping.OnFailureProperty { Destination = failures.QueueArn },
                    },
                });
        """;

    private string Schedules() => $$"""

                (string Target, string Job, string Expression)[] schedules =
                [
        {{Rows(plan.Scheduled, job => $"    ({Text(job.Id)}, {Text(job.Handler)}, {Text(job.Job!.Schedule!)}),")}}
                ];
                var invoker = new Role(this, "SchedulerRole", new RoleProps
                {
                    AssumedBy = new ServicePrincipal("scheduler.amazonaws.com", new ServicePrincipalOpts
                    {
                        Conditions = new Map { ["StringEquals"] = new Map { ["aws:SourceAccount"] = Account } },
                    }),
                    InlinePolicies = new Dictionary<string, PolicyDocument>
                    {
                        ["jobs"] = new(new PolicyDocumentProps { Statements = [Allow(["lambda:InvokeFunction"], [.. schedules.Select(each => deployed[each.Target].FunctionArn)])] }),
                    },
                });
                string[] tenants = {{(plan.Options.Tenants.Count == 0 ? "props.JobTenants" : List(plan.Options.Tenants))}};
                foreach (var each in schedules)
                {
                    for (var i = 0; i < tenants.Length; i++)
                    {
                        _ = new CfnSchedule(this, $"{each.Target}Schedule{i + 1}", new CfnScheduleProps
                        {
                            ScheduleExpression = each.Expression,
                            FlexibleTimeWindow = new CfnSchedule.FlexibleTimeWindowProperty { Mode = "OFF" },
                            Target = new CfnSchedule.TargetProperty
                            {
                                Arn = deployed[each.Target].FunctionArn,
                                RoleArn = invoker.RoleArn,
                                Input = JsonSerializer.Serialize(new { job = each.Job, tenantId = tenants[i] }),
                            },
                        });
                    }
                }
        """;

    private static string Key(ManifestKey key) => $"new Attribute {{ Name = {Text(key.Name)}, Type = AttributeType.{Symbol(key.Type)} }}";

    private static string Symbol(string type) => type switch
    {
        "number" => "NUMBER",
        "binary" => "BINARY",
        _ => "STRING",
    };

    private static string Literal(JsonNode? value) => value switch
    {
        JsonObject map => $"new Map {{ {string.Join(", ", map.Select(static each => $"[{Text(each.Key)}] = {Literal(each.Value)}"))} }}",
        JsonArray list => $"new object[] {{ {string.Join(", ", list.Select(Literal))} }}",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Text(scalar.GetValue<string>()),
        _ => value!.ToJsonString(),
    };

    private static string Rows<T>(IEnumerable<T> rows, Func<T, string> write) => string.Join('\n', rows.Select(row => "        " + write(row)));

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    // JSON's escapes are C#'s.
    private static string Text(string text) => JsonSerializer.Serialize(text, GeekCafe.Cli.Json.Relaxed);
}
