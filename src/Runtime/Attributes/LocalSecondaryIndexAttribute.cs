namespace GeekCafe;

/// <summary>
/// Another order of the resources in one partition of the table: a sort key pattern as in <see cref="PrimaryKeyAttribute"/>, kept in a local
/// secondary index. An item of which a placeholder is null or empty is not in the index. Generates <c>List{Name}Async</c>.
/// </summary>
/// <remarks>
/// Such an index can only be made together with the table, a table has at most five, and where there is one, all items of a partition may
/// take 10 GB together (developer guide, Local secondary indexes). It can be read consistently.
/// </remarks>
/// <param name="name">The name of the access pattern, such as <c>ByTitle</c>.</param>
/// <param name="sort">The index sort key's pattern.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class LocalSecondaryIndexAttribute(string name, string sort) : Attribute
{
    /// <summary>The name of the access pattern.</summary>
    public string Name { get; } = name;

    /// <summary>The sort key's pattern.</summary>
    public string Sort { get; } = sort;

    /// <summary>The physical index. Default: <c>lsi1</c> for a resource's first, <c>lsi2</c> for its second, and so on.</summary>
    public string? Index { get; set; }

    /// <summary>A path that lists by this index, such as <c>/events-by-title</c>. Default: none.</summary>
    public string? Route { get; set; }

    /// <summary>Which attributes the index holds. Default all. A list is generated only over an index that holds all.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>The members an index with <see cref="IndexProjection.Include"/> holds beside its keys.</summary>
    public string[] Include { get; set; } = [];
}
