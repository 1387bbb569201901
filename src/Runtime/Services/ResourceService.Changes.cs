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
    /// <param name="ifVersion">The version that must be current; null: any, and other writers are no matter until the caller's deadline, or for 10 s; then Conflict.</param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>The resource as stored, or an error as for the other updates.</returns>
    public Task<ServiceResult<TResource>> UpdateAsync(Caller caller, TKey key, Change<TResource> change, long? ifVersion = null, Filter<TResource>? onlyIf = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(change);
        return TResource.MayChangeUnread(caller) && key.IsValid && change.Direct() is { } direct
            ? UpdateDirectlyAsync(caller, key, change, direct, ifVersion, onlyIf, cancellationToken)
            : AfterAsync(WriteAsync(caller, key, Operation.Update, change.ApplyTo, ifVersion, onlyIf, cancellationToken));
    }

    /// <summary>
    /// Lets DynamoDB make the change. Where it cannot, or finds something in the way, the change is made to what is read, which also says
    /// exactly what is wrong.
    /// </summary>
    private async Task<ServiceResult<TResource>> UpdateDirectlyAsync(Caller caller, TKey key, Change<TResource> change, DirectUpdate direct, long? ifVersion,
        Filter<TResource>? onlyIf, CancellationToken cancellationToken)
    {
        var write = new DirectWrite<TResource>(
            ToItemKey(key, caller), caller.TenantId, WriteToken.New(), Now(), caller.UserId, Environment.Clock.GetUtcNow(), ifVersion, onlyIf);
        var outcome = await Table.UpdateDirectlyAsync(direct, write, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
        if (outcome.Final is { } final) return final;
        var found = outcome.Found ?? await FindAsync(caller, key, consistent: true, cancellationToken).ConfigureAwait(false);
        return await AfterAsync(WriteAsync(caller, found, Operation.Update, change.ApplyTo, ifVersion, onlyIf, cancellationToken)).ConfigureAwait(false);
    }
}
