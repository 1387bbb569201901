using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>IAM policies in JSON.</summary>
internal static class PolicyDocument
{
    public static JsonObject Of(params IEnumerable<JsonObject> statements) =>
        new() { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. statements]) };

    public static JsonObject Allow(string id, IEnumerable<string> actions, JsonNode resource) =>
        new() { ["Sid"] = id, ["Effect"] = "Allow", ["Action"] = Cfn.List(actions), ["Resource"] = resource };

    /// <summary>Lets a service of AWS take a role.</summary>
    public static JsonObject Trust(string service, JsonObject? condition = null)
    {
        var statement = new JsonObject { ["Effect"] = "Allow", ["Principal"] = new JsonObject { ["Service"] = service }, ["Action"] = "sts:AssumeRole" };
        if (condition is not null) statement["Condition"] = condition;
        return Of(statement);
    }

    /// <summary>What a function may do with the table and its indexes.</summary>
    /// <param name="access">What it does.</param>
    /// <param name="table">The table's ARN.</param>
    /// <param name="index">Makes an index's ARN.</param>
    public static IEnumerable<JsonObject> Statements(TableAccess access, JsonNode table, Func<string, JsonNode> index)
    {
        if (access.Actions.Count > 0) yield return Allow("Table", access.Actions.Select(static action => "dynamodb:" + action), table);
        if (access.Indexes.Count > 0) yield return Allow("Indexes", ["dynamodb:Query"], new JsonArray([.. access.Indexes.Select(index)]));
    }
}
