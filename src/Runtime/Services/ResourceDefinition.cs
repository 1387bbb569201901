using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>Names that services need of a resource; written by the generator.</summary>
/// <param name="Name">The collection's name in paths and operations, such as <c>events</c>.</param>
/// <param name="TypeName">The marker stored with each item, in <c>_type</c> such as <c>Event</c>. ASCII letters and digits; in other formats <c>_</c> and <c>-</c> too.</param>
/// <param name="PartitionKey">The table's partition key attribute.</param>
/// <param name="SortKey">The table's sort key attribute.</param>
public sealed record ResourceDefinition(string Name, string TypeName, string PartitionKey, string SortKey)
{
    /// <summary>The indexes the resource has keys for: their lengths are checked before a write. Default none.</summary>
    public IReadOnlyList<IndexDefinition> Indexes { get; init; } = [];

    /// <summary>How items are marked and found. Default: as everything here is.</summary>
    public ItemFormat Format { get; init; }

    /// <summary>The attributes by which.</summary>
    internal ItemNames Names => Format == ItemFormat.Python ? ItemNames.Python : ItemNames.Default;

    /// <summary>Whether items can expire: one that has, but is not removed yet, is not in the way of a new one. Default no.</summary>
    public bool Expires { get; init; }

    /// <summary>Whether each write is noted in the audit trail. Default no.</summary>
    public bool IsAudited { get; init; }

    /// <summary>Attributes whose values the audit trail does not keep. Default none.</summary>
    public IReadOnlyList<string> AuditedByNameOnly { get; init; } = [];
}
