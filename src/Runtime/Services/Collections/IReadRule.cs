namespace GeekCafe;

/// <summary>Who may see a resource. Every service is the rule of its own resource, so what reads several of them asks each as that would ask itself.</summary>
/// <typeparam name="TResource">The resource.</typeparam>
public interface IReadRule<TResource> where TResource : class, IResource<TResource>
{
    /// <summary>Whether a caller may see it: its tenant, that it is neither deleted nor expired, the declared rules, and the service's AuthorizeAsync.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="resource">What was read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> MayReadAsync(Caller caller, TResource resource, CancellationToken cancellationToken);
}
