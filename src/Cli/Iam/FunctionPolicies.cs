using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>The policies of functions on a table that exists: for teams whose roles are not made by these templates.</summary>
internal static class FunctionPolicies
{
    /// <summary>A policy for each function, by its handler.</summary>
    /// <param name="plan">The functions.</param>
    /// <param name="table">The table's ARN.</param>
    public static JsonObject Of(DeploymentPlan plan, string table)
    {
        var policies = new JsonObject();
        foreach (var function in plan.Functions)
        {
            var statements = PolicyDocument.Statements(function.Access, table, name => $"{table}/index/{name}").ToList();
            if (function.IsStream) statements.Add(PolicyDocument.Allow("Stream", FunctionResources.StreamActions, $"{table}/stream/*"));
            policies[function.Handler] = PolicyDocument.Of(statements);
        }

        return policies;
    }
}
