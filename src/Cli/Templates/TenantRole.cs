using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>The role for sessions that are tagged with a tenant. Identities of the account whose own policies let them take it may do so.</summary>
internal static class TenantRole
{
    public const string Id = "TenantRole";
    public const string Output = "TenantRoleArn";

    public static void Add(JsonObject resources, DeploymentPlan plan)
    {
        if (plan.Tenant is not { } tenant) return;
        resources[Id] = Cfn.Resource("AWS::IAM::Role", new()
        {
            ["AssumeRolePolicyDocument"] = PolicyDocument.Of(new JsonObject
            {
                ["Effect"] = "Allow",
                ["Principal"] = new JsonObject { ["AWS"] = Cfn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root") },
                ["Action"] = Cfn.List("sts:AssumeRole", "sts:TagSession"),
                ["Condition"] = TenantPolicy.Tagged,
            }),
            ["Policies"] = new JsonArray(new JsonObject
            {
                ["PolicyName"] = "tenant",
                ["PolicyDocument"] = tenant.Document(Cfn.Att(TableResource.Id, "Arn"), static name => Cfn.Sub($"${{Table.Arn}}/index/{name}")),
            }),
        });
    }
}
