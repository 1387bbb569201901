namespace GeekCafe;

/// <summary>How much of an item collection is wanted, and from where.</summary>
public readonly record struct CollectionRequest
{
    /// <summary>The items read where nothing else is said.</summary>
    public const int DefaultMaxItems = 1000;

    /// <summary>
    /// The most items to read, those included that the caller does not get to see; 0 means <see cref="DefaultMaxItems"/>. Reading also ends after 4 MB
    /// and after <see cref="ServiceEnvironment.MaxQueriesPerPage"/> requests of 1 MB each (API reference, Query).
    /// </summary>
    public int MaxItems { get; init; }

    /// <summary>Where to go on, as an earlier result said. Null: from the start.</summary>
    public string? Cursor { get; init; }

    /// <summary>
    /// Whether to see all writes that have ended, at twice the read units. A global index cannot be read so (API reference, Query, ConsistentRead):
    /// InvalidParameter.
    /// </summary>
    public bool Consistent { get; init; }
}

/// <summary>How the reading of an item collection ended.</summary>
/// <param name="Cursor">Where to go on; null when the partition is read to its end.</param>
public readonly record struct CollectionEnd(string? Cursor);

/// <summary>What a reader met in a partition and passed over.</summary>
/// <param name="OtherTypes">Items of the tenant that are of none of the collection's types.</param>
/// <param name="Withheld">Items of another tenant. Never in a sound table: something else writes to it.</param>
public readonly record struct SkippedItems(int OtherTypes, int Withheld);
