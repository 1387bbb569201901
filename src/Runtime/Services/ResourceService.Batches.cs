using System.Collections.Concurrent;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Creating many at once.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>Enough to hide the way to the database, few enough not to be throttled for it.</summary>
    private const int MaxParallelWrites = 8;

    /// <summary>Creates many resources; some may be created and others not.</summary>
    /// <remarks>
    /// Resources whose key holds the fresh random id cannot meet others and go 25 to a request. All others, those with unique values, and all
    /// with <see cref="Caller.IdempotencyKey"/>, are created one by one, on the condition that nothing is in the way.
    /// </remarks>
    /// <param name="caller">Who creates.</param>
    /// <param name="inputs">What a client may write of them; any number.</param>
    /// <param name="cancellationToken">Gives up: what is not sent by then is <see cref="ErrorCode.Unavailable"/>, which means not done.</param>
    /// <returns>For each input in order: the resource (done), an error (not done), or <see cref="ErrorCode.OutcomeUnknown"/>.</returns>
    public async Task<IReadOnlyList<ServiceResult<TResource>>> BatchCreateAsync(Caller caller, IReadOnlyList<TInput> inputs,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count == 0) return [];

        var now = Now();
        var results = new ServiceResult<TResource>[inputs.Count];
        var together = new List<TResource>(inputs.Count);
        var positions = new List<int>(inputs.Count);
        for (var i = 0; i < results.Length; i++)
        {
            var prepared = await PrepareAsync(caller, inputs[i], i, now, null, cancellationToken).ConfigureAwait(false);
            if (!prepared.TryGet(out var creation, out var error))
            {
                results[i] = error;
            }
            else if (HasFreshKey(caller, creation) && CompanionsOf(Operation.Create, null, creation.Resource) is null)
            {
                together.Add(creation.Resource);
                positions.Add(i);
            }
            else
            {
                // Cancelled in between, the rest is not done; an exception would hide what is.
                results[i] = cancellationToken.IsCancellationRequested && i > 0
                    ? DynamoFailures.Unavailable
                    : await StoreAsync(caller, creation, cancellationToken).ConfigureAwait(false);
            }
        }

        if (together.Count == 0) return results;
        var errors = await Table.BatchPutItemsAsync(together, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        for (var i = 0; i < together.Count; i++)
        {
            results[positions[i]] = errors[i] is { } error ? error : together[i];
            if (errors[i] is null) await OnCreatedAsync(caller, together[i], cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    /// <summary>
    /// Changes many resources. DynamoDB has no such batch: these are updates of their own, eight at a time, each with its own outcome.
    /// </summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="keys">Which ones; any number. One that occurs twice is changed once.</param>
    /// <param name="change">Makes the new form from the current one; runs on many threads, and again after a conflict.</param>
    /// <param name="cancellationToken">Gives up: what is not begun by then is <see cref="ErrorCode.Unavailable"/>, which means not done.</param>
    /// <returns>For each key in order what an update of it answers.</returns>
    public Task<IReadOnlyList<ServiceResult<TResource>>> BatchUpdateAsync(Caller caller, IReadOnlyList<TKey> keys, Func<TResource, TResource> change,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return EachAsync(keys, key => UpdateAsync(caller, key, change, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Marks many resources as deleted. DynamoDB has no such batch: these are deletes of their own, eight at a time, each with its own outcome.
    /// </summary>
    /// <param name="caller">Who deletes.</param>
    /// <param name="keys">Which ones; any number. One that occurs twice is deleted once.</param>
    /// <param name="cancellationToken">Gives up: what is not begun by then is <see cref="ErrorCode.Unavailable"/>, which means not done.</param>
    /// <returns>For each key in order what a delete of it answers.</returns>
    public Task<IReadOnlyList<ServiceResult<TResource>>> BatchDeleteAsync(Caller caller, IReadOnlyList<TKey> keys, CancellationToken cancellationToken = default) =>
        EachAsync(keys, key => DeleteAsync(caller, key, cancellationToken: cancellationToken), cancellationToken);

    private static async Task<IReadOnlyList<ServiceResult<TResource>>> EachAsync(IReadOnlyList<TKey> keys, Func<TKey, Task<ServiceResult<TResource>>> act,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        TKey[] distinct = [.. keys.Distinct()];
        var results = new ConcurrentDictionary<TKey, ServiceResult<TResource>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = MaxParallelWrites };
        await Parallel.ForEachAsync(distinct, options, async (key, _) =>
        {
            try
            {
                results[key] = cancellationToken.IsCancellationRequested ? DynamoFailures.Unavailable : await act(key).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // Cancelled before its write was sent, or it would be a result; an exception would hide what is done.
                results[key] = DynamoFailures.Unavailable;
            }
        }).ConfigureAwait(false);
        return [.. keys.Select(key => results[key])];
    }

    /// <summary>Whether nothing can have the key: it holds an id made a moment ago from 74 random bits.</summary>
    private static bool HasFreshKey(Caller caller, Creation creation) =>
        creation.FreshId is { } id && Guid.TryParseExact(id, "D", out _) &&
        (creation.Resource.Key.ToSortKey(caller.TenantId).Contains(id, StringComparison.Ordinal) ||
         creation.Resource.Key.ToPartitionKey(caller.TenantId).Contains(id, StringComparison.Ordinal));
}
