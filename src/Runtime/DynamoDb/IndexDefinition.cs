namespace GeekCafe.DynamoDb;

/// <summary>A secondary index.</summary>
/// <param name="Name">The index's name, such as <c>gsi1</c>.</param>
/// <param name="PartitionAttributes">Its partition key: one attribute, or up to four of a global index.</param>
/// <param name="SortAttributes">Its sort key: one attribute, or up to four of a global index.</param>
public sealed record IndexDefinition(string Name, IReadOnlyList<KeyElement> PartitionAttributes, IReadOnlyList<KeyElement> SortAttributes)
{
    /// <summary>An index of two texts.</summary>
    /// <param name="name">The index's name, such as <c>gsi1</c>.</param>
    /// <param name="partitionKey">Its partition key attribute, such as <c>gsi1_pk</c>.</param>
    /// <param name="sortKey">Its sort key attribute, such as <c>gsi1_sk</c>.</param>
    public IndexDefinition(string name, string partitionKey, string sortKey)
        : this(name, [new KeyElement(partitionKey)], [new KeyElement(sortKey)])
    {
    }

    /// <summary>Whether it is a local secondary index: it has the table's partitions in another order, and can only be made with the table.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Which attributes it holds beside the keys. Default all.</summary>
    public IndexProjection Projection { get; init; }

    /// <summary>The attributes it holds beside the keys if <see cref="Projection"/> is <see cref="IndexProjection.Include"/>.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>The partition key's only attribute, or its first.</summary>
    public string PartitionKey => PartitionAttributes[0].Name;

    /// <summary>The sort key's only attribute, or its first.</summary>
    public string SortKey => SortAttributes[0].Name;
}

/// <summary>An attribute of a key (DynamoDB: KeySchemaElement).</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Type">How its values are stored. Default text.</param>
public readonly record struct KeyElement(string Name, KeyAttributeType Type = KeyAttributeType.Text);

/// <summary>The types that a key attribute can have (API reference, AttributeDefinition).</summary>
public enum KeyAttributeType
{
    /// <summary><c>S</c>: sorts by its bytes in UTF-8.</summary>
    Text,
    /// <summary><c>N</c>: sorts by value.</summary>
    Number,
    /// <summary><c>B</c>: sorts by unsigned bytes.</summary>
    Binary,
}
