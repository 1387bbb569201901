using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Lists of partitions that have shards.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>Reads until the page is full, the list ends, or each shard has been asked as often as a page may.</summary>
    private async Task<ServiceResult<(List<TResource> Items, QueryPosition? Next)>> ReadShardsAsync(
        Caller caller, KeyQuery query, QueryPosition? after, int limit, bool descending, CancellationToken cancellationToken)
    {
        var items = new List<TResource>(limit);
        var room = new PageRoom(limit, MaxPageBytes);
        var call = TableCall.For(caller, cancellationToken);
        using var shards = new ShardMerge<TResource>(query, after, descending, MaxReadsPerQuery,
            (shard, from, reads) => Table.QueryAsync<TResource>(shard, from, reads, descending, call));
        for (var queries = 0; queries < MaxQueriesPerPage; queries++)
        {
            if (!(await shards.FillAsync(limit - items.Count, cancellationToken).ConfigureAwait(false)).TryGet(out var withheld, out var error)) return error;
            if (withheld > 0) OnWithheld(caller, withheld);
            while (!room.IsFull && shards.Peek() is { } shard)
            {
                if (await RefusalAsync(caller, Operation.Read, shard.Row, cancellationToken).ConfigureAwait(false) is null)
                {
                    items.Add(shard.Row);
                    room.Take(shard.Length);
                }

                shards.Take(shard);
            }

            if (room.IsFull || shards.Next is null) break;
        }

        return (items, shards.Next);
    }
}
