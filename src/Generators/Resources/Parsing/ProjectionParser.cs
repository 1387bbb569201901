using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads which attributes an index holds beside its keys.</summary>
internal sealed class ProjectionParser(INamedTypeSymbol type, EquatableArray<MemberModel> members, Report report)
{
    /// <summary>What a reader needs to tell whose an item is, what it is, and whether it is deleted.</summary>
    private static readonly string[] Always = ["_type", "tenant_id", "deleted_at"];

    public IndexModel Parse(AttributeData attribute, IndexModel index)
    {
        var projection = (Projection)attribute.Named<int>("Projection");
        var names = AttributeTexts.Of(attribute, "Include");
        var include = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var found = new KeyMembers(type, members, []).Find(name, out var nearest);
            if (found is null or { IsComputed: true }) report(Rules.UnknownKeyMember, attribute.NamedLocation("Include"), type.Name, name, Misspelling.Advice(nearest), nearest);
            else include.Add(Attribute(found.Name));
        }

        if (projection == Projection.Include) include.UnionWith(Always);
        if (Problem(index, projection, names.Count) is { } problem) report(Rules.InvalidIndex, attribute.NamedLocation(problem.Argument), type.Name, index.Name, problem.Text);

        // DynamoDB holds keys anyway, and takes no attribute twice.
        include.ExceptWith(["pk", "sk", .. Names(index.ToPhysical())]);
        return index with { Projection = projection, Include = projection == Projection.Include ? [.. include] : [] };
    }

    private static (string Argument, string Text)? Problem(IndexModel index, Projection projection, int names) => projection switch
    {
        Projection.Include when names == 0 => ("Projection", "Include names the members it holds, and there are none"),
        not Projection.Include when names > 0 => ("Include", "Include has a meaning only with Projection = IndexProjection.Include"),
        Projection.KeysOnly when index.Kind == IndexKind.Composite => ("Projection", "with its keys alone, deleted resources could not be told from others; use IndexProjection.Include"),
        not Projection.All when index.Route is not null => ("Route", "a list shows whole resources, and the index does not hold them; remove the route or the projection"),
        _ => null,
    };

    private static IEnumerable<string> Names(PhysicalIndex index)
    {
        foreach (var key in index.Partition) yield return key.Attribute;
        foreach (var key in index.Sort) yield return key.Attribute;
    }

    private string Attribute(string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name) return member.Attribute;
        }

        return name;
    }
}
