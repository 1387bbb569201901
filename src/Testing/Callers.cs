namespace GeekCafe.Testing;

/// <summary>Callers for tests of services. In production only verified claims and API keys make one.</summary>
public static class Callers
{
    /// <summary>A user of a tenant, as after a login.</summary>
    /// <param name="tenantId">His tenant.</param>
    /// <param name="userId">His id.</param>
    /// <param name="roles">His roles.</param>
    /// <exception cref="ArgumentException">An id is not an <see cref="Identifier"/>.</exception>
    public static Caller User(string tenantId, string userId, params string[] roles) => Make(tenantId, userId, roles, null);

    /// <summary>The same user with an <c>Idempotency-Key</c>.</summary>
    /// <param name="caller">The user.</param>
    /// <param name="key">The key.</param>
    public static Caller WithIdempotencyKey(this Caller caller, string key)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Make(caller.TenantId, caller.UserId, caller.Roles, key, caller.Deadline);
    }

    /// <summary>The same user in an invocation that ends then; work stops early enough to still answer.</summary>
    /// <param name="caller">The user.</param>
    /// <param name="deadline">The end. UTC.</param>
    public static Caller WithDeadline(this Caller caller, DateTimeOffset deadline)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Make(caller.TenantId, caller.UserId, caller.Roles, caller.IdempotencyKey, deadline);
    }

    private static Caller Make(string tenantId, string userId, IReadOnlyList<string> roles, string? key, DateTimeOffset? deadline = null) =>
        Caller.FromVerified(tenantId, userId, roles, "test-request", deadline, key)
            ?? throw new ArgumentException("The ids of tenants and users are 1 to 64 of A-Z a-z 0-9 _ -.");
}
