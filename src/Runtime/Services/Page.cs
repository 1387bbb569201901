namespace GeekCafe;

/// <summary>Which page of a list is wanted.</summary>
public readonly record struct PageRequest
{
    /// <summary>The most a client may ask for.</summary>
    public const int MaxLimit = 100;

    /// <summary>What a client gets that does not ask.</summary>
    public const int DefaultLimit = 25;

    /// <summary>How many items are wanted, 1 to <see cref="MaxLimit"/>; 0 means <see cref="DefaultLimit"/>.</summary>
    public int Limit { get; init; }

    /// <summary>Where to go on, as an earlier page said. Null: from the start.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether the largest sort key comes first.</summary>
    public bool Descending { get; init; }

    /// <summary>
    /// Whether to see all writes that have ended, at twice the read units. Only lists of the table and of local secondary indexes can: DynamoDB refuses it for global
    /// secondary indexes (API reference, Query, ConsistentRead), and so does the service, as InvalidParameter.
    /// </summary>
    public bool Consistent { get; init; }

    /// <summary>
    /// The most Query requests for the page, 1 to 255; 0 means <see cref="ServiceEnvironment.MaxQueriesPerPage"/>. Filters and access rules that
    /// let little pass make more requests worth while, or fewer. Where a partition has shards, it is a bound for each of them.
    /// </summary>
    public byte MaxQueries { get; init; }
}

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="Items">The items, in key order; fewer than the limit only when the list ends or the read cap is met.</param>
/// <param name="Cursor">Where the next page begins, or null when there is none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor);
