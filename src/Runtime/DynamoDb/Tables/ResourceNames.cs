using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>A resource's attribute names in the form they have in JSON, made once for each type.</summary>
internal static class ResourceNames<T> where T : class, IResource<T>
{
    public static readonly byte[] PartitionKey = ItemJson.Quoted(T.Definition.PartitionKey);
    public static readonly byte[] SortKey = ItemJson.Quoted(T.Definition.SortKey);

    /// <summary>The keys of indexes that are one attribute, each with its limit in bytes.</summary>
    public static readonly (byte[] Name, int MaxBytes)[] IndexKeys =
        [.. Keys.Where(static key => key.Attributes.Count == 1).Select(static key => (ItemJson.Quoted(key.Attributes[0].Name), key.MaxBytes))];

    /// <summary>The keys of indexes that are several attributes, each with its limit in bytes.</summary>
    public static readonly (byte[][] Names, int MaxBytes)[] CompositeKeys =
        [.. Keys.Where(static key => key.Attributes.Count > 1).Select(static key => (key.Attributes.Select(static each => ItemJson.Quoted(each.Name)).ToArray(), key.MaxBytes))];

    /// <summary>A local index has the table's partition key, which is checked as such.</summary>
    private static IEnumerable<(IReadOnlyList<KeyElement> Attributes, int MaxBytes)> Keys =>
    [
        .. T.Definition.Indexes.Where(static index => !index.IsLocal).Select(static index => (index.PartitionAttributes, ItemKey.MaxPartitionBytes)),
        .. T.Definition.Indexes.Select(static index => (index.SortAttributes, ItemKey.MaxSortBytes)),
    ];

    /// <summary>The attribute that says what type an item is, as it stands in compact JSON.</summary>
    public static readonly byte[] TypeMark = Encoding.UTF8.GetBytes($$"""{{Encoding.UTF8.GetString(T.Definition.Names.QuotedType)}}:{"S":"{{T.Definition.TypeName}}"}""");
}

/// <summary>Service attributes' names in the form they have in JSON.</summary>
internal static class AttributeNames
{
    public static readonly byte[] Type = ItemJson.Quoted(ServiceAttributes.Type);
    public static readonly byte[] WriteToken = ItemJson.Quoted(ServiceAttributes.WriteToken);
    public static readonly byte[] BodyHash = ItemJson.Quoted(ServiceAttributes.BodyHash);
    public static readonly byte[] TenantId = ItemJson.Quoted(ServiceAttributes.TenantId);
}
