namespace GeekCafe;

/// <summary>
/// Makes a <c>partial record</c> a resource: system members, DynamoDB mapping, input types, a service and HTTP operations are generated.
/// </summary>
/// <param name="name">The collection's name, plural and in lower case: the path <c>/events</c>, the operations <c>events.create</c>.</param>
/// <example>
/// <code>
/// [Resource("events")]
/// [PrimaryKey("TENANT#{TenantId}", "EVENT#{Id}")]
/// public partial record Event { public required string Title { get; init; } }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResourceAttribute(string name) : Attribute
{
    /// <summary>The collection's name.</summary>
    public string Name { get; } = name;

    /// <summary>The path of the collection. Default: a slash and the name. Parameters in braces name members of the primary key.</summary>
    public string? Route { get; set; }

    /// <summary>
    /// Days after which a deleted resource can no longer be restored and is removed for good, by DynamoDB's Time to Live. Default 0: never.
    /// </summary>
    public int PurgeAfterDays { get; set; }

    /// <summary>
    /// The operations that have routes; the service has all of them. Default: all. Batches and lists belong to <see cref="Operation.Create"/> and
    /// <see cref="Operation.Read"/>, patch and replace to <see cref="Operation.Update"/>.
    /// </summary>
    public Operation Http { get; set; } = Operation.All;
}
