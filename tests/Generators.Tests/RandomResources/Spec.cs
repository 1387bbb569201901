using System.Text;

namespace GeekCafe.Generators.Tests.RandomResources;

/// <summary>A random resource: what is declared, and what that promises.</summary>
internal sealed record Spec(string Name, IReadOnlyList<Member> Members, IReadOnlyList<Member> Key, IReadOnlyList<Index> Indexes)
{
    /// <summary>Whether the service makes its identity.</summary>
    public bool HasOwnId => Key.Count == 0;

    public string Route => "/" + Name.ToLowerInvariant() + "s";

    public static Spec Make(Random random, int number)
    {
        var name = $"Thing{number}";
        var members = Enumerable.Range(0, random.Next(2, 9)).Select(i => Member.Make(random, i)).ToList();
        List<Member> key = [];
        if (random.Next(2) == 0)
        {
            key = [.. Enumerable.Range(members.Count, random.Next(1, 3)).Select(i => Member.Keyed(random, i))];
            members.AddRange(key);
        }

        // A route holds the value to list by, and an empty one has no place there.
        var keyed = members.Where(static member => member.Kind.Order is not null).ToList();
        var indexes = new List<Index>();
        for (var i = 0; i < random.Next(0, 3) && keyed.Count > 0; i++)
        {
            indexes.Add(new Index($"By{i}", keyed[random.Next(keyed.Count)], random.Next(2) == 0 ? null : keyed[random.Next(keyed.Count)]));
        }

        return new Spec(name, members, key, indexes);
    }

    /// <summary>The declaration.</summary>
    public override string ToString()
    {
        var mark = Name.ToUpperInvariant();
        var identity = HasOwnId ? "{Id}" : string.Join("#", Key.Select(static member => $"{{{member.Name}}}"));
        var source = new StringBuilder();
        source.AppendLine($"[Resource(\"{Route[1..]}\")]");
        source.AppendLine($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"{mark}#{identity}\")]");
        foreach (var index in Indexes)
        {
            var sort = index.Sort is { } member ? $"{{{member.Name}}}#{identity}" : identity;
            source.AppendLine($"[SecondaryIndex(\"{index.Name}\", \"TENANT#{{TenantId}}#{mark}-{index.Name}#{{{index.By.Name}}}\", \"{sort}\", Route = \"{Route}-{index.Name.ToLowerInvariant()}/{{{index.By.ApiName}}}\")]");
        }

        source.AppendLine($"public partial record {Name}").AppendLine("{");
        foreach (var member in Members) source.AppendLine($"    {member}");
        return source.AppendLine("}").ToString();
    }
}

/// <summary>A member of it.</summary>
internal sealed record Member(string Name, Kind Kind, bool IsNullable)
{
    public string ApiName => char.ToLowerInvariant(Name[0]) + Name[1..];

    public static Member Make(Random random, int number) => new($"M{number}", Kind.All[random.Next(Kind.All.Count)], random.Next(2) == 0);

    public static Member Keyed(Random random, int number)
    {
        var kinds = Kind.All.Where(static kind => kind.Order is not null).ToList();
        return new($"M{number}", kinds[random.Next(kinds.Count)], IsNullable: false);
    }

    public override string ToString() => $"public {(IsNullable ? "" : "required ")}{Kind.Type}{(IsNullable ? "?" : "")} {Name} {{ get; init; }}";
}

/// <summary>An index of it: by the value of a member, ordered by another and the identity, or the identity alone.</summary>
internal sealed record Index(string Name, Member By, Member? Sort);
