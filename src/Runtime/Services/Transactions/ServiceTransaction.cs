using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>
/// Writes of several services that happen all or not at all. Each entry goes through its service: access rules, validation, hooks, system members,
/// unique values, audit. Add entries, commit once, then look at their results.
/// </summary>
/// <remarks>
/// <para>
/// What the entries change or check is read in one consistent batch, and all of it is held to that version when the transaction commits: a
/// transaction sees nothing half-done and is not undone by others. Where an entry names no version, a conflict is tried again, until the
/// caller's deadline or for 10 s, with what stands there then; hooks may run again.
/// </para>
/// <para>At most 100 items and 4 MB, markers of unique values and audit entries included (DynamoDB's quota). It costs twice the write units.</para>
/// </remarks>
/// <example>
/// <code>
/// var transaction = new ServiceTransaction(environment, caller);
/// var order = transaction.Create(orders, new OrderInput { ... });
/// transaction.Update(stock, new StockKey(sku), s =&gt; s with { Count = s.Count - 1 });
/// transaction.Check(users, new UserKey(userId));
/// if ((await transaction.CommitAsync()).IsSuccess) return order.Result.Data;
/// </code>
/// </example>
/// <param name="environment">What the services share.</param>
/// <param name="caller">Who writes.</param>
public sealed partial class ServiceTransaction(ServiceEnvironment environment, Caller caller)
{
    private readonly List<TransactionEntry> _entries = [];

    /// <summary>
    /// Makes the transaction repeatable: a commit that finds an earlier one of the same tenant, user and key done does nothing and succeeds.
    /// 1 to 255 visible ASCII characters. Null, the default: every commit is one of its own.
    /// </summary>
    /// <remarks>
    /// An earlier commit is recognised for as long as one of the resources it wrote has not been written since, and by DynamoDB for 10 minutes in
    /// any case (API reference, TransactWriteItems, ClientRequestToken); then the commit ends as <see cref="ErrorCode.IdempotencyMismatch"/>.
    /// </remarks>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// How long an earlier commit under the key is recognised whatever happens to what it wrote: a marker is written with it, one more item. It expires in
    /// tables with a <see cref="TableDefinition.TimeToLiveAttribute"/>, and stays in others. Null, the default: as <see cref="IdempotencyKey"/> says.
    /// </summary>
    public TimeSpan? KeyLifetime { get; init; }

    /// <summary>Creates a resource.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="input">What a client may write of it.</param>
    /// <param name="with">
    /// Adds what no client may write. Runs with each try, after the changes of entries before this one, whose <see cref="TransactionEntry{TResource}.Pending"/>
    /// it may use; with <see cref="IdempotencyKey"/> only that of creates, for it then runs before anything is read. Null: nothing.
    /// </param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Create<TResource, TKey, TInput, TPatch>(
        ResourceService<TResource, TKey, TInput, TPatch> service, TInput input, Func<TResource, TResource>? with = null)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(input);
        DemandTable(service.TableName, environment);
        return Add(service.ToCreate(input, with));
    }

    /// <summary>Changes a resource.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <param name="change">
    /// Makes the new form from the current one; may run again after a conflict. A <see cref="ServiceException"/> refuses: its error is the entry's.
    /// </param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Update<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key,
        Func<TResource, TResource> change, long? ifVersion = null, Filter<TResource>? onlyIf = null)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(change);
        return Change(service, key, Operation.Update, (current, _) => change(current), ifVersion, onlyIf);
    }

    /// <summary>Changes the members a merge patch holds (RFC 7396).</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <param name="patch">The members to change.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Patch<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key, TPatch patch,
        long? ifVersion = null, Filter<TResource>? onlyIf = null)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(patch);
        return Change(service, key, Operation.Update, (current, errors) => current.Apply(patch, errors), ifVersion, onlyIf);
    }

    /// <summary>
    /// Creates a resource or replaces the one that has its key, for resources whose key clients choose. Creating asks for <see cref="Operation.Create"/>,
    /// replacing for <see cref="Operation.Update"/>. A deleted one is made anew under its old id and creator, which asks for <see cref="Operation.Restore"/>.
    /// </summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="input">All that a client may write of it.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Put<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TInput input)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(input);
        DemandTable(service.TableName, environment);
        return Add(service.ToPut(input));
    }

    /// <summary>
    /// Changes a resource, or makes it where there is none. Making asks for <see cref="Operation.Create"/>, changing for <see cref="Operation.Update"/>;
    /// a deleted one is made anew under its old id and creator, which asks for <see cref="Operation.Restore"/>.
    /// </summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one; what the change makes must have this key.</param>
    /// <param name="change">
    /// Makes the new form from the current one, null when there is none; may run again after a conflict. A <see cref="ServiceException"/> refuses: its
    /// error is the entry's.
    /// </param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Put<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key,
        Func<TResource?, TResource> change)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(change);
        DemandTable(service.TableName, environment);
        return Add(service.ToPut(key, change));
    }

    /// <summary>Marks a resource as deleted. One that is deleted already stays as it is.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Delete<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key,
        long? ifVersion = null, Filter<TResource>? onlyIf = null)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch> => Change(service, key, Operation.Delete, null, ifVersion, onlyIf);

    /// <summary>Brings a deleted resource back. One that is not deleted stays as it is.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Restore<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key,
        long? ifVersion = null)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch> => Change(service, key, Operation.Restore, null, ifVersion, null);

    /// <summary>Demands that the caller can read a resource, and that it stays as it is until the transaction commits. Its result is the resource.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <exception cref="ArgumentException">The service works on another table.</exception>
    public TransactionEntry<TResource> Check<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key,
        long? ifVersion = null)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch> => Change(service, key, Operation.Read, null, ifVersion, null);

    internal static void DemandTable(string tableName, ServiceEnvironment environment)
    {
        if (!string.Equals(tableName, environment.TableName, StringComparison.Ordinal)) throw new ArgumentException("The service works on another table.");
    }

    private TransactionEntry<TResource> Change<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key,
        Operation operation, Func<TResource, ValidationErrors, TResource>? change, long? ifVersion, Filter<TResource>? onlyIf)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        ArgumentNullException.ThrowIfNull(service);
        DemandTable(service.TableName, environment);
        return Add(service.ToChange(key, operation, change, ifVersion, onlyIf));
    }

    private TEntry Add<TEntry>(TEntry entry) where TEntry : TransactionEntry
    {
        if (_committed) throw new InvalidOperationException("The transaction is committed.");
        _entries.Add(entry);
        return entry;
    }
}
