using System.Text;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>A random resource: what is declared, and what that promises.</summary>
internal sealed record Spec(string Name, IReadOnlyList<Member> Members, IReadOnlyList<Member> Computed, IReadOnlyList<Member> Key, IReadOnlyList<Index> Indexes)
{
    /// <summary>Whether the service makes its identity.</summary>
    public bool HasOwnId => Key.Count == 0;

    public string Route => "/" + Name.ToLowerInvariant() + "s";

    private string Identity => HasOwnId ? "{Id}" : string.Join("#", Key.Select(static member => $"{{{member.Name}}}"));

    public static Spec Make(Dice dice, int number)
    {
        var members = Enumerable.Range(0, dice.Next(2, 9)).Select(i => Member.Make(dice, i)).ToList();
        List<Member> key = dice.OneIn(2) ? [] : [.. Enumerable.Range(members.Count, dice.Next(1, 3)).Select(i => Member.Keyed(dice, i))];
        members.AddRange(key);
        var texts = members.Where(static member => member is { Kind.Type: "string", IsHidden: false }).ToList();
        List<Member> computed = texts.Count == 0 ? [] : [Member.Computed(dice, members.Count, dice.Any(texts))];
        List<Member> indexed = [.. members, .. computed];
        var indexes = new List<Index>();
        if (indexed.Any(static member => Part.Of(member).Any(static part => part.Kind.IsInPaths)))
        {
            indexes.AddRange(Enumerable.Range(0, dice.Next(0, 3)).Select(i => Index.Make(dice, $"By{i}", isLocal: false, indexed)));
        }

        indexes.AddRange(Enumerable.Range(0, dice.Next(0, 3)).Select(i => Index.Make(dice, $"Local{i}", isLocal: true, indexed)));
        return new Spec($"Thing{number}", members, computed, key, indexes);
    }

    /// <summary>Where an index is listed, without the values it is listed by.</summary>
    public string RouteOf(Index index) => $"{Route}-{index.Name.ToLowerInvariant()}";

    /// <summary>The declaration.</summary>
    public override string ToString()
    {
        var mark = Name.ToUpperInvariant();
        var source = new StringBuilder();
        source.AppendLine($"[Resource(\"{Route[1..]}\")]");
        source.AppendLine($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"{mark}#{Identity}\")]");
        foreach (var index in Indexes) source.AppendLine(index.Declaration(mark, Identity, RouteOf(index)));
        source.AppendLine($"public partial record {Name}").AppendLine("{");
        foreach (var member in Members.Concat(Computed)) source.AppendLine($"    {member}");
        return source.AppendLine("}").ToString();
    }
}
