using static GeekCafe.Cli.CSharpText;

namespace GeekCafe.Cli;

/// <summary>What starts functions of a CDK stack in C# beside requests: changes of the table, and time.</summary>
internal static class CSharpEvents
{
    public static string Stream(DeploymentPlan plan) => $$"""

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

    public static string Schedules(DeploymentPlan plan) => $$"""

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
}
