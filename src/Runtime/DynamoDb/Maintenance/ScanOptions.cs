namespace GeekCafe.DynamoDb;

/// <summary>How a table is gone through.</summary>
public sealed record ScanOptions
{
    /// <summary>The most segments: each has a request under way and a reply of up to 1 MB in memory.</summary>
    public const int MaxSegments = 256;

    /// <summary>How many parts of the table are read at once, 1 to <see cref="MaxSegments"/>. Default 1.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>Whether to see all writes that had ended when the scan began, at twice the read units. Default false.</summary>
    public bool Consistent { get; init; }

    /// <summary>Whether deleted items are wanted too. Default false.</summary>
    public bool IncludeDeleted { get; init; }

    /// <summary>Whether items are wanted whose time to live is over but that DynamoDB has not removed yet. Default false.</summary>
    public bool IncludeExpired { get; init; }

    /// <summary>The most items a request reads; 0, the default: as many as 1 MB holds (API reference, Scan, Limit).</summary>
    public int PageSize { get; init; }

    /// <summary>Why items of all tenants are wanted, not only of the caller's. Null, the default: of the caller's alone.</summary>
    public string? AcrossTenants { get; init; }

    /// <summary>Throws if a scan could not be made so.</summary>
    /// <exception cref="ArgumentException">A value is out of its range, or the reason is blank.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Segments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Segments, MaxSegments);
        ArgumentOutOfRangeException.ThrowIfNegative(PageSize);
        if (AcrossTenants is not null) ArgumentException.ThrowIfNullOrWhiteSpace(AcrossTenants);
    }
}
