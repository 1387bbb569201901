using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>The kinds of rows a list can have.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>How rows of a kind are read, and whether the caller may see one. Empty structs: each kind costs nothing but its own code.</summary>
    private interface IRows<TRow>
    {
        ValueTask<ServiceResult<QueryPage<TRow>>> QueryAsync(DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call);

        ValueTask<bool> IsShownAsync(ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TRow> rows, int index, CancellationToken cancellationToken);
    }

    private readonly struct WholeRows : IRows<TResource>
    {
        public ValueTask<ServiceResult<QueryPage<TResource>>> QueryAsync(
            DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call) =>
            table.QueryAsync<TResource, WholeItem<TResource>>(query, after, limit, page.Descending, page.Consistent, call);

        public async ValueTask<bool> IsShownAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TResource> rows, int index, CancellationToken cancellationToken) =>
            await service.RefusalAsync(caller, Operation.Read, rows[index], cancellationToken).ConfigureAwait(false) is null;
    }

    private readonly struct ProjectedRows<TProjection> : IRows<TProjection> where TProjection : class, IProjection<TProjection, TResource>
    {
        public ValueTask<ServiceResult<QueryPage<TProjection>>> QueryAsync(
            DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call) =>
            table.QueryAsync<TProjection, ProjectedItem<TProjection, TResource>>(query, after, limit, page.Descending, page.Consistent, call);

        public ValueTask<bool> IsShownAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TProjection> rows, int index, CancellationToken cancellationToken) =>
            service.MayReadAsync(caller, rows[index], new StoredAttributes(rows.Bytes(index)), cancellationToken);
    }

    /// <summary>Whether the caller may see the part of a resource that was read: liveness, declared rules, hook. The tenant is compared before.</summary>
    private ValueTask<bool> MayReadAsync<TProjection>(Caller caller, TProjection projection, StoredAttributes item, CancellationToken cancellationToken)
        where TProjection : class, IProjection<TProjection, TResource>
    {
        if (item.Has(AttributeNames.DeletedAt) || TProjection.IsExpired(item, Environment.Clock.GetUtcNow())) return ValueTask.FromResult(false);
        if (caller.IsSystem) return ValueTask.FromResult(true);
        return TProjection.IsReadable(caller, item) ? AuthorizeProjectionAsync(caller, projection, cancellationToken) : ValueTask.FromResult(false);
    }
}
