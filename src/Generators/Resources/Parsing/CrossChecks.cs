using GeekCafe.Generators.Application;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Rules about two resources at once.</summary>
public static class CrossChecks
{
    public static void Run(IEnumerable<(ResourceModel Resource, INamedTypeSymbol Type)> found, IFindings findings)
    {
        var resources = new List<(ResourceModel Resource, INamedTypeSymbol Type)>(found);
        resources.Sort(static (left, right) => string.CompareOrdinal(left.Resource.Identity.MetadataName, right.Resource.Identity.MetadataName));
        for (var i = 0; i < resources.Count; i++)
        {
            for (var j = i + 1; j < resources.Count; j++) Compare(resources[i], resources[j], findings);
        }

        RouteChecks.Run(resources, findings);
        RouteChecks.RunHidden(resources, findings);
        IndexChecks.Run(resources, findings);
    }

    /// <summary>Item collections have a property of the application each, beside those of resources.</summary>
    public static void RunCollections(
        IEnumerable<(ItemCollectionModel Collection, INamedTypeSymbol Type)> collections, IEnumerable<(ResourceModel Resource, INamedTypeSymbol Type)> resources, IFindings findings)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (resource, _) in resources) taken[ResourceSummary.PropertyOf(resource.Name)] = resource.Identity.Name;
        var sorted = new List<(ItemCollectionModel Collection, INamedTypeSymbol Type)>(collections);
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Collection.Identity.MetadataName, right.Collection.Identity.MetadataName));
        foreach (var (collection, type) in sorted)
        {
            var property = CollectionSummary.PropertyOf(collection);
            if (taken.TryGetValue(property, out var other)) findings.Report(Rules.DuplicateCollection, type.Place(), type.ToDisplayString(), other, property);
            else taken.Add(property, type.ToDisplayString());
        }
    }

    private static void Compare((ResourceModel Resource, INamedTypeSymbol Type) one, (ResourceModel Resource, INamedTypeSymbol Type) other, IFindings findings)
    {
        // The application has a property for each: 'order-1' and 'order1' would share one.
        var property = ResourceSummary.PropertyOf(one.Resource.Name);
        if (property == ResourceSummary.PropertyOf(other.Resource.Name))
        {
            findings.Report(Rules.DuplicateName, other.Type.Find(AttributeNames.Resource)?.ArgumentLocation(0),
                one.Resource.Identity.Name, other.Resource.Identity.Name, one.Resource.Name == other.Resource.Name ? one.Resource.Name : property);
        }

        // Of two resources of one model either would read the other's items as its own.
        if (one.Resource.Python is { } python && python == other.Resource.Python)
        {
            var attribute = other.Type.Find(AttributeNames.PythonItems);
            findings.Report(Rules.DuplicateModel, attribute?.NamedSyntax("ModelName")?.GetLocation() ?? attribute?.Location(),
                one.Resource.Identity.Name, other.Resource.Identity.Name, python.ModelName);
        }

        var primary = Overlap(one.Resource.Partition, one.Resource.Sort, other.Resource.Partition, other.Resource.Sort);
        if (primary is not null) Report(static attribute => attribute.Is(AttributeNames.PrimaryKey), primary);

        // Lists of the Python SDK's items ask for one model, and what is stored already cannot have other keys.
        if (one.Resource.Python is not null || other.Resource.Python is not null) return;
        foreach (var index in one.Resource.Indexes)
        {
            foreach (var second in other.Resource.Indexes)
            {
                if (index.Physical != second.Physical || index.Kind == IndexKind.Composite || index.Kind != second.Kind) continue;
                var prefix = Overlap(index.Partition, index.Sort, second.Partition, second.Sort);
                if (prefix is not null) Report(attribute => IndexParser.KindOf(attribute) is not null && attribute.Text(0) == second.Name, prefix);
            }
        }

        void Report(Func<AttributeData, bool> isMeant, string prefix)
        {
            foreach (var attribute in other.Type.GetAttributes())
            {
                if (!isMeant(attribute)) continue;
                findings.Report(Rules.OverlappingSortPrefix, attribute.Location(), other.Resource.Identity.Name, prefix, one.Resource.Identity.Name);
                return;
            }
        }
    }

    /// <summary>The prefix that sort keys of both have, if they can stand in one partition; null if neither list reads the other's items.</summary>
    private static string? Overlap(KeyModel partition, KeyModel sort, KeyModel otherPartition, KeyModel otherSort)
    {
        if (!CanBeEqual(partition.Shape, otherPartition.Shape)) return null;
        var (shorter, longer) = sort.Prefix.Length <= otherSort.Prefix.Length ? (sort.Prefix, otherSort.Prefix) : (otherSort.Prefix, sort.Prefix);
        return longer.StartsWith(shorter, StringComparison.Ordinal) ? shorter : null;
    }

    /// <summary>Whether two shapes can name one partition: part by part equal or a value, since no value holds the separator.</summary>
    private static bool CanBeEqual(string shape, string other)
    {
        var (parts, others) = (shape.Split('#'), other.Split('#'));
        if (parts.Length != others.Length) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            var hasValue = parts[i].IndexOf('*') >= 0 || others[i].IndexOf('*') >= 0;
            if (!hasValue && parts[i] != others[i]) return false;
        }

        return true;
    }
}
