using GeekCafe.Generators.ByHand;
using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>A record that is read with one query of a partition that several resources share.</summary>
/// <param name="Identity">The record.</param>
/// <param name="Parts">Its members that are resources.</param>
/// <param name="Resource">The first resource in full: its keys make the partition's text.</param>
/// <param name="Partition">The partition key as the first resource has it.</param>
/// <param name="PartitionKey">The method that makes the partition's text, in full.</param>
/// <param name="Index">The physical index, or null for the table.</param>
/// <param name="PartitionAttribute">The partition key attribute.</param>
/// <param name="SortAttribute">The sort key attribute.</param>
/// <param name="SortPrefix">What the sort keys of all parts begin with; may be empty.</param>
public sealed record ItemCollectionModel(
    TypeIdentity Identity, EquatableArray<CollectionPartModel> Parts, string Resource, KeyModel Partition, string PartitionKey,
    string? Index, string PartitionAttribute, string SortAttribute, string SortPrefix)
{
    public string Name => CSharp.Identifier(Identity.Name);

    /// <summary>What users wrote of what is generated for it.</summary>
    public EquatableArray<MemberSignature> ByHand { get; init; } = [];
}

/// <summary>A member of an item collection.</summary>
/// <param name="Member">The property.</param>
/// <param name="Resource">The resource in full.</param>
/// <param name="Service">Its service in full.</param>
/// <param name="ServiceName">The service's name.</param>
/// <param name="IsList">Whether it takes all items of the resource, or the one that a partition has.</param>
public sealed record CollectionPartModel(string Member, string Resource, string Service, string ServiceName, bool IsList)
{
    /// <summary>The local that takes the items.</summary>
    public string Local => Naming.Camel(Member) + "Part";

    /// <summary>The parameter that takes the service.</summary>
    public string ServiceLocal => Naming.Camel(ServiceName);
}
