using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads a record marked [ItemCollection] into its model, or says what is wrong with it.</summary>
public sealed class ItemCollectionParser(INamedTypeSymbol type, IFindings findings, CancellationToken cancellationToken)
{
    private bool _isValid = true;

    /// <summary>The model, or null if anything is wrong.</summary>
    public static ItemCollectionModel? Parse(INamedTypeSymbol type, IFindings findings, CancellationToken cancellationToken) =>
        new ItemCollectionParser(type, findings, cancellationToken).Parse();

    private ItemCollectionModel? Parse()
    {
        if (type.Find(AttributeNames.ItemCollection) is not { } attribute || !DeclarationChecks.Pass(type, Report)) return null;
        if (DeclarationProblem() is { } problem)
        {
            Report(Rules.UnfitItemCollection, type.Place(), type.Name, problem);
            return null;
        }

        var physical = attribute.Named<string>("Index");
        var parts = new List<CollectedPart>();
        foreach (var member in type.GetMembers())
        {
            if (member is not IPropertySymbol { IsStatic: false, IsImplicitlyDeclared: false, SetMethod: not null } property || !GeneratedNames.IsUsers(property)) continue;
            if (CollectedPart.Parse(type, property, parts, Report, cancellationToken) is { } part) parts.Add(part);
        }

        if (!_isValid) return null;
        if (parts.Count == 0)
        {
            Report(Rules.UnfitItemCollection, type.Place(), type.Name, "it has no member that is a resource: add one, such as 'public IReadOnlyList<Order> Orders { get; init; } = [];'");
            return null;
        }

        var indexes = new List<IndexModel>();
        foreach (var part in parts)
        {
            var index = part.IndexOf(physical);
            if (IndexProblem(part.Resource, index, physical) is { } unfit) Report(Rules.UnfitItemCollection, attribute.NamedLocation("Index"), type.Name, unfit);
            else indexes.Add(index!);
        }

        if (indexes.Count < parts.Count) return null;
        for (var i = 0; i < parts.Count; i++) Compare(parts[0], indexes[0], parts[i], indexes[i]);
        return _isValid ? Model(parts, indexes, physical) with { ByHand = new HandWritten().Add(type, "Reader").Members } : null;
    }

    private string? DeclarationProblem()
    {
        // The compiler refuses the attribute on a struct; nothing is to be generated for it all the same.
        if (type.IsValueType) return "it must be a record class: write 'public partial record'";
        if (type.Find(AttributeNames.Resource) is not null) return "it is a resource itself; declare the collection as a record of its own";
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Parameters.Length == 0) return null;
        }

        return "it has no constructor without parameters: declare its members as properties";
    }

    private static string? IndexProblem(ResourceModel resource, IndexModel? index, string? physical) => index switch
    {
        null => $"'{resource.Record.Name}' has nothing in the index '{physical}'; indexes are named as in the table, such as \"gsi1\"",
        { Kind: IndexKind.Composite } => $"the index '{physical}' has several key attributes, and only those of two texts are read together",
        { CrossTenant: true } => $"the index '{physical}' of '{resource.Record.Name}' crosses tenants",
        { IsListed: false } => $"the index '{physical}' does not hold whole items of '{resource.Record.Name}'",
        { Partition.Shards: > 0 } => $"a partition of '{resource.Record.Name}' is sharded, so no one query reads it",
        _ => null,
    };

    private void Compare(CollectedPart first, IndexModel firstIndex, CollectedPart part, IndexModel index)
    {
        if (PartitionComparison.Difference(firstIndex.Partition, index.Partition) is { } difference)
        {
            Report(Rules.DifferentPartitions, part.Location, type.Name, first.Resource.Record.Name, firstIndex.Partition.Pattern,
                part.Resource.Record.Name, index.Partition.Pattern, difference);
        }

        if (part.IsList) return;
        foreach (var member in index.Sort.Members)
        {
            var isOfPartition = false;
            foreach (var known in index.Partition.Members) isOfPartition |= known.Text == member.Text;
            if (isOfPartition) continue;
            Report(Rules.UnfitCollectionMember, part.Location, type.Name, part.Property,
                $"a partition can hold many of '{part.Resource.Record.Name}', one for each '{member.Text}': make it 'IReadOnlyList<{part.Resource.Record.Name}>'");
            return;
        }
    }

    private ItemCollectionModel Model(List<CollectedPart> parts, List<IndexModel> indexes, string? physical)
    {
        var models = new List<CollectionPartModel>();
        foreach (var part in parts)
        {
            var identity = part.Resource.Identity;
            models.Add(new(part.Property, identity.FullName, identity.Sibling("Service"), part.Resource.ServiceName, part.IsList));
        }

        var prefix = indexes[0].Sort.Prefix;
        foreach (var index in indexes)
        {
            var common = 0;
            while (common < Math.Min(prefix.Length, index.Sort.Prefix.Length) && prefix[common] == index.Sort.Prefix[common]) common++;
            prefix = prefix.Substring(0, common);
        }

        var first = indexes[0];
        var resource = parts[0].Resource;
        var keys = $"{resource.Keys}.{(first.Kind == IndexKind.Local ? "" : first.Name)}PartitionKey";
        return new(TypeIdentity.Of(type), models.ToEquatable(), resource.Identity.FullName, first.Partition, keys,
            physical, physical is null ? "pk" : first.PartitionAttribute, physical is null ? "sk" : first.SortAttribute, prefix);
    }

    private void Report(DiagnosticDescriptor? rule, Location? location, params object[] arguments)
    {
        if (rule is null || rule.DefaultSeverity == DiagnosticSeverity.Error) _isValid = false;
        if (rule is not null) findings.Report(rule, location, arguments);
    }
}
