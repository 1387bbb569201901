using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.Cli.Tests.Node;

namespace GeekCafe.Cli.Tests.Templates.Schemas;

/// <summary>
/// CloudFormation's resource specification: which properties resources have, which of them they need, and of what type they are. SAM's own resources, which
/// its translator knows, are not looked into.
/// </summary>
internal static class Specification
{
    private static readonly Lazy<JsonNode> Loaded = new(static () =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(NodePackages.Folder, "node_modules", "@aws-cdk", "cfnspec", "spec", "specification.json")))!);

    /// <summary>What is wrong with the resources of a template, a line for each mistake.</summary>
    public static IEnumerable<string> Mistakes(JsonObject template)
    {
        foreach (var (id, resource) in template["Resources"]!.AsObject())
        {
            var type = (string)resource!["Type"]!;
            if (type.StartsWith("AWS::Serverless::", StringComparison.Ordinal)) continue;
            if (Loaded.Value["ResourceTypes"]![type] is not { } known) yield return $"{id}: there is no {type}";
            else foreach (var mistake in Properties(known["Properties"]!, type, resource["Properties"] ?? new JsonObject(), id)) yield return mistake;
        }
    }

    private static IEnumerable<string> Properties(JsonNode known, string type, JsonNode given, string path)
    {
        if (given is not JsonObject map) return [$"{path} is no object"];
        var missing = known.AsObject().Where(each => (bool?)each.Value!["Required"] == true && !map.ContainsKey(each.Key)).Select(each => $"{path} needs {each.Key}");
        return missing.Concat(map.SelectMany(each => known[each.Key] is { } property ? Value(property, type, each.Value, $"{path}.{each.Key}") : [$"{path} has no {each.Key}"]));
    }

    private static IEnumerable<string> Value(JsonNode property, string type, JsonNode? value, string path)
    {
        if (IsFunction(value)) return [];
        return (string?)property["Type"] switch
        {
            "List" => value is JsonArray list ? list.SelectMany((item, index) => Item(property, type, item, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]")) : [$"{path} is no list"],
            "Map" => value is JsonObject map ? map.SelectMany(entry => Item(property, type, entry.Value, $"{path}.{entry.Key}")) : [$"{path} is no map"],
            { } name => Properties(PropertyType(type, name), type, value!, path),
            null => Primitive((string)property["PrimitiveType"]!, value, path),
        };
    }

    private static IEnumerable<string> Item(JsonNode property, string type, JsonNode? value, string path)
    {
        if (IsFunction(value)) return [];
        return (string?)property["ItemType"] is { } name ? Properties(PropertyType(type, name), type, value!, path) : Primitive((string)property["PrimitiveItemType"]!, value, path);
    }

    private static JsonNode PropertyType(string type, string name) =>
        (Loaded.Value["PropertyTypes"]![$"{type}.{name}"] ?? Loaded.Value["PropertyTypes"]![name])!["Properties"]!;

    private static IEnumerable<string> Primitive(string type, JsonNode? value, string path)
    {
        var kind = value?.GetValueKind();
        var isRight = type switch
        {
            "Json" => value is JsonObject,
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "Integer" or "Long" => kind == JsonValueKind.Number && value!.ToJsonString().All(char.IsAsciiDigit),
            "Double" => kind == JsonValueKind.Number,
            _ => kind == JsonValueKind.String,
        };
        return isRight ? [] : [$"{path} is no {type}"];
    }

    private static bool IsFunction(JsonNode? value) =>
        value is JsonObject { Count: 1 } map && (map.ContainsKey("Ref") || map.First().Key.StartsWith("Fn::", StringComparison.Ordinal));
}
