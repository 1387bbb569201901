using System.Text.Json;

namespace GeekCafe.Local;

/// <summary>The claims of a token whose signature holds, in the gateway's spelling: every value is a string.</summary>
/// <param name="Claims">Names and values. A list is <c>[a b]</c>, a number its digits; null claims are left out.</param>
internal sealed record VerifiedToken(IReadOnlyList<KeyValuePair<string, string>> Claims)
{
    public static VerifiedToken From(JsonElement payload) => new(
    [
        .. payload.EnumerateObject()
            .Where(static claim => claim.Value.ValueKind is not JsonValueKind.Null)
            .Select(static claim => KeyValuePair.Create(claim.Name, Spell(claim.Value))),
    ]);

    private static string Spell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => $"[{string.Join(' ', value.EnumerateArray().Select(Spell))}]",
        _ => value.GetRawText(),
    };
}
