using System.Security.Cryptography;

namespace GeekCafe.Lambda;

/// <summary>Makes a caller from the API key in the <c>x-api-key</c> header. Every way in which a key is not good looks the same from outside.</summary>
internal sealed class ApiKeyReader(IApiKeyStore? store, TimeProvider clock)
{
    /// <summary>The caller; NotFound when the key is not good; or why that could not be found out.</summary>
    public async ValueTask<ServiceResult<Caller>> ReadAsync(ApiRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var text = request.Event.Header("x-api-key", out var count);
        if (store is null || count != 1 || !ApiKeyText.TryParse(text!, out var tenantId, out var keyId)) return ServiceError.NotFound;
        var found = await store.FindAsync(tenantId, keyId, cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var record, out var error) && error.Code != ErrorCode.NotFound) return error;
        if (!IsGood(record, text!, tenantId, keyId)) return ServiceError.NotFound;
        return Caller.FromVerified(tenantId, record!.UserId, record.Roles, request.RequestId, request.Deadline, idempotencyKey) is { } caller
            ? caller
            : ServiceError.NotFound;
    }

    private bool IsGood(ApiKeyRecord? record, string text, string tenantId, string keyId)
    {
        // Hash and compare even without a record, so that an unknown key takes as long as a wrong one.
        Span<byte> nothing = stackalloc byte[SHA256.HashSizeInBytes];
        var matches = CryptographicOperations.FixedTimeEquals(ApiKeyText.Hash(text), record is null ? nothing : record.Hash.Span);

        // The hash is over tenant and id too; a store that hands out another tenant's record is not believed.
        return matches && record is { IsRevoked: false } && !(record.ExpiresAt <= clock.GetUtcNow())
            && string.Equals(record.TenantId, tenantId, StringComparison.Ordinal) && string.Equals(record.KeyId, keyId, StringComparison.Ordinal);
    }
}
