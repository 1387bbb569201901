namespace GeekCafe;

/// <content>What item collections ask.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch> : IReadRule<TResource>
{
    async ValueTask<bool> IReadRule<TResource>.MayReadAsync(Caller caller, TResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(resource);
        var refusal = await RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false);
        return refusal is null || refusal.Code == ErrorCode.NotFound ? refusal is null : throw new ServiceException(refusal);
    }
}
