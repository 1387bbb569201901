using System.Buffers;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Looks at a part of a PartiQL statement that a developer wrote. It may hold names, operators, functions and <c>?</c> for values; what could end the
/// part early, or make a value of text, is refused, so that what stands around it keeps its meaning.
/// </summary>
internal static class ClauseText
{
    private static readonly SearchValues<char> Symbols = SearchValues.Create(" \t\r\n,.=<>+-[]?");

    private static readonly HashSet<string> Statements = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "INSERT", "UPDATE", "DELETE", "UPSERT", "REPLACE", "ORDER", "RETURNING", "EXISTS", "VALUE", "INTO", "UNION",
    };

    /// <summary>What is wrong with the text, or null.</summary>
    /// <param name="text">The clause.</param>
    /// <param name="values">How many values it must have places for.</param>
    /// <param name="forbidden">Names that it may not hold.</param>
    public static string? Problem(string text, int values, IReadOnlySet<string> forbidden)
    {
        int depth = 0, places = 0;
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c == '"')
            {
                var end = text.IndexOf('"', at + 1);
                if (end < 0) return "a quoted name has no end";
                var name = text[(at + 1)..end];
                if (forbidden.Contains(name)) return $"it may not name {name}";
                at = end + 1;
                if (at < text.Length && text[at] == '"') return "a quoted name holds a quote";
            }
            else if (char.IsAsciiLetter(c) || c == '_')
            {
                var end = at;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
                var word = text[at..end];
                if (Statements.Contains(word)) return $"it may not hold {word}";
                if (forbidden.Contains(word)) return $"it may not name {word}";
                at = end;
            }
            else
            {
                if (c == '-' && at + 1 < text.Length && text[at + 1] == '-') return "it holds a comment";
                if (c == '?') places++;
                else if (c == '(') depth++;
                else if (c == ')' && --depth < 0) return "a parenthesis closes that did not open";
                else if (c != ')' && c != '(' && !char.IsAsciiDigit(c) && !Symbols.Contains(c)) return $"it may not hold {c}; values are given as ? and parameters";
                at++;
            }
        }

        return depth != 0 ? "a parenthesis does not close" : places != values ? $"it has {places} places for {values} values" : null;
    }
}
