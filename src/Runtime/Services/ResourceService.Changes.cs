using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <content>Changes named by member.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>
    /// Changes members: <c>UpdateAsync(caller, key, EventChange.Title.Set("x") + EventChange.Tags.Append("a"))</c>. Only what differs is written,
    /// index keys and unique values included.
    /// </summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="key">Which one.</param>
    /// <param name="change">What is to become different.</param>
    /// <param name="ifVersion">The version that must be current; null: any, and up to three tries against other writers before Conflict.</param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>The resource as stored, or an error as for the other updates.</returns>
    public Task<ServiceResult<TResource>> UpdateAsync(Caller caller, TKey key, Change<TResource> change, long? ifVersion = null, Filter<TResource>? onlyIf = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return AfterAsync(WriteAsync(caller, key, Operation.Update, change.ApplyTo, ifVersion, onlyIf, cancellationToken));
    }
}
