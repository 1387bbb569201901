using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeekCafe.Cli.Tests.Templates.Schemas;

/// <summary>What a template's parts name of each other.</summary>
internal static partial class References
{
    /// <summary>Names of resources and parameters that are not there.</summary>
    public static IEnumerable<string> Dangling(JsonObject template)
    {
        var there = template["Resources"]!.AsObject().Concat(template["Parameters"]?.AsObject() ?? []).Select(static each => each.Key).ToHashSet();
        return All(template).Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal) && !there.Contains(name)).Distinct();
    }

    private static IEnumerable<string> All(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(All),
        JsonObject { Count: 1 } map when map["Ref"] is { } id => [(string)id!],
        JsonObject { Count: 1 } map when map["Fn::GetAtt"] is JsonArray parts => [(string)parts[0]!],
        JsonObject { Count: 1 } map when map["Fn::Sub"] is { } text => Placeholder().Matches((string)text!).Select(static match => match.Groups[1].Value.Split('.')[0]),
        JsonObject map => map.SelectMany(static each => All(each.Value)),
        _ => [],
    };

    [GeneratedRegex(@"\$\{([^!}][^}]*)\}")]
    private static partial Regex Placeholder();
}
