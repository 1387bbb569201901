namespace GeekCafe;

/// <summary>
/// Who asks: tenant, user and roles, established once at the edge and passed as the first argument of every service method.
/// </summary>
/// <remarks>
/// A caller is made only by the claims reader, the API-key reader, <see cref="ForSystem"/> and <see cref="AsSystem"/>. It lives as long as one invocation and
/// must never be stored in a service, a handler or a static.
/// </remarks>
public sealed class Caller
{
    private Caller(string tenantId, string userId, IReadOnlyList<string> roles) => (TenantId, UserId, Roles) = (tenantId, userId, roles);

    /// <summary>The tenant whose data this caller works on.</summary>
    public string TenantId { get; }

    /// <summary>The user, as recorded in <c>createdBy</c> and compared with an owner.</summary>
    public string UserId { get; }

    /// <summary>Roles, compared whole and case-sensitively.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>The id of the request, for logs and error bodies.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>When the invocation ends, if it does; work stops early enough to still answer. UTC.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The client's <c>Idempotency-Key</c> for a create, if it sent one.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whether this is background work, which passes every access rule of its tenant.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>Why background work runs, for logs. Null for people.</summary>
    public string? Reason { get; private init; }

    /// <summary>Whether the caller has the role.</summary>
    public bool HasRole(string role)
    {
        foreach (var own in Roles)
        {
            if (string.Equals(own, role, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>Whether the caller's user is one of these. Ids are compared whole and case-sensitively, whatever a set's own comparer says.</summary>
    /// <param name="userIds">Ids of users. Null: nobody.</param>
    public bool IsAmong(IEnumerable<string?>? userIds)
    {
        foreach (var userId in userIds ?? [])
        {
            if (string.Equals(userId, UserId, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>A caller from verified claims. Null when an id is not an <see cref="Identifier"/>: who cannot be named is nobody.</summary>
    internal static Caller? FromVerified(string? tenantId, string? userId, IReadOnlyList<string> roles, string requestId,
        DateTimeOffset? deadline, string? idempotencyKey = null) =>
        Identifier.IsValid(tenantId) && Identifier.IsValid(userId)
            ? new Caller(tenantId!, userId!, roles) { RequestId = requestId, Deadline = deadline, IdempotencyKey = idempotencyKey }
            : null;

    /// <summary>Background work that names itself: a stream processor, a migration, a scheduled job.</summary>
    /// <param name="tenantId">The tenant to work on.</param>
    /// <param name="reason">What for; appears in logs.</param>
    /// <param name="userId">Who is recorded as having changed things. Default <c>system</c>.</param>
    /// <exception cref="ArgumentException">An id is not an <see cref="Identifier"/>, or no reason is given.</exception>
    public static Caller ForSystem(string tenantId, string reason, string userId = "system")
    {
        if (!Identifier.IsValid(tenantId)) throw new ArgumentException("Not a tenant id: 1 to 64 of A-Z a-z 0-9 _ -.", nameof(tenantId));
        if (!Identifier.IsValid(userId)) throw new ArgumentException("Not a user id: 1 to 64 of A-Z a-z 0-9 _ -.", nameof(userId));
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new Caller(tenantId, userId, []) { IsSystem = true, Reason = reason };
    }

    /// <summary>Background work of one invocation: a job, or what follows from a change in a stream.</summary>
    internal static Caller ForWork(string tenantId, string reason, string requestId, DateTimeOffset? deadline) =>
        new(tenantId, "system", []) { IsSystem = true, Reason = reason, RequestId = requestId, Deadline = deadline };

    /// <summary>
    /// What the service does in the caller's name beyond his own rights, such as counting what he posted for others: background work of his tenant,
    /// recorded as his, within his deadline. Check first that he may cause it.
    /// </summary>
    /// <param name="reason">What for; appears in logs.</param>
    /// <exception cref="ArgumentException">No reason is given.</exception>
    public Caller AsSystem(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new Caller(TenantId, UserId, []) { RequestId = RequestId, Deadline = Deadline, IdempotencyKey = IdempotencyKey, IsSystem = true, Reason = reason };
    }

    /// <summary>The same caller with another idempotency key, or none.</summary>
    internal Caller WithKey(string? key) => new(TenantId, UserId, Roles)
    {
        RequestId = RequestId,
        Deadline = Deadline,
        IdempotencyKey = key,
        IsSystem = IsSystem,
        Reason = Reason,
    };

    /// <summary>Names the caller for logs; roles are left out.</summary>
    public override string ToString() => $"{TenantId}/{UserId}";
}
