using System.Buffers;

namespace GeekCafe;

/// <summary>
/// The allow-list for the ids of tenants, users and resources: <c>A-Z a-z 0-9 _ -</c>, 1 to 64 characters.
/// </summary>
/// <remarks>
/// Nothing is trimmed, normalised or case-folded: an id either is one or it is not. The alphabet holds no separator of a key, no
/// wildcard of a policy and nothing that two components could read differently.
/// </remarks>
public static class Identifier
{
    /// <summary>The longest id, in characters and in bytes.</summary>
    public const int MaxLength = 64;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>Whether the text is an id.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => text.Length is >= 1 and <= MaxLength && !text.ContainsAnyExcept(Allowed);
}
