using static GeekCafe.Cli.CSharpText;

namespace GeekCafe.Cli;

/// <summary>The functions of a CDK stack in C#, with their roles.</summary>
internal static class CSharpFunctions
{
    public static string Of(DeploymentPlan plan) => $$"""

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
}
