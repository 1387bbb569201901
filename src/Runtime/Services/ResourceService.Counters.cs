using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Counters.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>
    /// Adds to a counter, once for each call, even when an answer is lost. The resource's version stays, so that counting is in nobody's way; an
    /// answer that a client has cached may show an older count.
    /// </summary>
    /// <remarks>
    /// Who may read a resource may count on it: what is counted are things done with it. The resource is read first, to know that; for background
    /// work only if the counter is spread over shards. Costs a transaction, twice the write units of an update.
    /// </remarks>
    /// <param name="caller">Who counts.</param>
    /// <param name="key">On which resource.</param>
    /// <param name="counter">What, such as <c>EventCounters.Views</c>.</param>
    /// <param name="by">How much; below zero to count down. Default 1.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>Success when it was counted; or NotFound, ValidationError for a count its type cannot hold, or a failure of the database.</returns>
    public async Task<ServiceResult<NoContent>> IncrementAsync(Caller caller, TKey key, Counter<TResource> counter, long by = 1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(counter);
        if (!key.IsValid) return ServiceError.NotFound;
        if (by is long.MinValue || (by < 0 ? counter.Min - by > counter.Max : counter.Max - by < counter.Min)) return ServiceError.Invalid(counter.Member, "would be out of range");
        var call = TableCall.For(caller, cancellationToken);
        var owner = ToItemKey(key, caller);
        if (caller.IsSystem && counter.Shards == 0) return Counted(await Table.IncrementAsync(owner, counter, by, call).ConfigureAwait(false));

        if (!(await GetAsync(caller, key, consistent: true, cancellationToken).ConfigureAwait(false)).TryGet(out var resource, out var error)) return error;
        if (counter.Shards == 0) return Counted(await Table.IncrementAsync(owner, counter, by, call).ConfigureAwait(false));
        var shard = counter.ShardKey(caller.TenantId, owner, Random.Shared.Next(counter.Shards));
        return shard.IsStorable
            ? Counted(await Table.IncrementShardAsync<TResource>(shard, by, TResource.ExpiresAt(resource), call).ConfigureAwait(false))
            : DynamoFailures.KeyTooLong;

        static ServiceResult<NoContent> Counted(ServiceError? error) => error is null ? new NoContent() : error;
    }

    /// <summary>What a counter has counted: the resource's member, and the sum of its shards if it has some. Reads consistently.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="key">Of which resource.</param>
    /// <param name="counter">What, such as <c>EventCounters.Views</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The count, or NotFound or a failure of the database.</returns>
    public async Task<ServiceResult<long>> GetCounterAsync(Caller caller, TKey key, Counter<TResource> counter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(counter);
        if (!(await GetAsync(caller, key, consistent: true, cancellationToken).ConfigureAwait(false)).TryGet(out var resource, out var error)) return error;
        var owner = ToItemKey(key, caller);
        var reads = new Task<ServiceResult<CounterShard>>[counter.Shards];
        for (var i = 0; i < reads.Length; i++)
        {
            reads[i] = Table.GetItemAsync<CounterShard>(counter.ShardKey(caller.TenantId, owner, i), TableCall.For(caller, cancellationToken), consistent: true).AsTask();
        }

        var count = counter.Value(resource);
        foreach (var shard in await Task.WhenAll(reads).ConfigureAwait(false))
        {
            if (shard.TryGet(out var part, out error)) count += part.Value;
            else if (error.Code != ErrorCode.NotFound) return error;
        }

        return count;
    }
}
