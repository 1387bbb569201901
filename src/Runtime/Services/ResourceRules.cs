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
    protected virtual ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, TResource resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);
}
