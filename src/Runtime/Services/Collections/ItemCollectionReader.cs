using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>
/// Reads what several resources have in one partition with one Query after another, as few as there are megabytes. A generated reader derives from it
/// for each record marked <see cref="ItemCollectionAttribute"/>.
/// </summary>
/// <remarks>
/// Holds nothing about a caller. Every item is compared with his tenant, told by its type, and judged by the service of its resource, hooks included.
/// </remarks>
/// <param name="environment">What all services share.</param>
public abstract class ItemCollectionReader(ServiceEnvironment environment)
{
    /// <summary>Reading ends past this many bytes of stored JSON: a Lambda answer may have 6 MB (Lambda quotas, invocation payload).</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly ServiceError BadLimit = new(ErrorCode.InvalidParameter, "The number of items is not usable.")
    {
        Details = new Dictionary<string, string> { ["maxItems"] = "must not be negative" },
    };

    private static readonly ServiceError InconsistentIndex = new(ErrorCode.InvalidParameter, "This collection cannot be read consistently.")
    {
        Details = new Dictionary<string, string> { ["consistent"] = "is for partitions of the table; a global secondary index follows the table with a delay" },
    };

    private readonly DynamoTable _table = new(environment.Client, environment.TableName, environment.Capacity);

    /// <summary>
    /// Reads a partition into parts, to its end or to what the request, 4 MB and <see cref="ServiceEnvironment.MaxQueriesPerPage"/> allow. For
    /// generated methods.
    /// </summary>
    /// <param name="caller">Who asks. The partition's text must come from his tenant.</param>
    /// <param name="query">The partition, and what the sort keys of all parts begin with.</param>
    /// <param name="request">How much, and from where.</param>
    /// <param name="parts">The resources, each with a type name of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// Where to go on, or NotFound when the partition has nothing that the caller may see, CorruptItem, InvalidParameter, InvalidCursor, CursorExpired
    /// or a failure of the database.
    /// </returns>
    protected async Task<ServiceResult<CollectionEnd>> ReadAsync(
        Caller caller, KeyQuery query, CollectionRequest request, IReadOnlyList<CollectionPart> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(parts);
        if (request.MaxItems < 0) return BadLimit;
        if (request.Consistent && query.Index is not null && query.PartitionAttribute != parts[0].Definition.PartitionKey) return InconsistentIndex;
        var scope = new CursorScope(caller.TenantId, caller.UserId, query, Descending: false);
        QueryPosition? after = null;
        if (request.Cursor is not null)
        {
            if (!environment.Cursors.Open(scope, request.Cursor).TryGet(out var position, out var refusal)) return refusal;
            after = position;
        }

        var (items, bytes) = (request.MaxItems == 0 ? CollectionRequest.DefaultMaxItems : request.MaxItems, MaxBytes);
        for (var queries = environment.MaxQueriesPerPage; queries > 0 && items > 0 && bytes > 0; queries--)
        {
            var read = await _table.QueryAsync(query, after, items, request.Consistent, parts, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
            if (!read.TryGet(out var page, out var error)) return error;
            if (page.Skipped != default) OnSkipped(caller, page.Skipped);
            foreach (var part in parts) await part.SettleAsync(caller, cancellationToken).ConfigureAwait(false);
            (after, items, bytes) = (page.Next, items - page.Scanned, bytes - page.Bytes);
            if (after is null) break;
        }

        if (after is { } next) return environment.Cursors.Seal(scope, next).TryGet(out var cursor, out var failure) ? new CollectionEnd(cursor) : failure;

        // Who goes on from an earlier part knows already that there is something.
        return request.Cursor is null && parts.All(static part => part.IsEmpty) ? ServiceError.NotFound : new CollectionEnd(null);
    }

    /// <summary>A Query met items that the collection does not show. For logs and counts; callers are not told.</summary>
    /// <param name="caller">Who read.</param>
    /// <param name="skipped">How many.</param>
    protected virtual void OnSkipped(Caller caller, SkippedItems skipped)
    {
    }
}
