using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Lists of partitions that have shards.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>Reads until the page is full, the list ends, or each shard has been asked as often as a page may.</summary>
    private async Task<ServiceResult<Rows<TRow>>> ReadShardsAsync<TRow, TRows>(
        Caller caller, KeyQuery query, QueryPosition? after, PageRequest page, CancellationToken cancellationToken) where TRows : struct, IRows<TRow>
    {
        var limit = page.Limit == 0 ? PageRequest.DefaultLimit : page.Limit;
        var items = new List<TRow>(limit);
        var room = new PageRoom(limit, MaxPageBytes);
        var call = TableCall.For(caller, cancellationToken);
        using var shards = new ShardMerge<TRow>(query, after, page.Descending, MaxReadsPerQuery,
            (shard, from, reads) => default(TRows).QueryAsync(Table, shard, from, reads, page, call));
        for (var queries = page.MaxQueries == 0 ? Environment.MaxQueriesPerPage : page.MaxQueries; queries > 0; queries--)
        {
            if (!(await shards.FillAsync(limit - items.Count, cancellationToken).ConfigureAwait(false)).TryGet(out var withheld, out var error)) return error;
            if (withheld > 0) OnWithheld(caller, withheld);
            while (!room.IsFull && shards.Peek() is { } shard)
            {
                var (rows, index) = (shard.Rows, shard.Index);
                var refusal = IsLeftOut(query, rows, index)
                    ? ServiceError.NotFound : await default(TRows).RefusalAsync(this, caller, rows, index, cancellationToken).ConfigureAwait(false);
                if (refusal is { Code: not ErrorCode.NotFound }) return refusal;
                if (refusal is null)
                {
                    items.Add(rows[index]);
                    room.Take(rows.Length(index));
                }

                shards.Take(shard);
            }

            if (room.IsFull || shards.Next is null) break;
        }

        return new Rows<TRow>(items, shards.Next);
    }
}
