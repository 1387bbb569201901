namespace GeekCafe.Description;

/// <summary>The table of an application.</summary>
internal sealed record ManifestTable
{
    public string PartitionKey { get; init; } = "pk";
    public string SortKey { get; init; } = "sk";
    public IReadOnlyList<ManifestIndex> Indexes { get; init; } = [];

    /// <summary>The attribute by which items expire; null: they do not.</summary>
    public string? TimeToLive { get; init; }
}

/// <summary>A secondary index of the table. Its keys are one text each, unless <see cref="PartitionKeys"/> and <see cref="SortKeys"/> list them.</summary>
internal sealed record ManifestIndex(string Name)
{
    public string? PartitionKey { get; init; }
    public string? SortKey { get; init; }
    public IReadOnlyList<ManifestKey> PartitionKeys { get; init; } = [];
    public IReadOnlyList<ManifestKey> SortKeys { get; init; } = [];

    /// <summary>Whether it has the table's partitions in another order.</summary>
    public bool Local { get; init; }

    /// <summary>Which attributes it holds beside keys: <c>all</c>, <c>keysOnly</c> or <c>include</c>.</summary>
    public string Projection { get; init; } = "all";

    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>The attributes of its partition key, whichever way they are written.</summary>
    public IReadOnlyList<ManifestKey> Partition => PartitionKey is { } key ? [new(key, "text")] : PartitionKeys;

    /// <summary>The attributes of its sort key.</summary>
    public IReadOnlyList<ManifestKey> Sort => SortKey is { } key ? [new(key, "text")] : SortKeys;
}

/// <summary>An attribute of a key: <c>text</c>, <c>number</c> or <c>binary</c>.</summary>
internal sealed record ManifestKey(string Name, string Type);

/// <summary>An access pattern of a resource through an index of the table.</summary>
/// <param name="Name">What it is called, such as <c>ByOwner</c>.</param>
/// <param name="Index">The index of the table.</param>
/// <param name="PartitionKey">The pattern of its partition key.</param>
/// <param name="SortKey">The pattern of its sort key.</param>
internal sealed record ManifestPattern(string Name, string Index, string PartitionKey, string SortKey)
{
    /// <summary>The route that lists by it, if there is one.</summary>
    public string? Route { get; init; }
}

/// <summary>Background work.</summary>
/// <param name="Name">Its name, such as <c>analytics.recount</c>.</param>
internal sealed record ManifestJob(string Name)
{
    /// <summary>When it runs, in the words of EventBridge Scheduler; null: when something else starts it.</summary>
    public string? Schedule { get; init; }
}
