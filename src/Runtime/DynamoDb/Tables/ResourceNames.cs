using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>A resource's attribute names in the form they have in JSON, made once for each type.</summary>
internal static class ResourceNames<T> where T : class, IResource<T>
{
    public static readonly byte[] PartitionKey = ItemJson.Quoted(T.Definition.PartitionKey);
    public static readonly byte[] SortKey = ItemJson.Quoted(T.Definition.SortKey);

    /// <summary>The keys of indexes, each with its limit in bytes.</summary>
    public static readonly (byte[] Name, int MaxBytes)[] IndexKeys =
    [
        .. T.Definition.Indexes.Select(static index => (ItemJson.Quoted(index.PartitionKey), ItemKey.MaxPartitionBytes)),
        .. T.Definition.Indexes.Select(static index => (ItemJson.Quoted(index.SortKey), ItemKey.MaxSortBytes)),
    ];

    /// <summary>The attribute that says what type an item is, as it stands in compact JSON.</summary>
    public static readonly byte[] TypeMark = Encoding.UTF8.GetBytes($$"""{{Encoding.UTF8.GetString(AttributeNames.Type)}}:{"S":"{{T.Definition.TypeName}}"}""");
}

/// <summary>Service attributes' names in the form they have in JSON.</summary>
internal static class AttributeNames
{
    public static readonly byte[] Type = ItemJson.Quoted(ServiceAttributes.Type);
    public static readonly byte[] WriteToken = ItemJson.Quoted(ServiceAttributes.WriteToken);
    public static readonly byte[] BodyHash = ItemJson.Quoted(ServiceAttributes.BodyHash);
    public static readonly byte[] TenantId = ItemJson.Quoted(ServiceAttributes.TenantId);
    public static readonly byte[] Version = ItemJson.Quoted(ServiceAttributes.Version);
    public static readonly byte[] DeletedAt = ItemJson.Quoted(ServiceAttributes.DeletedAt);
}
