using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Application;

/// <summary>What the application needs to know of an item collection.</summary>
/// <param name="Property">The reader's property, such as <c>OrderDetailsReader</c>.</param>
/// <param name="Reader">The reader's type.</param>
/// <param name="Services">The services it takes, in full.</param>
/// <param name="IsPublic">Whether other assemblies may see it.</param>
internal sealed record CollectionSummary(string Property, string Reader, EquatableArray<string> Services, bool IsPublic)
{
    /// <summary>Its parameter.</summary>
    public string Local => CSharp.Identifier(char.ToLowerInvariant(Property[0]) + Property.Substring(1));

    /// <summary>The property of a collection's reader.</summary>
    public static string PropertyOf(ItemCollectionModel collection) => collection.Identity.Name + "Reader";

    public static CollectionSummary Of(ItemCollectionModel collection)
    {
        var services = new List<string>();
        foreach (var part in collection.Parts) services.Add(part.Service);
        return new(PropertyOf(collection), collection.Identity.Sibling("Reader"), services.ToEquatable(), collection.Identity.IsPublic);
    }
}
