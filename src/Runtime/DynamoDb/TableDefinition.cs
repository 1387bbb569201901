namespace GeekCafe.DynamoDb;

/// <summary>A table as the resources of an assembly need it.</summary>
/// <param name="PartitionKey">The partition key attribute, such as <c>pk</c>: a text.</param>
/// <param name="SortKey">The sort key attribute, such as <c>sk</c>: a text.</param>
/// <param name="Indexes">The secondary indexes, ordered by name.</param>
public sealed record TableDefinition(string PartitionKey, string SortKey, IReadOnlyList<IndexDefinition> Indexes)
{
    /// <summary>The attribute that says when an item expires, in seconds since 1970. Default null: items do not expire.</summary>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>Whether changes are to be streamed, with the item before and after. Default false: it does not matter whether they are.</summary>
    public bool HasStream { get; init; }
}
