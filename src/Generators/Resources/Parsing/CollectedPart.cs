using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>A member of an item collection while that is parsed.</summary>
internal sealed class CollectedPart(string property, ResourceModel resource, bool isList, Location? location)
{
    /// <summary>The lists that a list of items fits into without a copy.</summary>
    private static readonly string[] Lists = ["IReadOnlyList`1", "IReadOnlyCollection`1", "IEnumerable`1"];

    public string Property { get; } = property;

    public ResourceModel Resource { get; } = resource;

    /// <summary>Whether it takes all items of the resource, or the one that a partition has.</summary>
    public bool IsList { get; } = isList;

    public Location? Location { get; } = location;

    /// <summary>The access pattern in an index of the table; the table's own where no index is named. Null if there is none.</summary>
    public IndexModel? IndexOf(string? physical)
    {
        if (physical is null) return Resource.Primary;
        foreach (var index in Resource.Indexes)
        {
            if (index.Physical == physical) return index;
        }

        return null;
    }

    /// <summary>Reads a member; null if it is none, or if its resource has mistakes, which are told there.</summary>
    public static CollectedPart? Parse(INamedTypeSymbol type, IPropertySymbol property, List<CollectedPart> others, Report report, CancellationToken cancellationToken)
    {
        var isList = property.Type is INamedTypeSymbol { TypeArguments.Length: 1 } list && Array.IndexOf(Lists, list.OriginalDefinition.MetadataName) >= 0;
        var item = isList ? ((INamedTypeSymbol)property.Type).TypeArguments[0] as INamedTypeSymbol : property.Type as INamedTypeSymbol;
        var problem = Problem(type, property, item, isList, others);
        if (problem is not null) report(Rules.UnfitCollectionMember, property.Place(), type.Name, property.Name, problem);
        if (problem is not null || ResourceParser.Parse(item!, Silence.Instance, cancellationToken) is not { } resource)
        {
            if (problem is null) report(null, null);
            return null;
        }

        if (resource.Python is not null)
        {
            report(Rules.UnfitCollectionMember, property.Place(), type.Name, property.Name, "its items are those of the Python SDK, which are marked in another way");
            return null;
        }

        return new(property.Name, resource, isList, property.Place());
    }

    private static string? Problem(INamedTypeSymbol type, IPropertySymbol property, INamedTypeSymbol? item, bool isList, List<CollectedPart> others)
    {
        if (property.Name is "Cursor" or "IsComplete") return "the generated part of the record has a member of that name";
        if (item?.Find(AttributeNames.Resource) is null || !SymbolEqualityComparer.Default.Equals(item.ContainingAssembly, type.ContainingAssembly))
        {
            return "it is neither a resource of this project nor an IReadOnlyList of one; compute it with '=>', or remove it";
        }

        if (!isList && property.NullableAnnotation != NullableAnnotation.Annotated) return $"there may be none that the caller may see: make it '{item.Name}?'";
        if (isList && property.NullableAnnotation == NullableAnnotation.Annotated) return $"a list is never null: make it 'IReadOnlyList<{item.Name}>'";
        foreach (var other in others)
        {
            if (other.Resource.Identity.Name == item.Name) return $"'{other.Property}' already takes the items of type '{item.Name}'";
        }

        return null;
    }
}
