using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeekCafe.Description;

/// <summary>Makes a body a create accepts: the required members only, with values that keep their constraints.</summary>
internal sealed class ExampleBody(ApplicationManifest manifest)
{
    // For patterns: what people usually mean by one. A pattern that none of them fits needs a value from the developer.
    private static readonly string[] Candidates =
    [
        "example", "Example", "EXAMPLE", "a", "A", "1", "12345", "abc", "ABC", "en", "en-US", "abc-123", "ABC-123", "ABC123", "abc_123",
        "+15550100123", "#336699", "12:30", "1.0.0", "12345-6789", "00000000-0000-0000-0000-000000000001",
    ];

    /// <summary>The members of a resource that a create needs.</summary>
    public JsonObject For(ManifestResource resource) => Object(resource.ClientMembers, depth: 0);

    private JsonObject Object(IEnumerable<ManifestMember> members, int depth)
    {
        var body = new JsonObject();
        foreach (var member in members.Where(static member => member.Required)) body[member.Name] = Value(member, depth);
        return body;
    }

    private JsonNode? Value(ManifestMember member, int depth)
    {
        if (member.Enum is [var first, ..]) return JsonNode.Parse(first.GetRawText());
        return member.Type switch
        {
            "string" => Text(member),
            "boolean" => false,
            "integer" or "number" => Number(member),
            "array" or "set" => Items(member, depth),
            "ref" when depth < 8 => Nested(member.Ref, depth + 1),
            _ => member.Nullable ? null : new JsonObject(),
        };
    }

    private JsonObject Nested(string? name, int depth)
    {
        var type = manifest.Types.FirstOrDefault(type => type.Name == name);
        if (type is not { Discriminator: { } discriminator, Kinds: [var kind, ..] }) return Object(type?.Members ?? [], depth);
        var body = Nested(kind.Ref, depth);
        if (kind.Value is { } value) body.Insert(0, discriminator, JsonNode.Parse(value.GetRawText()));
        return body;
    }

    private JsonArray Items(ManifestMember member, int depth)
    {
        var values = new JsonArray();
        for (var i = 0; i < (member.MinItems ?? 0) && member.Items is not null; i++) values.Add(Value(member.Items, depth));
        return values;
    }

    private static string Text(ManifestMember member) => member.Format switch
    {
        "email" => "ana@example.com",
        "uri" => "https://example.com/",
        "date-time" => "2026-06-01T18:00:00Z",
        "date" => "2026-06-01",
        "time" => "18:00:00",
        "uuid" => "00000000-0000-0000-0000-000000000001",
        "byte" => "AA==",
        "duration" => "PT1H",
        _ when member.Pattern is { } pattern => Array.Find(Candidates, text => Fits(text, member, pattern)) ?? Fitted("example", member),
        _ => Fitted($"Example {member.Name}", member),
    };

    private static bool Fits(string text, ManifestMember member, string pattern) =>
        text == Fitted(text, member) && Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromMilliseconds(100));

    private static string Fitted(string text, ManifestMember member)
    {
        if (text.Length > member.MaxLength) text = text[..member.MaxLength.Value].TrimEnd();
        return text.PadRight(member.MinLength ?? 0, 'x');
    }

    private static JsonNode Number(ManifestMember member)
    {
        var (minimum, maximum) = (Bound(member.Minimum), Bound(member.Maximum));
        if (minimum > 1) return JsonNode.Parse(member.Minimum!.Value.GetRawText())!;
        return maximum < 1 ? JsonNode.Parse(member.Maximum!.Value.GetRawText())! : 1;
    }

    private static double? Bound(JsonElement? bound) =>
        bound is { ValueKind: JsonValueKind.Number } number ? double.Parse(number.GetRawText(), CultureInfo.InvariantCulture) : null;
}
