namespace GeekCafe.DynamoDb;

/// <summary>Something in which a table is not as it is defined.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Text">A sentence that says so.</param>
public sealed record TableDifference(TableDifferenceKind Kind, string Text)
{
    /// <summary>The index it is about; null if it is about the table.</summary>
    public string? Index { get; init; }

    /// <summary>Whether it is a local index, which is made and removed with its table, or an expiry that would have to be turned off first.</summary>
    internal bool IsFixed { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>In what a table can differ from its definition.</summary>
public enum TableDifferenceKind
{
    /// <summary>There is no table of the name.</summary>
    MissingTable,
    /// <summary>The table or an index is being made, changed or removed.</summary>
    NotActive,
    /// <summary>The key attributes of the table or of an index, or their types. They cannot be changed.</summary>
    Key,
    /// <summary>An index of the definition is not there.</summary>
    MissingIndex,
    /// <summary>An index is there that the definition does not have. It costs a write with every item in it.</summary>
    ExtraIndex,
    /// <summary>An index holds other attributes. What it holds cannot be changed.</summary>
    Projection,
    /// <summary>Items do not expire, or do so by another attribute.</summary>
    TimeToLive,
    /// <summary>Changes are not streamed, or not with the item before and after.</summary>
    Stream,
}

/// <summary>What may be done to a table that has data.</summary>
public sealed record EvolveOptions
{
    /// <summary>Whether global indexes that the definition does not have are removed. Default false.</summary>
    public bool RemoveExtraIndexes { get; init; }

    /// <summary>
    /// How long an index may take to be built from the items that are there. Default null: the <see cref="TableAdministration.Patience"/>
    /// of the administration. DynamoDB takes minutes for an empty table's index, and hours for large ones.
    /// </summary>
    public TimeSpan? Patience { get; init; }
}
