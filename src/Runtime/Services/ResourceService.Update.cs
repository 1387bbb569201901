using System.Runtime.CompilerServices;
using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <content>Everything that changes a stored resource: one read-modify-write with different ends.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    private static readonly ServiceError VersionDiffers = new(ErrorCode.PreconditionFailed, "The resource has another version than the one named.");

    private static readonly ServiceError NotAsDemanded = new(ErrorCode.ConditionFailed, "The resource is not as the request demands.");

    /// <summary>Changes a resource: <c>UpdateAsync(caller, key, e => e with { Title = "x" })</c>. Only what differs is written.</summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="key">Which one.</param>
    /// <param name="change">
    /// Makes the new form from the current one. May run again after a conflict, so it has no side effects. A <see cref="ServiceException"/> refuses:
    /// its error is the result.
    /// </param>
    /// <param name="ifVersion">
    /// The version the change was made for: another one is PreconditionFailed. Null: whichever is current, tried again against other
    /// writers until the caller's deadline, or for 10 s, before Conflict.
    /// </param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>
    /// The resource as stored, or NotFound, AccessDenied, ValidationError, PreconditionFailed, ConditionFailed, AlreadyExists for a value
    /// that is unique, Conflict, ItemTooLarge or a failure of the database.
    /// </returns>
    public Task<ServiceResult<TResource>> UpdateAsync(Caller caller, TKey key, Func<TResource, TResource> change, long? ifVersion = null,
        Filter<TResource>? onlyIf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return AfterAsync(WriteAsync(caller, key, Operation.Update, (current, _) => change(current), ifVersion, onlyIf, cancellationToken));
    }

    /// <summary>Changes the members a merge patch holds (RFC 7396).</summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="key">Which one.</param>
    /// <param name="patch">The members to change.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>As for updates.</returns>
    public Task<ServiceResult<TResource>> PatchAsync(Caller caller, TKey key, TPatch patch, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return AfterAsync(WriteAsync(caller, key, Operation.Update, (current, errors) => current.Apply(patch, errors), ifVersion, null, cancellationToken));
    }

    /// <summary>Gives all client-writable members new values; the others stay.</summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="key">Which one.</param>
    /// <param name="input">The new values.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>As for updates.</returns>
    public Task<ServiceResult<TResource>> ReplaceAsync(Caller caller, TKey key, TInput input, long? ifVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return AfterAsync(WriteAsync(caller, key, Operation.Update, (current, errors) =>
        {
            current.CheckReplace(input, errors);
            return current.Replace(input);
        }, ifVersion, null, cancellationToken));
    }

    /// <summary>
    /// Marks a resource as deleted: it is then gone for everybody, and <see cref="RestoreAsync"/> brings it back. Deleting what the caller may
    /// delete and is already deleted is a success that changes nothing; what was never there, or is another tenant's, is NotFound.
    /// </summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="key">Which one.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="onlyIf">What must hold of the stored resource; if it does not, ConditionFailed. Null: nothing.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>As for updates.</returns>
    public Task<ServiceResult<TResource>> DeleteAsync(Caller caller, TKey key, long? ifVersion = null, Filter<TResource>? onlyIf = null,
        CancellationToken cancellationToken = default) =>
        AfterAsync(WriteAsync(caller, key, Operation.Delete, null, ifVersion, onlyIf, cancellationToken));

    /// <summary>Brings a deleted resource back. Restoring what is not deleted is a success that changes nothing.</summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="key">Which one.</param>
    /// <param name="ifVersion">The version that must be current; null: any.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>As for updates.</returns>
    public Task<ServiceResult<TResource>> RestoreAsync(Caller caller, TKey key, long? ifVersion = null, CancellationToken cancellationToken = default) =>
        AfterAsync(WriteAsync(caller, key, Operation.Restore, null, ifVersion, null, cancellationToken));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ServiceResult<UpdateResult<TResource>>> WriteAsync(Caller caller, TKey key, Operation operation,
        Func<TResource, ValidationErrors, TResource>? change, long? ifVersion, Filter<TResource>? onlyIf, CancellationToken cancellationToken)
    {
        // Consistent: a stale read would only be refused by the condition.
        var found = await FindAsync(caller, key, consistent: true, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(caller, found, operation, change, ifVersion, onlyIf, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes what was found.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ServiceResult<UpdateResult<TResource>>> WriteAsync(Caller caller, ServiceResult<TResource> found, Operation operation,
        Func<TResource, ValidationErrors, TResource>? change, long? ifVersion, Filter<TResource>? onlyIf, CancellationToken cancellationToken)
    {
        var contention = new Contention(Environment.Clock, TableCall.For(caller, cancellationToken));
        while (true)
        {
            if (!found.TryGet(out var current, out var error)) return error;
            if (await StandingAsync(caller, operation, current, ifVersion, cancellationToken).ConfigureAwait(false) is { } standing)
            {
                return standing.Refusal is { } refusal ? refusal : new UpdateResult<TResource>(current, current);
            }

            var made = await NextAsync(caller, operation, change, current, cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out var next, out error)) return error;
            var outcome = await Table.UpdateItemAsync(current, next, CompanionsOf(operation, current, next), onlyIf, TableCall.For(caller, cancellationToken)).ConfigureAwait(false);
            if (outcome.IsApplied)
            {
                await AfterAsync(caller, operation, next, current, cancellationToken).ConfigureAwait(false);
                return new UpdateResult<TResource>(current, next);
            }

            if (outcome.State != WriteState.ConditionFailed) return outcome.Error;

            // The item is as it was read, so it was the caller's own condition that did not hold.
            if (onlyIf is not null && outcome.Existing?.Version == current.System.Version) return NotAsDemanded;

            // What stood in the way came back with the failure: it decides between 404, 403, 412 and 409 without another read.
            found = outcome.Existing?.Item ?? ServiceError.NotFound;
            if (contention.Next() is not { } wait) return DynamoFailures.Conflict;
            if (wait == TimeSpan.Zero) continue;

            // By the end of a wait others have been there again.
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
            found = await FindAsync(caller, current.Key, consistent: true, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Why a write needs no further thought: it is refused, or, without refusal, the resource is already as wanted. Null: go on.</summary>
    private async ValueTask<(ServiceError? Refusal, bool IsAsWanted)?> StandingAsync(Caller caller, Operation operation, TResource current, long? ifVersion,
        CancellationToken cancellationToken)
    {
        if (await RefusalAsync(caller, operation, current, cancellationToken).ConfigureAwait(false) is { } refusal) return (refusal, false);
        var deleted = current.System.DeletedAt is not null;
        if (operation == Operation.Update && deleted) return (ServiceError.NotFound, false);

        // Already as wanted, whoever did it.
        if ((operation == Operation.Delete && deleted) || (operation == Operation.Restore && !deleted)) return (null, true);
        return ifVersion is { } wanted && wanted != current.System.Version ? (VersionDiffers, false) : null;
    }

    /// <summary>Makes the new form of a resource.</summary>
    private async ValueTask<ServiceResult<TResource>> NextAsync(Caller caller, Operation operation, Func<TResource, ValidationErrors, TResource>? change, TResource current,
        CancellationToken cancellationToken)
    {
        var now = Later(Now(), current.System.UpdatedAt);
        var system = current.System with { Version = current.System.Version + 1, UpdatedAt = now, UpdatedBy = caller.UserId };
        if (operation == Operation.Delete) return current.WithSystem(system with { DeletedAt = now, DeletedBy = caller.UserId });
        if (operation == Operation.Restore) return current.WithSystem(system with { DeletedAt = null, DeletedBy = null });

        var errors = new ValidationErrors();
        TResource next;
        try
        {
            next = change!(current, errors);
            if (!errors.IsEmpty) return errors.ToError();
            next = OnUpdating(caller, next.WithSystem(system), current);
        }
        catch (ServiceException refusal)
        {
            return refusal.Error;
        }

        next = TResource.KeepCounters(next.WithSystem(system), current);
        return await InvalidityAsync(caller, next, current, cancellationToken).ConfigureAwait(false) is { } invalid ? invalid : next;
    }

    /// <summary>The time of a write. Where it is the version, no two writes may have one, however fast they come and whatever the other's clock said.</summary>
    private static DateTimeOffset Later(DateTimeOffset now, DateTimeOffset last) =>
        TResource.Definition.Format != ItemFormat.Python || now > last ? now : last.AddMilliseconds(1);

    private ValueTask AfterAsync(Caller caller, Operation operation, TResource next, TResource previous, CancellationToken cancellationToken) => operation switch
    {
        Operation.Delete => OnDeletedAsync(caller, next, cancellationToken),
        Operation.Restore => OnRestoredAsync(caller, next, cancellationToken),
        _ => OnUpdatedAsync(caller, next, previous, cancellationToken),
    };
}
