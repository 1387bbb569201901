using System.Buffers;
using GeekCafe;
using GeekCafe.Lambda;
using GeekCafe.Validation;

namespace Community.ApiKeys;

/// <summary>Makes keys, withdraws them, and finds them for those who come with one.</summary>
public partial class ApiKeyService : IApiKeyStore
{
    private const int MaxScopeLength = 64;

    private static readonly SearchValues<char> ScopeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789:.-_");

    /// <summary>Withdraws a key, for good. Withdrawing it again changes nothing.</summary>
    [HttpOperation("POST", "/api-keys/{id}/revoke")]
    public Task<ServiceResult<ApiKey>> RevokeAsync(Caller caller, ApiKeyKey key, CancellationToken cancellationToken)
    {
        var now = Environment.Clock.GetUtcNow();
        return UpdateAsync(caller, key, each => each with { RevokedAt = each.RevokedAt ?? now }, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ServiceResult<ApiKeyRecord>> FindAsync(string tenantId, string keyId, CancellationToken cancellationToken)
    {
        // Consistent: a key that was just withdrawn must not work on.
        var found = await GetAsync(Caller.ForSystem(tenantId, "API key"), keyId, consistent: true, cancellationToken);
        return found.TryGet(out var key, out var error)
            ? new ApiKeyRecord(key.TenantId, key.Id, key.Id, key.Hash) { Roles = key.Scopes, ExpiresAt = key.ExpiresAt, IsRevoked = key.RevokedAt is not null }
            : error;
    }

    /// <inheritdoc/>
    protected override ApiKey OnCreating(Caller caller, ApiKey resource)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(resource);
        var text = ApiKeyText.New(caller.TenantId, resource.Id);
        return resource with { Text = text, Hash = ApiKeyText.Hash(text) };
    }

    /// <inheritdoc/>
    protected override ValueTask ValidateAsync(Caller caller, ApiKey next, ApiKey? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(errors);
        if (next.ExpiresAt != current?.ExpiresAt && next.ExpiresAt <= Environment.Clock.GetUtcNow()) errors.Add("expiresAt", "must be in the future");
        foreach (var scope in next.Scopes)
        {
            if (scope.Length is 0 or > MaxScopeLength || scope.AsSpan().ContainsAnyExcept(ScopeCharacters)) errors.Add("scopes", "must be 1 to 64 of a-z 0-9 : . - _ each");
            if (scope == "admin") errors.Add("scopes", "must not make a program an administrator");
        }

        return ValueTask.CompletedTask;
    }
}
