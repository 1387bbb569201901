namespace GeekCafe;

/// <summary>One partition of the table or of an index, and the prefix of sort keys wanted: what a generated list method asks for.</summary>
/// <param name="Operation">The operation's name, such as <c>events.list</c>: cursors are bound to it.</param>
/// <param name="Index">The index's physical name, or null for the table.</param>
/// <param name="PartitionAttribute">The partition key attribute.</param>
/// <param name="SortAttribute">The sort key attribute.</param>
/// <param name="Partition">The partition key's text.</param>
/// <param name="SortPrefix">What wanted sort keys begin with, ending at a separator; empty for all.</param>
public readonly record struct KeyQuery(
    string Operation, string? Index, string PartitionAttribute, string SortAttribute, string Partition, string SortPrefix)
{
    /// <summary>
    /// The sort key attributes of an index of several key attributes. Null in any other index and in the table. Where it is set,
    /// <see cref="Partition"/> is a <see cref="GeekCafe.Keys.CompositeKey"/>, and the attribute names and the prefix are empty.
    /// </summary>
    public IReadOnlyList<string>? CompositeSort { get; init; }

    /// <summary>Whether the index holds keys alone: no type and no tenant, so that only projections of keys, or whole resources behind them, can be read.</summary>
    public bool KeysOnly { get; init; }

    /// <summary>What of the list is wanted. Null: all of it.</summary>
    public ListCondition? Where { get; init; }

    /// <summary>
    /// How many shards the partition has; 0, the default, when it is not sharded. Where it is set, <see cref="Partition"/> is what the partition keys
    /// of all shards begin with, and no two items of the partition have one sort key.
    /// </summary>
    public int Shards { get; init; }
}
