namespace GeekCafe.DynamoDb;

/// <summary>
/// What must be written with a resource in one transaction: markers of unique values, an entry of the audit trail. Most resources have nothing of
/// the kind and are written by a request of their own.
/// </summary>
internal static class Companions
{
    /// <summary>The companions of a write, or null when there are none.</summary>
    /// <param name="operation">What is done.</param>
    /// <param name="before">The resource as it is; null for a create.</param>
    /// <param name="after">The resource as it is to be.</param>
    /// <param name="keyOf">Makes its key, if there are any.</param>
    /// <param name="clock">Tells the time, if there are any.</param>
    public static List<Companion>? Of<T>(Operation operation, T? before, T after, Func<T, ItemKey> keyOf, TimeProvider clock) where T : class, IResource<T>
    {
        List<Companion>? companions = null;
        AddMarkers(ref companions, before, after, keyOf, clock);
        if (T.Definition.IsAudited) (companions ??= []).Add(AuditTrail.Entry(operation, before, after, keyOf(after)));
        return companions;
    }

    private static void AddMarkers<T>(ref List<Companion>? companions, T? before, T after, Func<T, ItemKey> keyOf, TimeProvider clock) where T : class, IResource<T>
    {
        var held = before is null ? [] : Claims(before);
        var wanted = Claims(after);
        if (held.Count == 0 && wanted.Count == 0) return;

        var owner = keyOf(after);
        var until = T.ExpiresAt(after);
        var lasts = before is not null && T.ExpiresAt(before) == until;
        foreach (var claim in held)
        {
            if (!wanted.Contains(claim)) (companions ??= []).Add(UniqueMarkers.Release<T>(claim, owner));
        }

        foreach (var claim in wanted)
        {
            if (lasts && held.Contains(claim)) continue;
            (companions ??= []).Add(UniqueMarkers.Take<T>(claim, owner, after.System.TenantId, until, clock.GetUtcNow()));
        }
    }

    /// <summary>What is deleted holds nothing.</summary>
    private static IReadOnlyList<UniqueClaim> Claims<T>(T resource) where T : class, IResource<T> =>
        resource.System.DeletedAt is null ? T.ClaimsOf(resource) : [];
}
