namespace GeekCafe.DynamoDb;

/// <summary>Names of attributes that services read or write themselves. Records never map a member to one that begins with an underscore.</summary>
internal static class ServiceAttributes
{
    /// <summary>The resource's type name: tells apart what shares a partition.</summary>
    public const string Type = "_type";

    /// <summary>The token of the write that last changed the item: by it a repeated write recognises its own effect.</summary>
    public const string WriteToken = "_rid";

    /// <summary>A hash of what an idempotent create was asked to store.</summary>
    public const string BodyHash = "_idem";

    /// <summary>The version of the item's form; absent is 1.</summary>
    public const string SchemaVersion = "_v";

    /// <summary>The type of markers of unique values. No resource's, for those are letters and digits.</summary>
    public const string UniqueType = "_unique";

    /// <summary>The partition key of the resource that holds a unique value.</summary>
    public const string OwnerPartition = "owner_pk";

    /// <summary>The sort key of the resource that holds a unique value.</summary>
    public const string OwnerSort = "owner_sk";

    public const string TenantId = "tenant_id";
    public const string Version = "version";
    public const string DeletedAt = "deleted_at";
}
