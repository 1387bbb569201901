using System.Security.Cryptography;

namespace GeekCafe.Lambda;

/// <summary>Makes a caller from the API key in the <c>x-api-key</c> header. Every way to fail looks the same from outside.</summary>
internal sealed class ApiKeyReader(IApiKeyStore? store, TimeProvider clock)
{
    /// <summary>The caller, or null.</summary>
    public async ValueTask<Caller?> ReadAsync(ApiRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var text = request.Event.Header("x-api-key", out var count);
        if (store is null || count != 1 || ApiKey.KeyIdOf(text!) is not { } keyId) return null;
        var record = await store.FindAsync(keyId, cancellationToken).ConfigureAwait(false);
        return IsGood(record, text!)
            ? Caller.FromVerified(record!.TenantId, record.UserId, record.Roles, request.RequestId, request.Deadline, idempotencyKey)
            : null;
    }

    private bool IsGood(ApiKeyRecord? record, string text)
    {
        // Hash and compare even without a record, so that an unknown key takes as long as a wrong one.
        Span<byte> nothing = stackalloc byte[SHA256.HashSizeInBytes];
        var matches = CryptographicOperations.FixedTimeEquals(ApiKey.Hash(text), record is null ? nothing : record.Hash.Span);
        return matches && record is { IsRevoked: false } && !(record.ExpiresAt <= clock.GetUtcNow());
    }
}
