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

    /// <summary>What is written with a resource in one transaction, or null.</summary>
    private List<Companion>? CompanionsOf(Operation operation, TResource? before, TResource after) =>
        Companions.Of(operation, before, after, static resource => new ItemKey(
            resource.Key.ToPartitionKey(resource.System.TenantId), resource.Key.ToSortKey(resource.System.TenantId)), Environment.Clock);
}
