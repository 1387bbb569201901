namespace GeekCafe;

/// <summary>
/// A way to list resources by several members as they are stored, kept in a global secondary index of several key attributes: nothing is
/// joined into a text. An item that lacks one of the attributes is not in the index. Generates <c>List{Name}Async</c>.
/// </summary>
/// <remarks>DynamoDB has such indexes since November 2025 (developer guide, Multi-attribute keys pattern). Local databases cannot query them.</remarks>
/// <param name="name">The name of the access pattern, such as <c>ByRegion</c>.</param>
/// <param name="partition">One to four members; one must be <c>TenantId</c> unless <see cref="CrossTenant"/>.</param>
/// <param name="sort">One to four members, in the order in which they sort.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class CompositeIndexAttribute(string name, string[] partition, string[] sort) : Attribute
{
    /// <summary>The name of the access pattern.</summary>
    public string Name { get; } = name;

    /// <summary>The partition key's members.</summary>
    public IReadOnlyList<string> Partition { get; } = partition;

    /// <summary>The sort key's members.</summary>
    public IReadOnlyList<string> Sort { get; } = sort;

    /// <summary>The physical index. Default: <c>gsi1</c> for a resource's first global index, <c>gsi2</c> for its second, and so on.</summary>
    public string? Index { get; set; }

    /// <summary>A path that lists by this index, such as <c>/regions/{region}/events</c>. Default: none.</summary>
    public string? Route { get; set; }

    /// <summary>The partition holds several tenants on purpose; every row read is still checked against the caller's tenant.</summary>
    public bool CrossTenant { get; set; }

    /// <summary>Which attributes the index holds. Default all. A list is generated only over an index that holds all.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>The members an index with <see cref="IndexProjection.Include"/> holds beside its keys.</summary>
    public string[] Include { get; set; } = [];
}
