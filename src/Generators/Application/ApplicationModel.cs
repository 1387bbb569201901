using System.Collections.Immutable;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Application;

/// <summary>What the application needs to know of a resource.</summary>
/// <param name="Property">The service's property, such as <c>Events</c>.</param>
/// <param name="Service">The service's type.</param>
/// <param name="Handlers">The handlers' type; empty if it has no operations.</param>
/// <param name="IsPublic">Whether other assemblies may see it.</param>
/// <param name="Indexes">Physical indexes.</param>
/// <param name="Expires">Whether its items can expire.</param>
/// <param name="Listens">Whether its service wants to know of changes.</param>
internal sealed record ResourceSummary(
    string Property, string Service, string Handlers, bool IsPublic, EquatableArray<PhysicalIndex> Indexes, bool Expires, bool Listens)
{
    /// <summary>The type of its jobs; empty if it has none.</summary>
    public string Jobs { get; init; } = "";

    /// <summary>Its name, such as <c>events</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The names of its operations, such as <c>create</c>.</summary>
    public EquatableArray<string> Operations { get; init; } = [];

    /// <summary>Its parameter: only the first letter is lowered, so that properties that differ have parameters that do.</summary>
    public string Local => CSharp.Identifier(char.ToLowerInvariant(Property[0]) + Property.Substring(1));

    public static ResourceSummary Of(ResourceModel resource)
    {
        var indexes = new List<PhysicalIndex>();
        foreach (var index in resource.Indexes) indexes.Add(index.ToPhysical());
        var operations = new List<string>();
        foreach (var operation in OperationModel.Of(resource)) operations.Add(operation.Name);
        return new(PropertyOf(resource.Name), resource.Identity.Sibling("Service"), operations.Count > 0 ? resource.Identity.Sibling("Handlers") : "",
            resource.Identity.IsPublic, indexes.ToEquatable(), resource.Expiry.Expires, resource.Listens)
        {
            Name = resource.Name,
            Operations = operations.ToEquatable(),
            Jobs = resource.Jobs.Count > 0 ? resource.Identity.Sibling("Jobs") : "",
        };
    }

    /// <summary>The property of a resource of this name: <c>OrderLines</c> for <c>order-lines</c>.</summary>
    public static string PropertyOf(string name)
    {
        var text = new System.Text.StringBuilder();
        foreach (var word in name.Split('-'))
        {
            if (word.Length > 0) text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return text.ToString();
    }
}

/// <summary>All resources of an assembly, ordered by name.</summary>
internal sealed record ApplicationModel(
    AssemblyFacts Facts, EquatableArray<ResourceSummary> Resources, EquatableArray<CollectionSummary> Collections, EquatableArray<PhysicalIndex> Indexes)
{
    public string Name => Facts.Name;

    /// <summary>Whether items of any resource can expire; markers of changes do.</summary>
    public bool Expires => Any(static resource => resource.Expires || resource.Listens);

    /// <summary>Whether any service wants to know of changes.</summary>
    public bool Listens => Any(static resource => resource.Listens);

    /// <summary>Whether any resource has a job.</summary>
    public bool HasJobs
    {
        get
        {
            foreach (var resource in Resources)
            {
                if (resource.Jobs.Length > 0) return true;
            }

            return false;
        }
    }

    public string Accessibility
    {
        get
        {
            foreach (var resource in Resources)
            {
                if (!resource.IsPublic) return "internal";
            }

            foreach (var collection in Collections)
            {
                if (!collection.IsPublic) return "internal";
            }

            return "public";
        }
    }

    public static ApplicationModel Of(ImmutableArray<ResourceSummary> all, ImmutableArray<CollectionSummary> allCollections, AssemblyFacts facts)
    {
        var resources = new List<ResourceSummary>(Distinct.By(all, static resource => resource.Property));
        resources.Sort(static (left, right) => string.CompareOrdinal(left.Property, right.Property));
        var indexes = new List<PhysicalIndex>();
        foreach (var resource in resources) indexes.AddRange(resource.Indexes);
        var collections = new List<CollectionSummary>(Distinct.By(allCollections, static collection => collection.Property));
        collections.RemoveAll(collection => resources.Exists(resource => resource.Property == collection.Property));
        collections.Sort(static (left, right) => string.CompareOrdinal(left.Property, right.Property));
        return new(facts, resources.ToEquatable(), collections.ToEquatable(), PhysicalIndex.Merge(indexes));
    }

    private bool Any(Func<ResourceSummary, bool> condition)
    {
        foreach (var resource in Resources)
        {
            if (condition(resource)) return true;
        }

        return false;
    }
}
