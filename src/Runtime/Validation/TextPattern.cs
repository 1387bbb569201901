using System.Text.RegularExpressions;

namespace GeekCafe.Validation;

/// <summary>A regular expression that a whole text must match within a time limit; made when it is first needed.</summary>
/// <param name="pattern">The expression.</param>
/// <param name="timeoutMilliseconds">How long a match may take. A text that takes longer does not match.</param>
public sealed class TextPattern(string pattern, int timeoutMilliseconds)
{
    private Regex? _regex;

    /// <summary>Whether the expression matches the whole text, as [RegularExpression] demands.</summary>
    public bool Matches(string text)
    {
        _regex ??= new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(timeoutMilliseconds));
        try
        {
            var match = _regex.Match(text);
            return match.Success && match.Index == 0 && match.Length == text.Length;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
