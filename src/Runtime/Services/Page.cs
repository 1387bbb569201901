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
}

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="Items">The items, in key order; fewer than the limit only when the list ends or the read cap is met.</param>
/// <param name="Cursor">Where the next page begins, or null when there is none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Cursor);
