using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>CloudFormation's intrinsic functions and the form of its resources.</summary>
internal static class Cfn
{
    public static JsonObject Ref(string id) => new() { ["Ref"] = id };

    public static JsonObject Att(string id, string attribute) => new() { ["Fn::GetAtt"] = new JsonArray(id, attribute) };

    public static JsonObject Sub(string text) => new() { ["Fn::Sub"] = text };

    public static JsonArray List(params IEnumerable<string> texts) => [.. texts.Select(static text => JsonValue.Create(text))];

    public static JsonObject Resource(string type, JsonObject properties) => new() { ["Type"] = type, ["Properties"] = properties };

    public static JsonObject Parameter(string description, string? pattern = null, string? value = null)
    {
        var parameter = new JsonObject { ["Type"] = "String", ["Description"] = description };
        if (pattern is not null) parameter["AllowedPattern"] = pattern;
        if (value is not null) parameter["Default"] = value;
        return parameter;
    }
}
