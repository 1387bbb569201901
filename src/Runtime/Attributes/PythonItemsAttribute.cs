namespace GeekCafe;

/// <summary>
/// Stores a resource as the Python SDK (geek_cafe_saas_sdk on boto3-assist) does, so that both can work on one table: lower-case keys, times as
/// seconds since 1970, <c>deleted_utc_ts</c>, <c>created_by_id</c>, <c>model_name</c>. Only the stored form changes; services, access rules and
/// the API stay. See docs/coming-from-python.md.
/// </summary>
/// <remarks>
/// Its <c>Version</c> is when the item was last modified, in microseconds since 1970, because that is what every save of the Python SDK changes:
/// a write of either side is seen by the other's.
/// </remarks>
/// <example>
/// <code>
/// [Resource("events")]
/// [PythonItems]
/// [PrimaryKey("event#{Id}", "event#{Id}", CrossTenant = true)]
/// [SecondaryIndex("ByTenant", "tenant#{TenantId}", "model#event#ts#{CreatedAt}", Index = "gsi5", Route = "/events")]
/// public partial record Event { public required string Title { get; init; } }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PythonItemsAttribute : Attribute
{
    /// <summary>What its items have in <c>model_name</c>. Default: the record's name in snake_case, as of the class in Python.</summary>
    public string? ModelName { get; set; }
}
