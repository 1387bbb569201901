namespace GeekCafe;

/// <summary>What happened to a resource.</summary>
public enum StreamChangeKind
{
    /// <summary>It is new.</summary>
    Created,
    /// <summary>It was changed.</summary>
    Updated,
    /// <summary>It was marked as deleted; it can be restored.</summary>
    Deleted,
    /// <summary>It was deleted, and is no longer.</summary>
    Restored,
    /// <summary>Its item was removed, by something other than expiry.</summary>
    Removed,
    /// <summary>Its time to live was over: DynamoDB removed its item, or a new resource took its key before that.</summary>
    Expired,
}
