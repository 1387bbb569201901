namespace GeekCafe.DynamoDb;

/// <summary>Which partition keys belong to a tenant: those that are a literal and the tenant's id, alone or followed by the separator <c>#</c>.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="Literal">What the key patterns have before <c>{TenantId}</c>. Default <c>TENANT#</c>.</param>
public readonly record struct TenantScope(string TenantId, string Literal = "TENANT#")
{
    /// <summary>Whether a partition key is the tenant's. An id holds no separator, so no tenant's keys begin like another's.</summary>
    public bool Owns(string? partition)
    {
        if (TenantId is not { Length: > 0 } || partition is null || !partition.StartsWith(Literal, StringComparison.Ordinal)) return false;
        var rest = partition.AsSpan(Literal.Length);
        return rest.StartsWith(TenantId, StringComparison.Ordinal) && (rest.Length == TenantId.Length || rest[TenantId.Length] == '#');
    }
}
