using System.Runtime.CompilerServices;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Get, alone and many at once.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>Reads a resource.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="key">Which one.</param>
    /// <param name="consistent">Whether to see all writes that have ended, at twice the read units. Default false.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The resource, or NotFound or a failure of the database.</returns>
    public async Task<ServiceResult<TResource>> GetAsync(Caller caller, TKey key, bool consistent = false, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(caller, key, consistent, cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var resource, out var error)) return error;
        return await RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false) is { } refusal ? refusal : found;
    }

    /// <summary>Reads a part of a resource.</summary>
    /// <typeparam name="TProjection">A record marked <see cref="ProjectionOfAttribute{TResource}"/>.</typeparam>
    /// <inheritdoc cref="GetAsync(Caller, TKey, bool, CancellationToken)"/>
    public async Task<ServiceResult<TProjection>> GetAsync<TProjection>(Caller caller, TKey key, bool consistent = false, CancellationToken cancellationToken = default)
        where TProjection : class, IProjection<TProjection, TResource>
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!key.IsValid) return ServiceError.NotFound;
        var found = await Table.GetProjectedAsync<TProjection, TResource>(ToItemKey(key, caller), TableCall.For(caller, cancellationToken), consistent).ConfigureAwait(false);
        if (!found.TryGet(out var row, out var error)) return error;
        using (row)
        {
            return await PartRefusalAsync(caller, row.Item, row.Attributes, cancellationToken).ConfigureAwait(false) is { } refusal ? refusal : row.Item;
        }
    }

    /// <summary>Reads many resources: 100 in a request, what DynamoDB leaves over asked for again, each key read once.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="keys">Which ones; any number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>For each key in order: the resource, NotFound, or why it could not be read.</returns>
    public async Task<IReadOnlyList<ServiceResult<TResource>>> BatchGetAsync(Caller caller, IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) return [];

        // An unusable key is asked for under an empty one, which the table answers as missing.
        var itemKeys = new ItemKey[keys.Count];
        for (var i = 0; i < itemKeys.Length; i++) itemKeys[i] = keys[i].IsValid ? ToItemKey(keys[i], caller) : default;

        var found = await Table.BatchGetItemsAsync<TResource>(itemKeys, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        var results = found.ToArray();
        int[] positions = [.. Enumerable.Range(0, results.Length).Where(i => results[i].IsSuccess)];
        var refusals = await RefusalsAsync(caller, [.. positions.Select(i => results[i].Data)], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < positions.Length; i++)
        {
            if (refusals[i] is { } refusal) results[positions[i]] = refusal;
        }

        return results;
    }

    /// <summary>Reads parts of many resources: 100 in a request, what DynamoDB leaves over asked for again, each key read once.</summary>
    /// <typeparam name="TProjection">A record marked <see cref="ProjectionOfAttribute{TResource}"/>.</typeparam>
    /// <returns>For each key in order: the part, NotFound, or why it could not be read.</returns>
    /// <inheritdoc cref="BatchGetAsync(Caller, IReadOnlyList{TKey}, CancellationToken)"/>
    public async Task<IReadOnlyList<ServiceResult<TProjection>>> BatchGetAsync<TProjection>(Caller caller, IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default)
        where TProjection : class, IProjection<TProjection, TResource>
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) return [];

        var now = Environment.Clock.GetUtcNow();
        bool IsShown(StoredAttributes item) => IsPartShown<TProjection>(caller, item, now);
        var reads = new ProjectedRead<TProjection, TResource>[keys.Count];
        for (var i = 0; i < reads.Length; i++) reads[i] = new(keys[i].IsValid ? ToItemKey(keys[i], caller) : default, IsShown);
        await Table.ReadTogetherAsync(reads, TableCall.For(caller, cancellationToken), consistent: false).ConfigureAwait(false);

        var results = new ServiceResult<TProjection>[reads.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = reads[i].Result;
            if (results[i].TryGet(out var part, out _) &&
                await RuleRefusalAsync(caller, part, reads[i].Key, cancellationToken).ConfigureAwait(false) is { } refusal) results[i] = refusal;
        }

        return results;
    }

    /// <summary>Reads the stored item, deleted or not, before any access rule.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ServiceResult<TResource>> FindAsync(Caller caller, TKey key, bool consistent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!key.IsValid) return ServiceError.NotFound;
        return await Table.GetItemAsync<TResource>(ToItemKey(key, caller), TableCall.For(caller, cancellationToken), consistent).ConfigureAwait(false);
    }
}
