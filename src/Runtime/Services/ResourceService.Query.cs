using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Lists.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>The most Query requests for one page: what is billed for a page of a partition full of deleted items has a bound.</summary>
    private const int MaxQueriesPerPage = 10;

    /// <summary>The most items one Query reads when earlier ones found too few to show.</summary>
    private const int MaxReadsPerQuery = 1000;

    /// <summary>A page ends early past this many bytes of stored JSON: a Lambda answer may have 6 MB (Lambda quotas, invocation payload).</summary>
    private const int MaxPageBytes = 4 * 1024 * 1024;

    private static readonly ServiceError BadLimit = new(ErrorCode.InvalidParameter, "A query parameter is not usable.")
    {
        Details = new Dictionary<string, string> { ["limit"] = $"Must be a whole number from 1 to {PageRequest.MaxLimit}." },
    };

    /// <summary>
    /// Reads a page of a partition. What is deleted, expired or not the caller's to read is left out, and the page is filled from what follows,
    /// within a bound: 10 queries, 4 MB. For generated list methods and for lists of your own.
    /// </summary>
    /// <param name="caller">Who asks. The partition's text must come from his tenant.</param>
    /// <param name="query">The partition and the prefix of sort keys wanted.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The page, with a cursor exactly when more may follow; even an empty page can have one. Or InvalidParameter, InvalidCursor, CursorExpired
    /// or a failure of the database.
    /// </returns>
    protected async Task<ServiceResult<Page<TResource>>> QueryAsync(Caller caller, KeyQuery query, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (page.Limit is < 0 or > PageRequest.MaxLimit) return BadLimit;
        var limit = page.Limit == 0 ? PageRequest.DefaultLimit : page.Limit;

        var scope = new CursorScope(caller.TenantId, caller.UserId, query, page.Descending);
        QueryPosition? after = null;
        if (page.Cursor is not null)
        {
            if (!Environment.Cursors.Open(scope, page.Cursor).TryGet(out var position, out var error)) return error;
            after = position;
        }

        if (query.Shards > 0)
        {
            var shards = await ReadShardsAsync(caller, query, after, limit, page.Descending, cancellationToken).ConfigureAwait(false);
            if (!shards.TryGet(out var merged, out var failed)) return failed;
            if (merged.Next is not { } next) return new Page<TResource>(merged.Items, null);
            return Environment.Cursors.Seal(scope, next).TryGet(out var sealedNext, out var unsealed) ? new Page<TResource>(merged.Items, sealedNext) : unsealed;
        }

        var items = new List<TResource>(limit);
        var room = new PageRoom(limit, MaxPageBytes);
        var reads = limit;
        for (var queries = 0; queries < MaxQueriesPerPage; queries++)
        {
            var read = await Table.QueryAsync<TResource>(query, after, reads, page.Descending, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
            if (!read.TryGet(out var rows, out var error)) return error;
            using (rows)
            {
                if (rows.Withheld > 0) OnWithheld(caller, rows.Withheld);
                var taken = await TakeAsync(caller, rows, items, room, cancellationToken).ConfigureAwait(false);

                // Cut in the middle, the page goes on after the last row looked at, not after all that were read.
                after = taken < rows.Count ? rows.PositionOf(taken - 1) : rows.Next;
                if (after is null) return new Page<TResource>(items, null);
                if (room.IsFull) break;
            }

            // The less there is to show, the more is read at once.
            reads = Math.Min(reads * 2, MaxReadsPerQuery);
        }

        return Environment.Cursors.Seal(scope, after!.Value).TryGet(out var cursor, out var failure)
            ? new Page<TResource>(items, cursor)
            : failure;
    }

    /// <summary>The answer of a list method that was given nothing to list by.</summary>
    /// <param name="member">The member without a value.</param>
    protected static Task<ServiceResult<Page<TResource>>> Refuse(string member) =>
        Task.FromResult<ServiceResult<Page<TResource>>>(ServiceError.Invalid(member, "must not be empty"));

    /// <summary>Takes rows into the page until it is full.</summary>
    /// <returns>How many rows were looked at.</returns>
    private async ValueTask<int> TakeAsync(Caller caller, QueryPage<TResource> rows, List<TResource> items, PageRoom room, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (await RefusalAsync(caller, Operation.Read, rows[i], cancellationToken).ConfigureAwait(false) is not null) continue;
            items.Add(rows[i]);
            room.Take(rows.Length(i));
            if (room.IsFull) return i + 1;
        }

        return rows.Count;
    }

    /// <summary>How much more a page may take.</summary>
    private sealed class PageRoom(int items, int bytes)
    {
        public bool IsFull => items <= 0 || bytes <= 0;

        public void Take(int size)
        {
            items--;
            bytes -= size;
        }
    }
}
