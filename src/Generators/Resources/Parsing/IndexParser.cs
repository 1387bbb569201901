using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the access patterns through secondary indexes.</summary>
public sealed class IndexParser(INamedTypeSymbol type, KeyPatternParser keys, Report report)
{
    public EquatableArray<IndexModel> Parse()
    {
        var indexes = new List<IndexModel>();
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.Is(AttributeNames.SecondaryIndex) && Parse(attribute, indexes) is { } index) indexes.Add(index);
        }

        return indexes.ToEquatable();
    }

    private IndexModel? Parse(AttributeData attribute, List<IndexModel> known)
    {
        if (attribute.ConstructorArguments.Length < 3)
        {
            report(null, null);
            return null;
        }

        var name = attribute.Text(0);
        var partition = keys.Parse(attribute, 1, isPrimary: false);
        var sort = keys.Parse(attribute, 2, isPrimary: false);
        if (partition is null || sort is null) return null;

        var crossTenant = attribute.Named<bool>("CrossTenant");
        if (!crossTenant && !KeyPatternParser.HoldsTenant(partition)) report(Rules.IndexWithoutTenant, attribute.ArgumentLocation(1), type.Name, name);

        var physical = attribute.Named<string>("Index") ?? "gsi" + CSharp.Literal(known.Count + 1);
        if (known.Exists(index => index.Name == name)) report(Rules.DuplicateIndex, attribute.Location(), type.Name, "name", name);
        if (known.Exists(index => index.Physical == physical)) report(Rules.DuplicateIndex, attribute.Location(), type.Name, "slot", physical);
        if (!IsIdentifier(name)) report(Rules.InvalidName, attribute.ArgumentLocation(0), name, "index name", type.Name, "it becomes part of a method's name, such as 'ByOwner'");
        if (!IsIdentifier(physical)) report(Rules.InvalidName, attribute.NamedLocation("Index"), physical, "physical index", type.Name, "it must be letters, digits and '_', such as 'gsi1'");

        var route = attribute.Named<string>("Route");
        CheckRoute(attribute, route, partition);
        return new IndexModel(name, physical, partition, sort, route, crossTenant);
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
