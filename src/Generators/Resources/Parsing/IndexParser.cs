using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the access patterns through secondary indexes.</summary>
/// <param name="type">The resource.</param>
/// <param name="keys">Reads patterns.</param>
/// <param name="members">The resource's members.</param>
/// <param name="primary">The table's partition key, which local indexes share; null if it cannot be read.</param>
/// <param name="report">Says what is wrong.</param>
public sealed class IndexParser(INamedTypeSymbol type, KeyPatternParser keys, EquatableArray<MemberModel> members, KeyModel? primary, Report report)
{
    public EquatableArray<IndexModel> Parse()
    {
        var indexes = new List<IndexModel>();
        foreach (var attribute in type.GetAttributes())
        {
            if (KindOf(attribute) is { } kind && Parse(attribute, kind, indexes) is { } index) indexes.Add(index);
        }

        return indexes.ToEquatable();
    }

    /// <summary>The kind of index an attribute declares; null if it declares none.</summary>
    public static IndexKind? KindOf(AttributeData attribute) =>
        attribute.Is(AttributeNames.SecondaryIndex) ? IndexKind.Global
        : attribute.Is(AttributeNames.LocalSecondaryIndex) ? IndexKind.Local
        : attribute.Is(AttributeNames.CompositeIndex) ? IndexKind.Composite : null;

    private IndexModel? Parse(AttributeData attribute, IndexKind kind, List<IndexModel> known)
    {
        if (attribute.ConstructorArguments.Length < (kind == IndexKind.Local ? 2 : 3))
        {
            report(null, null);
            return null;
        }

        var name = attribute.Text(0);
        var (partition, sort) = kind switch
        {
            IndexKind.Local => (primary, keys.Parse(attribute, 1, isPrimary: false)),
            IndexKind.Global => (new ShardParser(type, report).Parse(attribute, keys.Parse(attribute, 1, isPrimary: false)), keys.Parse(attribute, 2, isPrimary: false)),
            _ => new CompositeKeyParser(type, members, report).Parse(attribute, name),
        };
        if (partition is null || sort is null) return null;

        var crossTenant = attribute.Named<bool>("CrossTenant");
        if (kind != IndexKind.Local && !crossTenant && !KeyPatternParser.HoldsTenant(partition)) report(Rules.IndexWithoutTenant, attribute.ArgumentLocation(1), type.Name, name);

        var physical = attribute.Named<string>("Index") ?? Slot(kind, known);
        if (known.Exists(index => index.Name == name)) report(Rules.DuplicateIndex, attribute.Location(), type.Name, "name", name);
        if (known.Exists(index => index.Physical == physical)) report(Rules.DuplicateIndex, attribute.Location(), type.Name, "slot", physical);
        if (!IsIdentifier(name)) report(Rules.InvalidName, attribute.ArgumentLocation(0), name, "index name", type.Name, "it becomes part of a method's name, such as 'ByOwner'");
        if (!IsIdentifier(physical)) report(Rules.InvalidName, attribute.NamedLocation("Index"), physical, "physical index", type.Name, "it must be letters, digits and '_', such as 'gsi1'");

        var index = new IndexModel(name, physical, partition, sort, attribute.Named<string>("Route"), crossTenant) { Kind = kind };
        CheckAttributes(attribute, index);
        CheckRoute(attribute, index.Route, partition);
        return new ProjectionParser(type, members, report).Parse(attribute, index);
    }

    /// <summary>The next free one: global and local indexes are counted apart.</summary>
    private static string Slot(IndexKind kind, List<IndexModel> known)
    {
        var number = known.FindAll(index => index.Kind == IndexKind.Local == (kind == IndexKind.Local)).Count + 1;
        return (kind == IndexKind.Local ? "lsi" : "gsi") + CSharp.Literal(number);
    }

    /// <summary>The index's own attributes must not be those of a member.</summary>
    private void CheckAttributes(AttributeData attribute, IndexModel index)
    {
        if (index.Kind == IndexKind.Composite) return;
        foreach (var member in members)
        {
            if (member.Attribute != index.SortAttribute && (member.Attribute != index.PartitionAttribute || index.Kind == IndexKind.Local)) continue;
            report(Rules.InvalidIndex, attribute.Location(), type.Name, index.Name, $"its key would be stored as '{member.Attribute}', as '{member.Name}' is; choose another Index");
        }
    }

    /// <summary>A route must give every value of the partition, and nothing else.</summary>
    private void CheckRoute(AttributeData attribute, string? route, KeyModel partition)
    {
        if (route is null) return;
        var problem = Routes.Problem(route);
        var parameters = Routes.Parameters(route);
        foreach (var member in partition.Members)
        {
            if (member.Text != "TenantId" && !Contains(parameters, Naming.Camel(member.Text)))
            {
                problem ??= $"it has no parameter {{{Naming.Camel(member.Text)}}} for the partition key";
            }

            if (member.EnumNames.Length > 0) problem ??= $"a path cannot give '{member.Text}', which is an enum; list by it in a service";
            if (member.TypeName == "byte[]") problem ??= $"a path cannot give '{member.Text}', which is bytes; list by it in a service";
        }

        foreach (var parameter in parameters)
        {
            var isMember = false;
            foreach (var member in partition.Members) isMember |= Naming.Camel(member.Text) == parameter && member.Text != "TenantId";
            if (!isMember) problem ??= $"the partition key has no member for its parameter {{{parameter}}}";
        }

        if (problem is not null) report(Rules.InvalidName, attribute.NamedLocation("Route"), route, "route", type.Name, problem);
    }

    private static bool Contains(IReadOnlyList<string> names, string name)
    {
        foreach (var known in names)
        {
            if (known == name) return true;
        }

        return false;
    }

    private static bool IsIdentifier(string name) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name);
}
