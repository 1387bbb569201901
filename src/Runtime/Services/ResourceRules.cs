namespace GeekCafe;

/// <summary>The rule of a service about whole resources. A class of its own, so that a service can tell whether anybody has overridden it.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public abstract class ResourceRules<TResource> where TResource : class
{
    private protected ResourceRules()
    {
    }

    /// <summary>A rule beyond the declared access rules, asked only when those allow and never for background work.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="operation">What he wants to do. Before anything but a create, <see cref="Operation.Read"/> is asked too.</param>
    /// <param name="resource">To which resource.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>Whether he may.</returns>
    /// <exception cref="ServiceException">It cannot be known, because what the rule reads cannot be read: its error is the answer to the caller.</exception>
    protected virtual ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, TResource resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);

    /// <summary>
    /// <see cref="AuthorizeAsync"/> for reading many at once: the rows of a page, or a batch. Override it too where the rule reads other resources, to
    /// read them together instead of once for each row. Default: asks one by one.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="resources">Which, all of those that the declared rules allow.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>For each in order whether he may read it.</returns>
    /// <exception cref="ServiceException">It cannot be known: its error is the answer to the caller.</exception>
    protected virtual async ValueTask<IReadOnlyList<bool>> AuthorizeReadsAsync(Caller caller, IReadOnlyList<TResource> resources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var allowed = new bool[resources.Count];
        for (var i = 0; i < allowed.Length; i++) allowed[i] = await AuthorizeAsync(caller, Operation.Read, resources[i], cancellationToken).ConfigureAwait(false);
        return allowed;
    }
}
