using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <content>Create or change, in a <see cref="ServiceTransaction"/>.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    internal TransactionEntry<TResource> ToPut(TInput input) => new PutEntry(
        this,
        caller => TResource.Create(input, caller, Now()).Key,
        (caller, current, errors) =>
        {
            if (current is null) return TResource.Create(input, caller, Now());
            current.CheckReplace(input, errors);
            return current.Replace(input);
        });

    internal TransactionEntry<TResource> ToPut(TKey key, Func<TResource?, TResource> change) => new PutEntry(this, _ => key, (_, current, _) => change(current));

    private sealed class PutEntry(ResourceService<TResource, TKey, TInput, TPatch> service, Func<Caller, TKey> keyOf,
        Func<Caller, TResource?, ValidationErrors, TResource> change) : TransactionEntry<TResource>
    {
        private TKey _key;
        private ItemRead<TResource>? _read;
        private TResource? _stored;
        private Operation _operation;

        internal override ItemRead? Ask(Caller caller, int position)
        {
            _key = keyOf(caller);
            return _read = _key.IsValid ? new(ToItemKey(_key, caller), withNotes: true) : null;
        }

        internal override void Look() => Before = _read is not null && _read.Result.TryGet(out var found, out _) ? service.Live(found) : null;

        internal override ItemRead? Trace() => _read = new(_read!.Key, withNotes: true);

        internal override bool Bears(string token) => string.Equals(_read?.Existing?.WriteToken, token, StringComparison.Ordinal);

        internal override async ValueTask<ServiceError?> PrepareAsync(Caller caller, int position, CancellationToken cancellationToken)
        {
            After = null;

            // A key that cannot be one comes from values that break rules, which say it better.
            if (_read is null) return (await MakeAsync(caller, "-", cancellationToken).ConfigureAwait(false)).Error ?? BadKey;
            if (!_read.Result.TryGet(out _stored, out var error) && error.Code != ErrorCode.NotFound) return error;

            // What has expired is gone, although DynamoDB may still have it: a put in its place asks for that.
            if (_stored is not null && TResource.IsExpired(_stored, service.Environment.Clock.GetUtcNow())) _stored = null;
            _operation = _stored is null ? Operation.Create : _stored.System.DeletedAt is null ? Operation.Update : Operation.Restore;
            var made = _stored is null
                ? await MakeAsync(caller, service.Environment.Ids.NewId(service.Now()), cancellationToken).ConfigureAwait(false)
                : await ChangeAsync(caller, _stored, cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out var after, out error)) return error;
            Value = After = after;
            return null;
        }

        private async ValueTask<ServiceResult<TResource>> ChangeAsync(Caller caller, TResource stored, CancellationToken cancellationToken)
        {
            if (await service.RefusalAsync(caller, _operation, stored, cancellationToken).ConfigureAwait(false) is { } refusal) return refusal;
            if (_operation == Operation.Update)
            {
                return await service.NextAsync(caller, _operation, (current, errors) => change(caller, current, errors), stored, cancellationToken).ConfigureAwait(false);
            }

            var made = await MakeAsync(caller, stored.System.Id, cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out var after, out var error)) return error;
            var now = Later(after.System.UpdatedAt, stored.System.UpdatedAt);
            return after.WithSystem(stored.System with { Version = stored.System.Version + 1, UpdatedAt = now, UpdatedBy = caller.UserId, DeletedAt = null, DeletedBy = null });
        }

        private async ValueTask<ServiceResult<TResource>> MakeAsync(Caller caller, string id, CancellationToken cancellationToken)
        {
            var system = New(caller, id, service.Now());
            var errors = new ValidationErrors();
            TResource made;
            try
            {
                made = service.OnCreating(caller, change(caller, null, errors).WithSystem(system)).WithSystem(system);
            }
            catch (ServiceException refusal)
            {
                return refusal.Error;
            }

            if (!errors.IsEmpty) return errors.ToError();
            if (!EqualityComparer<TKey>.Default.Equals(made.Key, _key)) return BadKey;
            return await service.UnfitnessAsync(caller, made, cancellationToken).ConfigureAwait(false) is { } unfit ? unfit : made;
        }

        internal override void Write(TransactionActions actions)
        {
            if (_stored is null) actions.Transaction.PutNew(After!, null);
            else actions.Transaction.Update(_stored, After!, null);
            actions.Add<TResource>(this, service.CompanionsOf(_operation, _stored, After!));
        }

        // Somebody made, changed or removed it since the read: that decides anew.
        internal override ServiceError? Refused(ReadOnlyMemory<byte> reason) => null;

        internal override async ValueTask<ServiceError?> RecogniseAsync(Caller caller, CancellationToken cancellationToken)
        {
            if (_read is null || !_read.Result.TryGet(out var resource, out _)) return ServiceError.NotFound;
            Value = After = resource;
            return await service.RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false);
        }

        internal override ValueTask AfterAsync(Caller caller, CancellationToken cancellationToken) => _stored is null
            ? service.OnCreatedAsync(caller, After!, cancellationToken)
            : service.AfterAsync(caller, _operation, After!, _stored, cancellationToken);
    }
}
