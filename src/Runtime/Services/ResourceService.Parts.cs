using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Who may see a part of a resource.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>What <see cref="AuthorizeProjectionAsync"/> answers that cannot say: no, unless the whole resource says otherwise.</summary>
    private static readonly Task<bool> Undecided = Task.FromResult(false);

    // 0: not known yet. A byte, for threads may look at once.
    private byte _hasRule;

    private delegate ValueTask<bool> Rule(Caller caller, Operation operation, TResource resource, CancellationToken cancellationToken);

    /// <summary>
    /// Whether somebody has overridden <see cref="ResourceRules{TResource}.AuthorizeAsync"/>, be it in a class that the generator never saw. Were two
    /// equal methods ever told apart, parts would be asked for as a whole: slower, and right.
    /// </summary>
    private bool HasRule
    {
        get
        {
            if (_hasRule == 0) _hasRule = new Rule(AuthorizeAsync).Equals(new Rule(base.AuthorizeAsync)) ? (byte)1 : (byte)2;
            return _hasRule == 2;
        }
    }

    /// <summary>Why the caller may not see the part of a resource that was read. The tenant is compared before.</summary>
    private ValueTask<ServiceError?> PartRefusalAsync<TProjection>(Caller caller, TProjection part, StoredAttributes item, CancellationToken cancellationToken)
        where TProjection : class, IProjection<TProjection, TResource>
    {
        if (!IsPartShown<TProjection>(caller, item, Environment.Clock.GetUtcNow())) return ValueTask.FromResult<ServiceError?>(ServiceError.NotFound);
        var key = HasRule ? new ItemKey(item.Text(TResource.Definition.PartitionKey)!, item.Text(TResource.Definition.SortKey)!) : default;
        return RuleRefusalAsync(caller, part, key, cancellationToken);
    }

    /// <summary>Whether liveness and the declared rules let the caller see it.</summary>
    private static bool IsPartShown<TProjection>(Caller caller, StoredAttributes item, DateTimeOffset now) where TProjection : class, IProjection<TProjection, TResource> =>
        !item.IsDeleted(TResource.Definition.Names) && !TProjection.IsExpired(item, now) && (caller.IsSystem || TProjection.IsReadable(caller, item));

    /// <summary>Why the service's own rule does not let the caller see it; null if it does.</summary>
    private async ValueTask<ServiceError?> RuleRefusalAsync<TProjection>(Caller caller, TProjection part, ItemKey key, CancellationToken cancellationToken)
        where TProjection : class, IProjection<TProjection, TResource>
    {
        if (caller.IsSystem) return null;
        var answer = AuthorizeProjectionAsync(caller, part, cancellationToken);
        if (answer != new ValueTask<bool>(Undecided)) return await answer.ConfigureAwait(false) ? null : ServiceError.NotFound;

        var whole = await Table.GetItemAsync<TResource>(key, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        return whole.TryGet(out var resource, out var error)
            ? await RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false)
            : error;
    }
}
