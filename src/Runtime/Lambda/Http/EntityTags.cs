using System.Globalization;

namespace GeekCafe.Lambda;

/// <summary>The value of <c>If-Match</c> or <c>If-None-Match</c> (RFC 9110, 13.1): <c>*</c>, or entity tags. Ours are versions in quotes.</summary>
internal sealed class EntityTags
{
    private readonly List<(long Version, bool Weak)> _tags = [];

    private EntityTags()
    {
    }

    /// <summary>Whether it is <c>*</c>: any version of what exists.</summary>
    public bool Any { get; private set; }

    /// <summary>How many tags there are.</summary>
    public int Count => _tags.Count;

    /// <summary>The entity tag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version of the only tag; -1, which nothing has, when that is weak or none of ours.</summary>
    public long Single => _tags[0] is { Weak: false } tag ? tag.Version : -1;

    /// <summary>Whether the version is among the tags.</summary>
    /// <param name="version">The current version.</param>
    /// <param name="weak">Whether weak tags count: for reads they do, for writes they do not (RFC 9110, 8.8.3.2).</param>
    public bool Contain(long version, bool weak)
    {
        if (Any) return true;
        foreach (var tag in _tags)
        {
            if (tag.Version == version && (weak || !tag.Weak)) return true;
        }

        return false;
    }

    /// <summary>Reads a header. Null when it is malformed.</summary>
    public static EntityTags? Parse(string header)
    {
        var tags = new EntityTags();
        var rest = header.AsSpan().Trim(" \t");
        if (rest.SequenceEqual("*"))
        {
            tags.Any = true;
            return tags;
        }

        while (true)
        {
            var weak = rest.StartsWith("W/", StringComparison.Ordinal);
            if (weak) rest = rest[2..];
            if (!rest.StartsWith('"')) return null;
            var length = rest[1..].IndexOf('"');
            if (length < 0) return null;
            var text = rest.Slice(1, length);
            if (text.ContainsAnyInRange('\0', ' ') || text.Contains('\u007f')) return null;
            tags._tags.Add((VersionOf(text), weak));

            rest = rest[(length + 2)..].TrimStart(" \t");
            if (rest.IsEmpty) return tags;
            if (rest[0] != ',') return null;
            rest = rest[1..].TrimStart(" \t");
        }
    }

    /// <summary>A version has one spelling; another tag is well-formed but none of ours.</summary>
    private static long VersionOf(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && text[0] != '0' ? version : -1;
}
