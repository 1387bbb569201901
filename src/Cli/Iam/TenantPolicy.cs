using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>
/// A policy for sessions that are tagged with a tenant (<c>sts:TagSession</c>): they reach the partitions of that tenant alone, whatever the program
/// that runs in them asks for.
/// </summary>
/// <remarks>
/// DynamoDB compares the condition with the partition key of every item of a request. Null demands that there is one, for ForAllValues holds of
/// nothing as well. An untagged session matches nothing, for the variable has no value then.
/// </remarks>
/// <param name="Indexes">The indexes that are for such sessions.</param>
/// <param name="Keys">What partition keys of the tenant are like.</param>
internal sealed record TenantPolicy(IReadOnlyList<string> Indexes, IReadOnlyList<string> Keys)
{
    private const string Tenant = "{TenantId}";
    /// <summary>What a session's tag is called.</summary>
    public const string TagName = "tenant";

    private const string Tag = $"${{aws:PrincipalTag/{TagName}}}";

    /// <summary>What such sessions may do with their items: all that functions may.</summary>
    public static IEnumerable<string> Actions => TableAccess.Known.Select(static action => "dynamodb:" + action);

    /// <param name="manifest">Whose keys.</param>
    /// <exception cref="ToolException">The tenant stands behind another value in a partition key.</exception>
    public static TenantPolicy Of(ApplicationManifest manifest)
    {
        var patterns = manifest.Resources.SelectMany(static resource => resource.Indexes).ToArray();

        // A list over tenants has partitions that name none, so that index is not for such sessions. Nor is one whose partition is of several
        // attributes: what LeadingKeys holds then is not documented.
        var indexes = manifest.Table.Indexes
            .Where(index => index.Partition.Count == 1 && Array.TrueForAll(patterns, pattern => pattern.Index != index.Name || pattern.PartitionKey.Contains(Tenant, StringComparison.Ordinal)))
            .Select(static index => index.Name).ToArray();
        var keys = manifest.Resources.Select(static resource => resource.PartitionKey)
            .Concat(patterns.Where(pattern => indexes.Contains(pattern.Index)).Select(static pattern => pattern.PartitionKey))
            .SelectMany(Values);

        // Markers, audit entries and shards of counters are the tenant's in this form, whatever the resource's own pattern is.
        return new(indexes, [.. new[] { $"TENANT#{Tag}", $"TENANT#{Tag}#*" }.Concat(keys).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <param name="table">The table's ARN.</param>
    /// <param name="index">Makes an index's ARN.</param>
    public JsonObject Document(JsonNode table, Func<string, JsonNode> index)
    {
        var statement = PolicyDocument.Allow("OwnTenant", Actions, new JsonArray([table, .. Indexes.Select(index)]));
        statement["Condition"] = OwnKeys;
        return PolicyDocument.Of(statement);
    }

    /// <summary>That every key of a request, of which there is one, is the tenant's.</summary>
    public JsonObject OwnKeys => new()
    {
        ["ForAllValues:StringLike"] = new JsonObject { ["dynamodb:LeadingKeys"] = Cfn.List(Keys) },
        ["Null"] = new JsonObject { ["dynamodb:LeadingKeys"] = "false" },
    };

    /// <summary>Whoever takes the role names a tenant.</summary>
    public static JsonObject Tagged => new() { ["Null"] = new JsonObject { ["aws:RequestTag/" + TagName] = "false" } };

    private static string[] Values(string pattern)
    {
        var at = pattern.IndexOf(Tenant, StringComparison.Ordinal);
        var before = pattern[..Math.Max(at, 0)];
        if (at < 0 || before.Contains('{', StringComparison.Ordinal))
        {
            throw new ToolException($"The partition key {pattern} has other values before the tenant, so no policy can tell tenants apart by it; let it begin with the tenant, as in TENANT#{{TenantId}}.");
        }

        // What follows a tenant begins with a separator, or the rest of the pattern could be read as a longer tenant's.
        var separator = at + Tenant.Length == pattern.Length ? '#' : pattern[at + Tenant.Length];
        return [before + Tag, $"{before}{Tag}{separator}*"];
    }
}
