using Community.Groups;
using GeekCafe;

namespace Community;

/// <summary>
/// Facts that read rules need of other resources: asked for one by one, read together. They are read as background work, since the rules of what is
/// looked up would look up others in turn.
/// </summary>
/// <param name="environment">What services share.</param>
/// <param name="caller">Whose rights are in question.</param>
internal sealed class Lookups(ServiceEnvironment environment, Caller caller)
{
    public static readonly Func<bool> Yes = static () => true;

    public static readonly Func<bool> No = static () => false;

    private readonly ServiceReads _reads = new(environment, caller.AsSystem("looks up what a rule needs"));
    private bool _isEmpty = true;

    /// <summary>Asks for a resource.</summary>
    /// <param name="service">The service it belongs to.</param>
    /// <param name="key">Which one.</param>
    /// <param name="holds">What must hold of it.</param>
    /// <returns>Whether it is there and that holds; to be called after <see cref="ReadAsync"/>.</returns>
    /// <exception cref="ServiceException">It could not be read. That is no "no".</exception>
    public Func<bool> Find<TResource, TKey, TInput, TPatch>(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key, Func<TResource, bool> holds)
        where TResource : class, IResource<TResource, TKey, TInput, TPatch>
        where TKey : struct, IResourceKey
        where TInput : class, IApiInput<TInput>
        where TPatch : class, IApiInput<TPatch>
    {
        _isEmpty = false;
        var entry = _reads.Get(service, key);
        return () => entry.Result.TryGet(out var found, out var error)
            ? holds(found)
            : error.Code == ErrorCode.NotFound ? false : throw new ServiceException(error);
    }

    /// <summary>Asks for somebody's membership in a group that is there: that of a deleted group gives no rights.</summary>
    /// <param name="groupId">In which group.</param>
    /// <param name="holds">What must hold of it.</param>
    /// <param name="userId">Whose. Null: the caller's.</param>
    /// <returns>As for <see cref="Find"/>.</returns>
    public Func<bool> FindMembership(string groupId, Func<Membership, bool> holds, string? userId = null)
    {
        var isThere = Find(new GroupService(environment), new GroupKey(groupId), static _ => true);
        var isMember = Find(new MembershipService(environment), new MembershipKey(groupId, userId ?? caller.UserId), holds);
        return () => isThere() && isMember();
    }

    /// <summary>Reads what was asked for: 100 in a request, each once, consistently. Without anything asked for, no request.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ReadAsync(CancellationToken cancellationToken) => _isEmpty ? Task.CompletedTask : _reads.BatchGetAsync(consistent: true, cancellationToken);
}
