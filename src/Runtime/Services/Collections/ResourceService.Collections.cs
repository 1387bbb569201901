namespace GeekCafe;

/// <content>What item collections ask.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch> : IReadRule<TResource>
{
    async ValueTask<bool> IReadRule<TResource>.MayReadAsync(Caller caller, TResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(resource);
        return await RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false) is null;
    }
}
