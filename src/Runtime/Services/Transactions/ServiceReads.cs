using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>Reads resources of several services in one request: each is asked for with its service, and its result is typed.</summary>
/// <example>
/// <code>
/// var reads = new ServiceReads(environment, caller);
/// var order = reads.Get(orders, new OrderKey(orderId));
/// var customer = reads.Get(users, new UserKey(userId));
/// await reads.TransactGetAsync();
/// if (order.Result.IsSuccess &amp;&amp; customer.Result.IsSuccess) ...
/// </code>
/// </example>
/// <param name="environment">What the services share.</param>
/// <param name="caller">Who asks.</param>
public sealed class ServiceReads(ServiceEnvironment environment, Caller caller)
{
    /// <summary>The most resources that one moment can show (developer guide, Quotas: transactions).</summary>
    public const int MaxTogether = 100;

    private readonly DynamoTable _table = new(environment.Client, environment.TableName, environment.Capacity);
    private readonly List<ReadEntry> _entries = [];

    /// <summary>Asks for a resource.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public ReadEntry<TResource> Get<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(service);
        ServiceTransaction.DemandTable(service.TableName, environment);
        var entry = service.ToRead(caller, key);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Reads all, any number, 100 in a request: each as it is, but not all at one moment.</summary>
    /// <param name="consistent">Whether to see all writes that have ended, at twice the read units. Default false.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task BatchGetAsync(bool consistent = false, CancellationToken cancellationToken = default)
    {
        await _table.ReadTogetherAsync([.. _entries.Select(static entry => entry.Item)], TableCall.For(caller, cancellationToken), consistent).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all as they are at one moment, at twice the read units of consistent reads. Either all results are of that moment or none is.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Why nothing was read, such as Conflict with a running transaction; null when everything was, including what is missing.</returns>
    /// <exception cref="InvalidOperationException">There are more than 100.</exception>
    public async Task<ServiceError?> TransactGetAsync(CancellationToken cancellationToken = default)
    {
        var items = new HashSet<ItemKey>(_entries.Select(static entry => entry.Item.Key));
        if (items.Count > MaxTogether) throw new InvalidOperationException($"At most {MaxTogether} resources can be read at one moment, not {items.Count}.");
        var error = await _table.TransactGetAsync([.. _entries.Select(static entry => entry.Item)], TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return error;
    }

    private async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in _entries) await entry.SettleAsync(caller, cancellationToken).ConfigureAwait(false);
        _entries.Clear();
    }
}
