using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>The kinds of rows a list can have.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>How rows of a kind are read, and whether the caller may see one. Empty structs: each kind costs nothing but its own code.</summary>
    private interface IRows<TRow>
    {
        ValueTask<ServiceResult<QueryPage<TRow>>> QueryAsync(DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call);

        /// <summary>Why rows are not shown, as for one, where a service's own rule can be asked about many. Null: they are asked about one by one.</summary>
        Task<ServiceError?[]>? RefusalsAsync(ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TRow> rows, Range range, CancellationToken cancellationToken);

        /// <summary>Why a row is not shown: NotFound leaves it out, anything else ends the page. Null: it is shown.</summary>
        ValueTask<ServiceError?> RefusalAsync(ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TRow> rows, int index, CancellationToken cancellationToken);
    }

    private readonly struct WholeRows : IRows<TResource>
    {
        public ValueTask<ServiceResult<QueryPage<TResource>>> QueryAsync(
            DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call) =>
            table.QueryAsync<TResource, WholeItem<TResource>>(query, after, limit, page.Descending, page.Consistent, call);

        public Task<ServiceError?[]>? RefusalsAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TResource> rows, Range range, CancellationToken cancellationToken) =>
            service.RefusalsAsync(caller, rows, range, cancellationToken);

        public ValueTask<ServiceError?> RefusalAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TResource> rows, int index, CancellationToken cancellationToken) =>
            service.RefusalAsync(caller, Operation.Read, rows[index], cancellationToken);
    }

    private readonly struct ProjectedRows<TProjection> : IRows<TProjection> where TProjection : class, IProjection<TProjection, TResource>
    {
        public ValueTask<ServiceResult<QueryPage<TProjection>>> QueryAsync(
            DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call) =>
            table.QueryAsync<TProjection, ProjectedItem<TProjection, TResource>>(query, after, limit, page.Descending, page.Consistent, call);

        public Task<ServiceError?[]>? RefusalsAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TProjection> rows, Range range, CancellationToken cancellationToken) => null;

        public ValueTask<ServiceError?> RefusalAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TProjection> rows, int index, CancellationToken cancellationToken) =>
            service.PartRefusalAsync(caller, rows[index], new StoredAttributes(rows.Bytes(index)), cancellationToken);
    }

    /// <summary>Rows of an index of keys alone.</summary>
    private readonly struct KeyRows<TProjection> : IRows<TProjection> where TProjection : class, IProjection<TProjection, TResource>
    {
        public ValueTask<ServiceResult<QueryPage<TProjection>>> QueryAsync(
            DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call) =>
            table.QueryAsync<TProjection, ProjectedKey<TProjection, TResource>>(query, after, limit, page.Descending, page.Consistent, call);

        public Task<ServiceError?[]>? RefusalsAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TProjection> rows, Range range, CancellationToken cancellationToken) => null;

        public ValueTask<ServiceError?> RefusalAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TProjection> rows, int index, CancellationToken cancellationToken) =>
            service.PartRefusalAsync(caller, rows[index], new StoredAttributes(rows.Bytes(index)), cancellationToken);
    }

    /// <summary>Keys of an index, and the whole resources behind them.</summary>
    private readonly struct FollowedRows : IRows<TResource>
    {
        public async ValueTask<ServiceResult<QueryPage<TResource>>> QueryAsync(
            DynamoTable table, KeyQuery query, QueryPosition? after, int limit, PageRequest page, TableCall call)
        {
            var read = await table.QueryAsync<ItemKey, KeyOfItem<TResource>>(query, after, limit, page.Descending, page.Consistent, call).ConfigureAwait(false);
            if (!read.TryGet(out var keys, out var error)) return error;
            var isOwned = false;
            try
            {
                var followed = await FollowedPage<TResource>.ReadAsync(table, keys, page.Consistent, call).ConfigureAwait(false);
                isOwned = followed.IsSuccess;
                return followed;
            }
            finally
            {
                if (!isOwned) keys.Dispose();
            }
        }

        public Task<ServiceError?[]>? RefusalsAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TResource> rows, Range range, CancellationToken cancellationToken) =>
            service.RefusalsAsync(caller, rows, range, cancellationToken);

        public ValueTask<ServiceError?> RefusalAsync(
            ResourceService<TResource, TKey, TInput, TPatch> service, Caller caller, QueryPage<TResource> rows, int index, CancellationToken cancellationToken) =>
            service.RefusalAsync(caller, Operation.Read, rows[index], cancellationToken);
    }

    private Task<ServiceError?[]> RefusalsAsync(Caller caller, QueryPage<TResource> rows, Range range, CancellationToken cancellationToken)
    {
        var resources = new TResource[range.End.Value - range.Start.Value];
        for (var i = 0; i < resources.Length; i++) resources[i] = rows[range.Start.Value + i];
        return RefusalsAsync(caller, resources, cancellationToken);
    }
}
