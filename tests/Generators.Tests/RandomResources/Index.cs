using System.Text.Json.Nodes;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>An index of a random resource: by the values of some members, ordered by others and then by the identity.</summary>
/// <param name="Name">Its name.</param>
/// <param name="By">What makes its partition; nothing in a local one.</param>
/// <param name="Sort">What orders it before the identity does.</param>
internal sealed record Index(string Name, IReadOnlyList<Part> By, IReadOnlyList<Part> Sort)
{
    public bool IsLocal => By.Count == 0;

    public static Index Make(Dice dice, string name, bool isLocal, IReadOnlyList<Member> members)
    {
        var parts = members.SelectMany(static member => Part.Of(member)).ToList();
        var by = isLocal ? [] : parts.Where(static part => part.Kind.IsInPaths).OrderBy(_ => dice.Next(0, 1000)).Take(dice.Next(1, 3)).Select(part => part.Formatted(dice)).ToList();
        var sort = Enumerable.Range(0, parts.Count == 0 ? 0 : dice.Next(0, 3)).Select(_ => dice.Any(parts).Formatted(dice)).ToList();
        return new(name, by, sort);
    }

    /// <summary>Whether a resource is in it: null and empty values keep it out.</summary>
    public bool Holds(JsonObject members) => By.Concat(Sort).All(part => part.Of(members) is { } value && value.ToString().Length > 0);

    /// <summary>The attribute that declares it.</summary>
    public string Declaration(string mark, string identity, string route)
    {
        var sort = string.Concat(Sort.Select(static part => $"{part}#")) + identity;
        return IsLocal
            ? $"[LocalSecondaryIndex(\"{Name}\", \"{mark}-{Name}#{sort}\", Route = \"{route}\")]"
            : $"[SecondaryIndex(\"{Name}\", \"TENANT#{{TenantId}}#{mark}-{Name}#{string.Join("#", By)}\", \"{sort}\", Route = \"{route}{string.Concat(By.Select(static part => $"/{{{part.Parameter}}}"))}\")]";
    }
}

/// <summary>A placeholder of a key: a member, or one within it, as it is or formatted.</summary>
internal sealed record Part(Member Member, (string Name, string Kind)? Inner = null, Format? Format = null)
{
    public Kind Kind => Inner is { } inner ? Kinds.Of(inner.Kind) : Member.Kind;

    /// <summary>Its name in routes.</summary>
    public string Parameter => Policies.Default.Shown([.. Member.Words, .. Inner is { } inner ? new[] { inner.Name } : []]);

    public static IEnumerable<Part> Of(Member member) => member.Kind.Order is not null ? [new(member)] : member.Kind.Inner.Select(inner => new Part(member, inner));

    public Part Formatted(Dice dice) => Kind.Formats.Count > 0 && dice.OneIn(3) ? this with { Format = dice.Any(Kind.Formats) } : this;

    /// <summary>Its value, unformatted; null if there is none.</summary>
    public JsonNode? Of(JsonObject members) => Member.Of(members) is not { } value ? null : Inner is { } inner ? Shown(value.AsObject(), inner.Name) : value;

    public int Compare(JsonNode a, JsonNode b) => Format?.Compare(a, b) ?? Kind.Order!(a, b);

    public override string ToString() => $"{{{Member.Name}{(Inner is { } inner ? $".{inner.Name}" : "")}{(Format is null ? "" : $":{Format.Text}")}}}";

    /// <summary>The names within are of one word, which policies only begin differently.</summary>
    private static JsonNode? Shown(JsonObject value, string name) => value.First(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
