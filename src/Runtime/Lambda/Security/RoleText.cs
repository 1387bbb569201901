using System.Buffers;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// Reads a list of roles from a claim's text. Gateways flatten arrays differently and none escapes, so a text that can be read in two ways
/// names no roles at all.
/// </summary>
internal static class RoleText
{
    /// <summary>
    /// The most roles of a caller and the longest role. Ours; Cognito allows 100 groups a user and 128 characters a name.
    /// </summary>
    private const int MaxRoles = 100, MaxLength = 128;

    /// <summary>What only stands in a list that was flattened twice, or in another way than we think.</summary>
    private static readonly SearchValues<char> Structure = SearchValues.Create("[]{}\"\\,");

    /// <summary>Adds the roles of a claim.</summary>
    /// <returns>False when the text is ambiguous or too long; the list is then of no use.</returns>
    public static bool TryRead(string text, char? separator, List<string> roles)
    {
        var rest = text.AsSpan().Trim(' ');
        if (rest.IsEmpty) return true;
        if (separator is { } own) return TrySplit(rest, [own], roles);
        if (rest[0] != '[') return TrySplit(rest, [','], roles);
        if (rest[^1] != ']') return false;
        var inside = rest[1..^1].Trim(' ');
        if (inside.IsEmpty) return true;
        if (inside[0] == '"') return TryReadJson(text, roles);

        // "[a b]" as HTTP APIs write it, or "[a, b]": one separator throughout.
        return inside.Contains(',') ? TrySplit(inside, [','], roles, allowInnerSpace: false) : TrySplit(inside, [' '], roles);
    }

    /// <summary>Adds one role.</summary>
    public static bool TryAdd(ReadOnlySpan<char> role, List<string> roles)
    {
        if (role.IsEmpty || role.Length > MaxLength || roles.Count == MaxRoles) return false;
        if (role.ContainsAny(Structure) || role.IndexOfAnyInRange('\0', '\u001f') >= 0) return false;
        roles.Add(role.ToString());
        return true;
    }

    private static bool TrySplit(ReadOnlySpan<char> text, ReadOnlySpan<char> separator, List<string> roles, bool allowInnerSpace = true)
    {
        foreach (var range in text.Split(separator))
        {
            var role = text[range].Trim(' ');
            if (!allowInnerSpace && role.Contains(' ')) return false;
            if (!TryAdd(role, roles)) return false;
        }

        return true;
    }

    private static bool TryReadJson(string text, List<string> roles)
    {
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text.Trim(' ')));
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                if (!TryAdd(reader.GetString(), roles)) return false;
            }

            return reader.TokenType == JsonTokenType.EndArray && !reader.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
