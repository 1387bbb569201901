namespace GeekCafe.Lambda;

/// <summary>Finds what is stored of API keys. Easily written over the service of a resource that holds them.</summary>
/// <example>
/// <code>
/// public async ValueTask&lt;ServiceResult&lt;ApiKeyRecord&gt;&gt; FindAsync(string tenantId, string keyId, CancellationToken cancellationToken)
/// {
///     var found = await GetAsync(Caller.ForSystem(tenantId, "API key"), keyId, consistent: true, cancellationToken);
///     return found.TryGet(out var key, out var error) ? new ApiKeyRecord(key.TenantId, key.Id, key.Id, key.Hash) : error;
/// }
/// </code>
/// </example>
public interface IApiKeyStore
{
    /// <summary>Finds a key. Read consistently, or a key that was just withdrawn works on.</summary>
    /// <param name="tenantId">The tenant in the text of a request: where to look, well-formed, and nothing that is proved yet.</param>
    /// <param name="keyId">The key's id in the text, likewise.</param>
    /// <param name="cancellationToken">Ends shortly before the invocation does.</param>
    /// <returns>What is stored; NotFound, which is answered as 401 like a wrong key; or another failure, which is answered as it is.</returns>
    ValueTask<ServiceResult<ApiKeyRecord>> FindAsync(string tenantId, string keyId, CancellationToken cancellationToken);
}

/// <summary>What is stored of an API key: whom it stands for and a hash, never the key.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="KeyId">The key's id, an <see cref="Identifier"/>.</param>
/// <param name="UserId">Who is recorded as having acted, and compared with owners. An <see cref="Identifier"/>.</param>
/// <param name="Hash"><see cref="ApiKeyText.Hash"/> of the key's text, 32 bytes.</param>
public sealed record ApiKeyRecord(string TenantId, string KeyId, string UserId, ReadOnlyMemory<byte> Hash)
{
    /// <summary>Roles of the key, compared whole and case-sensitively. Default none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>When the key stops working. UTC. Null, the default: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the key has been withdrawn.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Leaves out the hash.</summary>
    public override string ToString() => $"{KeyId} of {TenantId}/{UserId}";
}
