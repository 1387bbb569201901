namespace GeekCafe.DynamoDb;

/// <summary>A table as the resources of an assembly need it. All key attributes are strings.</summary>
/// <param name="PartitionKey">The partition key attribute, such as <c>pk</c>.</param>
/// <param name="SortKey">The sort key attribute, such as <c>sk</c>.</param>
/// <param name="Indexes">The global secondary indexes, ordered by name.</param>
public sealed record TableDefinition(string PartitionKey, string SortKey, IReadOnlyList<IndexDefinition> Indexes)
{
    /// <summary>The attribute that holds when an item expires, in seconds since 1970, for DynamoDB's Time to Live. Null: items do not expire.</summary>
    public string? TimeToLiveAttribute { get; init; }
}

/// <summary>A global secondary index that projects all attributes.</summary>
/// <param name="Name">The index's name, such as <c>gsi1</c>.</param>
/// <param name="PartitionKey">Its partition key attribute, such as <c>gsi1_pk</c>.</param>
/// <param name="SortKey">Its sort key attribute, such as <c>gsi1_sk</c>.</param>
public sealed record IndexDefinition(string Name, string PartitionKey, string SortKey);
