using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>The audit trail.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>Lists what was done with a resource, the newest first, to those who may update it, also when it is deleted. For generated methods.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="key">Of which resource.</param>
    /// <param name="page">Which page; its direction does not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entries, or NotFound, AccessDenied, InvalidParameter, InvalidCursor, CursorExpired or a failure of the database.</returns>
    protected async Task<ServiceResult<Page<AuditEntry>>> ReadHistoryAsync(Caller caller, TKey key, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await FindAsync(caller, key, consistent: false, cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var resource, out var error)) return error;
        if (await RefusalAsync(caller, Operation.Update, resource, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
        if (page.Limit is < 0 or > PageRequest.MaxLimit) return BadLimit;

        var definition = TResource.Definition;
        var partition = AuditTrail.Partition(caller.TenantId, definition.Name, ToItemKey(key, caller));
        var query = new KeyQuery(definition.Name + ".history", null, definition.PartitionKey, definition.SortKey, partition, "");
        var scope = new CursorScope(caller.TenantId, caller.UserId, query, Descending: true);
        QueryPosition? after = null;
        if (page.Cursor is not null)
        {
            if (!Environment.Cursors.Open(scope, page.Cursor).TryGet(out var position, out error)) return error;
            after = position;
        }

        var limit = page.Limit == 0 ? PageRequest.DefaultLimit : page.Limit;
        var read = await Table.QueryAsync<AuditEntry>(query, after, limit, descending: true, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        if (!read.TryGet(out var rows, out error)) return error;
        using (rows)
        {
            var entries = new AuditEntry[rows.Count];
            for (var i = 0; i < entries.Length; i++) entries[i] = rows[i];
            if (rows.Next is not { } next) return new Page<AuditEntry>(entries, null);
            return Environment.Cursors.Seal(scope, next).TryGet(out var cursor, out error) ? new Page<AuditEntry>(entries, cursor) : error;
        }
    }
}
