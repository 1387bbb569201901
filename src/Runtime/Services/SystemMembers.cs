namespace GeekCafe;

/// <summary>The members every resource has and no client writes.</summary>
/// <param name="Id">Identity within the tenant: UUIDv7 text unless a hook chose another.</param>
/// <param name="TenantId">The tenant that owns the resource.</param>
/// <param name="Version">1 when created, one more with every write.</param>
/// <param name="CreatedAt">When it was created. UTC.</param>
/// <param name="CreatedBy">The user who created it.</param>
/// <param name="UpdatedAt">When it was last written. UTC.</param>
/// <param name="UpdatedBy">The user who last wrote it.</param>
/// <param name="DeletedAt">When it was deleted; null means live.</param>
/// <param name="DeletedBy">The user who deleted it; null means live.</param>
public readonly record struct SystemMembers(
    string Id,
    string TenantId,
    long Version,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset UpdatedAt,
    string UpdatedBy,
    DateTimeOffset? DeletedAt = null,
    string? DeletedBy = null);
