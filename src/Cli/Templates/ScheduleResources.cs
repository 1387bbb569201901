using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>Schedules of jobs: one for each job and tenant, for a job works for one tenant.</summary>
internal static class ScheduleResources
{
    public const string Role = "SchedulerRole";
    public const string Parameter = "JobTenant";

    public static void Add(JsonObject resources, DeploymentPlan plan)
    {
        FunctionPlan[] jobs = [.. plan.Scheduled];
        if (jobs.Length == 0) return;
        resources[Role] = Cfn.Resource("AWS::IAM::Role", new()
        {
            ["AssumeRolePolicyDocument"] = PolicyDocument.Trust("scheduler.amazonaws.com",
                new() { ["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = Cfn.Ref("AWS::AccountId") } }),
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = "jobs",
                ["PolicyDocument"] = PolicyDocument.Of(PolicyDocument.Allow("Jobs", ["lambda:InvokeFunction"],
                    new JsonArray([.. jobs.Select(static job => Cfn.Att(job.Id, "Arn"))]))),
            }),
        });
        foreach (var job in jobs)
        {
            if (plan.Options.Tenants.Count == 0) Schedule(resources, job, job.Id + "Schedule", Cfn.Sub(Event(job.Handler, $"${{{Parameter}}}")));
            for (var i = 0; i < plan.Options.Tenants.Count; i++) Schedule(resources, job, $"{job.Id}Schedule{i + 1}", Event(job.Handler, plan.Options.Tenants[i]));
        }
    }

    private static void Schedule(JsonObject resources, FunctionPlan job, string id, JsonNode input) => resources[id] = Cfn.Resource("AWS::Scheduler::Schedule", new()
    {
        ["ScheduleExpression"] = job.Job!.Schedule,
        ["FlexibleTimeWindow"] = new JsonObject { ["Mode"] = "OFF" },
        ["Target"] = new JsonObject { ["Arn"] = Cfn.Att(job.Id, "Arn"), ["RoleArn"] = Cfn.Att(Role, "Arn"), ["Input"] = input },
    });

    private static string Event(string job, string tenant) => $"{{\"job\":{JsonSerializer.Serialize(job)},\"tenantId\":\"{tenant}\"}}";
}
