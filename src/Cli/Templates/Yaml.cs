using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeekCafe.Cli;

/// <summary>Writes a template as YAML, the intrinsic functions in their short form.</summary>
internal static partial class Yaml
{
    /// <summary>What fits is written on one line.</summary>
    private const int Width = 120;

    public static string Write(JsonObject root, string comment)
    {
        var text = new StringBuilder();
        foreach (var line in comment.Split('\n')) text.Append("# ").Append(line).Append('\n');
        var isFirst = true;
        foreach (var (name, value) in root)
        {
            // Parts of a template, and resources, are easier to find with space between them.
            if (!isFirst && value is JsonObject) text.Append('\n');
            isFirst = false;
            Entry(text, name, value, 0, spaced: name == "Resources");
        }

        return text.ToString();
    }

    private static void Entry(StringBuilder text, string name, JsonNode? value, int indent, bool spaced = false)
    {
        text.Append(' ', indent).Append(Scalar(name)).Append(':');
        if (Short(value) is { } inline && (value is not JsonArray || indent + name.Length + inline.Length < Width))
        {
            text.Append(' ').Append(inline).Append('\n');
            return;
        }

        text.Append('\n');
        if (value is JsonArray items) Items(text, items, indent + 2);
        else Entries(text, value!.AsObject(), indent + 2, spaced);
    }

    private static void Entries(StringBuilder text, JsonObject map, int indent, bool spaced)
    {
        var isFirst = true;
        foreach (var (name, value) in map)
        {
            if (spaced && !isFirst) text.Append('\n');
            isFirst = false;
            Entry(text, name, value, indent);
        }
    }

    private static void Items(StringBuilder text, JsonArray items, int indent)
    {
        foreach (var item in items)
        {
            text.Append(' ', indent).Append("- ");
            if ((Short(item) ?? Flow(item)) is { } inline && indent + inline.Length < Width)
            {
                text.Append(inline).Append('\n');
                continue;
            }

            // The first entry stands behind the dash.
            var start = text.Length;
            Entries(text, item!.AsObject(), indent + 2, spaced: false);
            text.Remove(start, indent + 2);
        }
    }

    /// <summary>What always stands on one line: scalars, functions, lists of them, and what is empty.</summary>
    private static string? Short(JsonNode? value)
    {
        switch (value)
        {
            case null: return "null";
            case JsonValue scalar: return scalar.GetValueKind() == JsonValueKind.String ? Scalar(scalar.GetValue<string>()) : scalar.ToJsonString();
            case JsonObject { Count: 0 }: return "{}";
            case JsonObject { Count: 1 } map: return Function(map.First());
            case JsonArray items:
                var parts = items.Select(Short).ToArray();
                return Array.TrueForAll(parts, static part => part is not null) ? $"[{string.Join(", ", parts)}]" : null;
            default: return null;
        }
    }

    private static string? Function(KeyValuePair<string, JsonNode?> function) => function.Key switch
    {
        "Ref" => $"!Ref {function.Value}",
        "Fn::Sub" => $"!Sub {Scalar(function.Value!.GetValue<string>())}",
        "Fn::GetAtt" => $"!GetAtt {string.Join('.', function.Value!.AsArray())}",
        _ => null,
    };

    /// <summary>A flat map in braces, or null.</summary>
    private static string? Flow(JsonNode? value)
    {
        if (value is not JsonObject map) return null;
        var entries = map.Select(static entry => (entry.Key, Value: Short(entry.Value))).ToArray();
        return Array.TrueForAll(entries, static entry => entry.Value is not null)
            ? $"{{ {string.Join(", ", entries.Select(static entry => $"{Scalar(entry.Key)}: {entry.Value}"))} }}"
            : null;
    }

    private static string Scalar(string text) =>
        Plain().IsMatch(text) && !Ambiguous().IsMatch(text) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("^[A-Za-z0-9_/.$]([A-Za-z0-9_/.:+$ -](?<!: ))*(?<![: ])$")]
    private static partial Regex Plain();

    // What YAML 1.1 reads as something else than a text: numbers, dates, times, booleans.
    [GeneratedRegex("^([0-9+-].*|[.][0-9].*|[.](inf|nan)|y|n|yes|no|on|off|true|false|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous();
}
