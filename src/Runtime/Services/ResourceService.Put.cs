namespace GeekCafe;

/// <content>Create or replace.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>How often the resource may come and go between the read and the write.</summary>
    private const int MaxPutTries = 3;

    private static readonly ServiceError Racing = new(ErrorCode.Conflict, "The resource was created and removed at the same time. Repeat the request.");

    /// <summary>
    /// Creates a resource, or replaces the one that has its key: for resources whose key clients choose. One consistent read, one write.
    /// </summary>
    /// <remarks>
    /// Creating asks for <see cref="Operation.Create"/>, replacing for <see cref="Operation.Update"/>. What is deleted is not brought back:
    /// that is AlreadyExists, as for a create.
    /// </remarks>
    /// <param name="caller">Who writes.</param>
    /// <param name="input">All that a client may write of it.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>The resource before, null if it is new, and after; or an error as for creates and updates.</returns>
    public Task<ServiceResult<UpdateResult<TResource>>> PutAsync(Caller caller, TInput input, CancellationToken cancellationToken = default) =>
        PutAsync(caller, input, null, cancellationToken);

    /// <summary>Creates a resource, or replaces the one that has its key, where the key is not in the input.</summary>
    /// <param name="caller">Who writes.</param>
    /// <param name="input">All that a client may write of it.</param>
    /// <param name="with">Adds what no client may write, such as the key, to what is created. Of what is replaced it only says which one.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <inheritdoc cref="PutAsync(Caller, TInput, CancellationToken)"/>
    public async Task<ServiceResult<UpdateResult<TResource>>> PutAsync(
        Caller caller, TInput input, Func<TResource, TResource>? with, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(input);
        for (var tries = 0; tries < MaxPutTries; tries++)
        {
            if (!Make(caller, input, 0, Now(), with).TryGet(out var creation, out var error)) return error;
            var key = creation.Resource.Key;
            var found = await FindAsync(caller, key, consistent: true, cancellationToken).ConfigureAwait(false);
            if (found.TryGet(out var current, out error) && !TResource.IsExpired(current, Environment.Clock.GetUtcNow()))
            {
                if (current.System.DeletedAt is not null) return Exists;
                var replaced = await WriteAsync(caller, found, Operation.Update, (old, errors) =>
                {
                    old.CheckReplace(input, errors);
                    return old.Replace(input);
                }, null, null, cancellationToken).ConfigureAwait(false);
                if (replaced.Error is not { Code: ErrorCode.NotFound }) return replaced;

                // Gone since it was read, or not his to see: then it exists, as for a create.
                if (await RefusalAsync(caller, Operation.Read, current, cancellationToken).ConfigureAwait(false) is not null) return Exists;
                continue;
            }

            if (error is not null && error.Code != ErrorCode.NotFound) return error;
            if (!(await CheckAsync(caller, input, creation, cancellationToken).ConfigureAwait(false)).TryGet(out creation, out error)) return error;
            var stored = await StoreAsync(caller, creation, cancellationToken).ConfigureAwait(false);
            if (stored.TryGet(out var created, out error)) return new UpdateResult<TResource>(null, created);

            // Somebody else created it since the read: then it is to be replaced.
            if (!ReferenceEquals(error, Exists)) return error;
        }

        return Racing;
    }

    /// <summary>As <see cref="UpdateAsync(Caller, TKey, Func{TResource, TResource}, long?, DynamoDb.Filter{TResource}?, CancellationToken)"/>, and says what was there before.</summary>
    /// <inheritdoc cref="UpdateAsync(Caller, TKey, Func{TResource, TResource}, long?, DynamoDb.Filter{TResource}?, CancellationToken)"/>
    public Task<ServiceResult<UpdateResult<TResource>>> UpdateReturningAsync(Caller caller, TKey key, Func<TResource, TResource> change, long? ifVersion = null,
        DynamoDb.Filter<TResource>? onlyIf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(caller, key, Operation.Update, (current, _) => change(current), ifVersion, onlyIf, cancellationToken).AsTask();
    }

    /// <summary>As <see cref="UpdateAsync(Caller, TKey, Change{TResource}, long?, DynamoDb.Filter{TResource}?, CancellationToken)"/>, and says what was there before.</summary>
    /// <inheritdoc cref="UpdateAsync(Caller, TKey, Change{TResource}, long?, DynamoDb.Filter{TResource}?, CancellationToken)"/>
    public Task<ServiceResult<UpdateResult<TResource>>> UpdateReturningAsync(Caller caller, TKey key, Change<TResource> change, long? ifVersion = null,
        DynamoDb.Filter<TResource>? onlyIf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return WriteAsync(caller, key, Operation.Update, change.ApplyTo, ifVersion, onlyIf, cancellationToken).AsTask();
    }

    /// <summary>As <see cref="DeleteAsync"/>, and says what was there before.</summary>
    /// <inheritdoc cref="DeleteAsync"/>
    public Task<ServiceResult<UpdateResult<TResource>>> DeleteReturningAsync(Caller caller, TKey key, long? ifVersion = null, DynamoDb.Filter<TResource>? onlyIf = null,
        CancellationToken cancellationToken = default) =>
        WriteAsync(caller, key, Operation.Delete, null, ifVersion, onlyIf, cancellationToken).AsTask();

    private static async Task<ServiceResult<TResource>> AfterAsync(ValueTask<ServiceResult<UpdateResult<TResource>>> write) =>
        (await write.ConfigureAwait(false)).TryGet(out var result, out var error) ? result.After : error;
}
