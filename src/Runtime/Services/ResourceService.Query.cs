using System.Runtime.CompilerServices;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Lists.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>The most items one Query reads when earlier ones found too few to show.</summary>
    private const int MaxReadsPerQuery = 1000;

    /// <summary>A page ends early past this many bytes of stored JSON: a Lambda answer may have 6 MB (Lambda quotas, invocation payload).</summary>
    private const int MaxPageBytes = 4 * 1024 * 1024;

    private static readonly ServiceError BadLimit = new(ErrorCode.InvalidParameter, "A query parameter is not usable.")
    {
        Details = new Dictionary<string, string> { ["limit"] = $"Must be a whole number from 1 to {PageRequest.MaxLimit}." },
    };

    private static readonly ServiceError InconsistentIndex = new(ErrorCode.InvalidParameter, "This list cannot be read consistently.")
    {
        Details = new Dictionary<string, string> { ["consistent"] = "is for lists by the primary key; a global secondary index follows the table with a delay" },
    };

    /// <summary>
    /// Reads a page of a partition. What is deleted, expired or not the caller's to read is left out, and the page is filled from what follows,
    /// within a bound: 10 queries unless said otherwise, 4 MB. For generated list methods and for lists of your own.
    /// </summary>
    /// <param name="caller">Who asks. The partition's text must come from his tenant.</param>
    /// <param name="query">The partition and the prefix of sort keys wanted.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The page, with a cursor exactly when more may follow; even an empty page can have one. Or InvalidParameter, InvalidCursor, CursorExpired
    /// or a failure of the database.
    /// </returns>
    protected Task<ServiceResult<Page<TResource>>> QueryAsync(Caller caller, KeyQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        PageAsync<TResource, WholeRows>(caller, query, page, cancellationToken);

    /// <summary>Reads a page of a partition, of each item only what a projection holds.</summary>
    /// <inheritdoc cref="QueryAsync(Caller, KeyQuery, PageRequest, CancellationToken)"/>
    protected Task<ServiceResult<Page<TProjection>>> QueryAsync<TProjection>(
        Caller caller, KeyQuery query, PageRequest page, CancellationToken cancellationToken = default) where TProjection : class, IProjection<TProjection, TResource> =>
        query.KeysOnly
            ? PageAsync<TProjection, KeyRows<TProjection>>(caller, query, page, cancellationToken)
            : PageAsync<TProjection, ProjectedRows<TProjection>>(caller, query, page, cancellationToken);

    /// <summary>
    /// Reads a page of an index that holds only parts, and the whole resources behind it: 100 in a request, in the index's order. What vanished or
    /// changed hands in between is left out.
    /// </summary>
    /// <inheritdoc cref="QueryAsync(Caller, KeyQuery, PageRequest, CancellationToken)"/>
    protected Task<ServiceResult<Page<TResource>>> FollowAsync(Caller caller, KeyQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        PageAsync<TResource, FollowedRows>(caller, query, page, cancellationToken);

    /// <summary>
    /// All of a list, page after page, each read when it is come to. What is written meanwhile may or may not be seen; nothing is seen twice that
    /// keeps its key.
    /// </summary>
    /// <param name="caller">Who asks. The partition's text must come from his tenant.</param>
    /// <param name="query">The partition and the sort keys wanted.</param>
    /// <param name="page">Where to begin, in which direction, and how many to read at a time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ServiceException">A page failed; what was given out before stands.</exception>
    protected async IAsyncEnumerable<TResource> EnumerateAsync(
        Caller caller, KeyQuery query, PageRequest page = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!Start(caller, query, page).TryGet(out var after, out var refusal)) throw new ServiceException(refusal);
        do
        {
            var read = await ReadPageAsync<TResource, WholeRows>(caller, query, after, page, cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var rows, out var error)) throw new ServiceException(error);
            foreach (var item in rows.Items) yield return item;
            after = rows.Next;
        }
        while (after is not null);
    }

    private async Task<ServiceResult<Page<TRow>>> PageAsync<TRow, TRows>(Caller caller, KeyQuery query, PageRequest page, CancellationToken cancellationToken)
        where TRows : struct, IRows<TRow>
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!Start(caller, query, page).TryGet(out var after, out var refusal)) return refusal;
        var read = await ReadPageAsync<TRow, TRows>(caller, query, after, page, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var rows, out var error)) return error;
        if (rows.Next is not { } next) return new Page<TRow>(rows.Items, null);
        return Environment.Cursors.Seal(Scope(caller, query, page), next).TryGet(out var cursor, out var failure)
            ? new Page<TRow>(rows.Items, cursor)
            : failure;
    }

    /// <summary>Where a page begins, or why it cannot be read.</summary>
    private ServiceResult<QueryPosition?> Start(Caller caller, in KeyQuery query, in PageRequest page)
    {
        if (page.Limit is < 0 or > PageRequest.MaxLimit) return BadLimit;
        if (page.Consistent && query.Index is not null && query.PartitionAttribute != TResource.Definition.PartitionKey) return InconsistentIndex;
        if (page.Cursor is null) return (QueryPosition?)null;
        return Environment.Cursors.Open(Scope(caller, query, page), page.Cursor).TryGet(out var position, out var error) ? (QueryPosition?)position : error;
    }

    private static CursorScope Scope(Caller caller, in KeyQuery query, in PageRequest page) => new(caller.TenantId, caller.UserId, query, page.Descending);

    /// <summary>Reads until the page is full, the list ends, or the bound is met.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ServiceResult<Rows<TRow>>> ReadPageAsync<TRow, TRows>(
        Caller caller, KeyQuery query, QueryPosition? after, PageRequest page, CancellationToken cancellationToken) where TRows : struct, IRows<TRow>
    {
        if (query.Where?.Range?.IsEmpty is true) return new Rows<TRow>([], null);
        if (query.Shards > 0) return await ReadShardsAsync<TRow, TRows>(caller, query, after, page, cancellationToken).ConfigureAwait(false);
        var limit = page.Limit == 0 ? PageRequest.DefaultLimit : page.Limit;
        var items = new List<TRow>(limit);
        var room = new PageRoom(limit, MaxPageBytes);
        var reads = limit;
        for (var queries = page.MaxQueries == 0 ? Environment.MaxQueriesPerPage : page.MaxQueries; queries > 0; queries--)
        {
            var read = await default(TRows).QueryAsync(Table, query, after, reads, page, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
            if (!read.TryGet(out var rows, out var error)) return error;
            using (rows)
            {
                if (rows.Withheld > 0) OnWithheld(caller, rows.Withheld);
                var looked = await TakeAsync<TRow, TRows>(caller, query, rows, items, room, cancellationToken).ConfigureAwait(false);
                if (!looked.TryGet(out var taken, out var failure)) return failure;

                // Cut in the middle, the page goes on after the last row looked at, not after all that were read.
                after = taken < rows.Count ? rows.PositionOf(taken - 1) : rows.Next;
                if (after is null || room.IsFull) break;
            }

            // The less there is to show, the more is read at once.
            reads = Math.Min(reads * 2, MaxReadsPerQuery);
        }

        return new Rows<TRow>(items, after);
    }

    /// <summary>The answer of a list method that was given nothing to list by.</summary>
    /// <param name="member">The member without a value.</param>
    protected static Task<ServiceResult<Page<TResource>>> Refuse(string member) =>
        Task.FromResult<ServiceResult<Page<TResource>>>(ServiceError.Invalid(member, "must not be empty"));

    /// <inheritdoc cref="Refuse(string)"/>
    /// <typeparam name="TRow">What was to be listed.</typeparam>
    protected static Task<ServiceResult<Page<TRow>>> Refuse<TRow>(string member) =>
        Task.FromResult<ServiceResult<Page<TRow>>>(ServiceError.Invalid(member, "must not be empty"));

    /// <summary>Of an enumeration that was given nothing to list by.</summary>
    /// <param name="member">The member without a value.</param>
    protected static ServiceException Unlisted(string member) => new(ServiceError.Invalid(member, "must not be empty"));

    /// <summary>Takes rows into the page until it is full.</summary>
    /// <returns>How many rows were looked at, or why it cannot be said whether one is shown.</returns>
    private async ValueTask<ServiceResult<int>> TakeAsync<TRow, TRows>(
        Caller caller, KeyQuery query, QueryPage<TRow> rows, List<TRow> items, PageRoom room, CancellationToken cancellationToken) where TRows : struct, IRows<TRow>
    {
        var (from, until, refusals) = (0, 0, (ServiceError?[]?)null);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == until && HasRule)
            {
                // Asked about together: as many as the page has room for.
                (from, until) = (i, Math.Min(rows.Count, i + room.Items));
                refusals = default(TRows).RefusalsAsync(this, caller, rows, from..until, cancellationToken) is { } asked ? await asked.ConfigureAwait(false) : null;
            }

            if (IsLeftOut(query, rows, i)) continue;
            if ((refusals is null ? await default(TRows).RefusalAsync(this, caller, rows, i, cancellationToken).ConfigureAwait(false) : refusals[i - from]) is { } refusal)
            {
                if (refusal.Code == ErrorCode.NotFound) continue;
                return refusal;
            }

            items.Add(rows[i]);
            room.Take(rows.Length(i));
            if (room.IsFull) return i + 1;
        }

        return rows.Count;
    }

    /// <summary>Whether a row is the bound that a range leaves out.</summary>
    private static bool IsLeftOut<TRow>(in KeyQuery query, QueryPage<TRow> rows, int index) =>
        query.Where?.Range is { ExcludesHigh: true } range && string.Equals(rows.PositionOf(index).Sort, range.High, StringComparison.Ordinal);

    /// <summary>The rows of a page, and where the next begins.</summary>
    private readonly record struct Rows<TRow>(List<TRow> Items, QueryPosition? Next);

    /// <summary>How much more a page may take.</summary>
    private sealed class PageRoom(int items, int bytes)
    {
        public int Items => items;

        public bool IsFull => items <= 0 || bytes <= 0;

        public void Take(int size)
        {
            items--;
            bytes -= size;
        }
    }
}
