namespace GeekCafe;

/// <summary>
/// A way to list resources by other members: patterns as in <see cref="PrimaryKeyAttribute"/>, kept in a global secondary index. An item of
/// which a placeholder is null or empty is not in the index. Generates <c>List{Name}Async</c>.
/// </summary>
/// <param name="name">The name of the access pattern, such as <c>ByOwner</c>.</param>
/// <param name="partition">The index partition key's pattern; must hold <c>{TenantId}</c> unless <see cref="CrossTenant"/>.</param>
/// <param name="sort">The index sort key's pattern.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class SecondaryIndexAttribute(string name, string partition, string sort) : Attribute
{
    /// <summary>The name of the access pattern.</summary>
    public string Name { get; } = name;

    /// <summary>The partition key's pattern.</summary>
    public string Partition { get; } = partition;

    /// <summary>The sort key's pattern.</summary>
    public string Sort { get; } = sort;

    /// <summary>The physical index. Default: <c>gsi1</c> for a resource's first, <c>gsi2</c> for its second, and so on.</summary>
    public string? Index { get; set; }

    /// <summary>A path that lists by this index, such as <c>/users/{ownerId}/events</c>. Default: none.</summary>
    public string? Route { get; set; }

    /// <summary>The partition holds several tenants on purpose; every row read is still checked against the caller's tenant.</summary>
    public bool CrossTenant { get; set; }

    /// <summary>
    /// How many partitions a partition of the index is spread over, as in <see cref="PrimaryKeyAttribute.Shards"/>. An index that cannot keep up
    /// slows the table's writes down too.
    /// </summary>
    public int Shards { get; set; }

    /// <summary>Which attributes the index holds. Default all. A list is generated only over an index that holds all.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>The members an index with <see cref="IndexProjection.Include"/> holds beside its keys.</summary>
    public string[] Include { get; set; } = [];
}
