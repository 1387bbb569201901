namespace GeekCafe;

/// <summary>
/// The patterns of a resource's partition and sort key: literal text and <c>{Member}</c> or <c>{Member:format}</c> placeholders, separated
/// by <c>#</c>. A placeholder is a member's name or its attribute's name. The partition pattern must hold <c>{TenantId}</c>.
/// </summary>
/// <param name="partition">Such as <c>TENANT#{TenantId}</c>.</param>
/// <param name="sort">Such as <c>EVENT#{Id}</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PrimaryKeyAttribute(string partition, string sort) : Attribute
{
    /// <summary>The partition key's pattern.</summary>
    public string Partition { get; } = partition;

    /// <summary>The sort key's pattern.</summary>
    public string Sort { get; } = sort;

    /// <summary>
    /// The key holds no tenant, because the Python SDK's do not: only for resources marked <see cref="PythonItemsAttribute"/>. Each item is compared
    /// with the caller's tenant when it is read, and when it is written.
    /// </summary>
    public bool CrossTenant { get; set; }

    /// <summary>
    /// How many partitions of DynamoDB a partition is spread over, 2 to 100; the default, 0, keeps it in one. For tenants that write more than
    /// 1,000 or read more than 3,000 units a second. A list asks all shards. See docs/shards.md before changing it on a table that holds items.
    /// </summary>
    public int Shards { get; set; }
}
