using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Unique values: markers that are written with the resource, and reads through them.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>Reads the resource that holds a unique value: its marker, then itself, both consistently. For generated methods.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="claim">The value, made from the caller's tenant. Null: one that nobody can hold.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The resource, or NotFound or a failure of the database.</returns>
    protected async Task<ServiceResult<TResource>> GetByClaimAsync(Caller caller, UniqueClaim? claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (claim is not { } wanted) return ServiceError.NotFound;
        var call = TableCall.For(caller, cancellationToken);
        var owner = await Table.FindOwnerAsync<TResource>(wanted, call).ConfigureAwait(false);
        if (!owner.TryGet(out var key, out var error)) return error;
        var found = await Table.GetItemAsync<TResource>(key, call, consistent: true).ConfigureAwait(false);
        if (!found.TryGet(out var resource, out error)) return error;

        // Between the two reads the value may have gone to somebody else.
        if (!TResource.ClaimsOf(resource).Contains(wanted)) return ServiceError.NotFound;
        return await RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false) is { } refusal ? refusal : resource;
    }

    /// <summary>The markers to write with a create, <paramref name="before"/> null, or with a change.</summary>
    private void AddMarkers(ref List<Companion>? companions, TResource? before, TResource after)
    {
        var held = before is null ? [] : LiveClaims(before);
        var wanted = LiveClaims(after);
        if (held.Count == 0 && wanted.Count == 0) return;

        var owner = new ItemKey(after.Key.ToPartitionKey(after.System.TenantId), after.Key.ToSortKey(after.System.TenantId));
        var until = TResource.ExpiresAt(after);
        var lasts = before is not null && TResource.ExpiresAt(before) == until;
        foreach (var claim in held)
        {
            if (!wanted.Contains(claim)) (companions ??= []).Add(UniqueMarkers.Release<TResource>(claim, owner));
        }

        foreach (var claim in wanted)
        {
            if (lasts && held.Contains(claim)) continue;
            (companions ??= []).Add(UniqueMarkers.Take<TResource>(claim, owner, after.System.TenantId, until, Environment.Clock.GetUtcNow()));
        }
    }

    private static IReadOnlyList<UniqueClaim> LiveClaims(TResource resource) => resource.System.DeletedAt is null ? TResource.ClaimsOf(resource) : [];
}
