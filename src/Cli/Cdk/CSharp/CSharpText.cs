using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>Values as C# writes them.</summary>
internal static class CSharpText
{
    public static string Literal(JsonNode? value) => value switch
    {
        JsonObject map => $"new Map {{ {string.Join(", ", map.Select(static each => $"[{Text(each.Key)}] = {Literal(each.Value)}"))} }}",
        JsonArray list => $"new object[] {{ {string.Join(", ", list.Select(Literal))} }}",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Text(scalar.GetValue<string>()),
        _ => value!.ToJsonString(),
    };

    public static string Rows<T>(IEnumerable<T> rows, Func<T, string> write) => string.Join('\n', rows.Select(row => "        " + write(row)));

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    // JSON's escapes are C#'s.
    public static string Text(string text) => JsonSerializer.Serialize(text, GeekCafe.Cli.Json.Relaxed);
}
