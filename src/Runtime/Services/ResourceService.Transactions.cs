using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <content>What a <see cref="ServiceTransaction"/> asks a service for: entries that go through the same checks and hooks as single writes.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>What the service works on: one transaction is in one table.</summary>
    internal string TableName => Table.Name;

    internal TransactionEntry<TResource> ToCreate(TInput input, Func<TResource, TResource>? with) => new CreateEntry(this, input, with);

    internal TransactionEntry<TResource> ToChange(TKey key, Operation operation, Func<TResource, ValidationErrors, TResource>? change, long? ifVersion,
        Filter<TResource>? onlyIf) => new ChangeEntry(this, key, operation, change, ifVersion, onlyIf);

    internal ReadEntry<TResource> ToRead(Caller caller, TKey key) => new KeyedRead(this, key.IsValid ? ToItemKey(key, caller) : default);

    private sealed class CreateEntry(ResourceService<TResource, TKey, TInput, TPatch> service, TInput input, Func<TResource, TResource>? with) : TransactionEntry<TResource>
    {
        private ServiceResult<Creation>? _made;
        private Creation? _creation;
        private string? _id;
        private ItemRead<TResource>? _read;

        internal override ItemRead? Ask(Caller caller, int position)
        {
            // A fresh id meets nothing; the id of a create that may be repeated follows from the key, and may stand there.
            if (caller.IdempotencyKey is null) return null;
            _made = service.Make(caller, input, position, service.Now(), with);
            _read = null;
            if (!_made.Value.TryGet(out var creation, out _)) return null;
            Value = creation.Resource;
            _id = creation.FreshId;
            After = creation.Resource;
            return _read = new(ToItemKey(creation.Resource.Key, caller), withNotes: true);
        }

        internal override ItemRead? Trace() =>
            _read = new(new(_creation!.Resource.Key.ToPartitionKey(Tenant), _creation.Resource.Key.ToSortKey(Tenant)), withNotes: true);

        private string Tenant => _creation!.Resource.System.TenantId;

        internal override bool Bears(string token) => string.Equals(_read?.Existing?.WriteToken, token, StringComparison.Ordinal);

        internal override async ValueTask<ServiceError?> PrepareAsync(Caller caller, int position, CancellationToken cancellationToken)
        {
            var made = _made ?? service.Make(caller, input, position, service.Now(), with);
            if (!made.TryGet(out _creation, out var error)) return error;
            made = await service.CheckAsync(caller, input, _creation, cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out _creation, out error)) return error;
            Value = After = _creation.Resource;
            return null;
        }

        internal override void Write(TransactionActions actions)
        {
            actions.Transaction.PutNew(_creation!.Resource, _creation.BodyHash);
            actions.Add<TResource>(this, service.CompanionsOf(Operation.Create, null, _creation.Resource));
        }

        internal override ServiceError? Refused(ReadOnlyMemory<byte> reason) => Exists;

        internal override async ValueTask<ServiceError?> RecogniseAsync(Caller caller, CancellationToken cancellationToken)
        {
            if (_read?.Existing is not { } existing || !IsOfInput(caller, existing)) return KeyReused;
            if (!existing.Item.TryGet(out var resource, out var error)) return error;
            Value = resource;
            return await service.RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false) is null ? null : Exists;
        }

        private bool IsOfInput(Caller caller, ExistingItem<TResource> existing)
        {
            try
            {
                return string.Equals(existing.BodyHash, HashOf(caller, input, _id!), StringComparison.Ordinal);
            }
            catch (ItemFormatException)
            {
                return false;
            }
        }

        internal override ValueTask AfterAsync(Caller caller, CancellationToken cancellationToken) =>
            service.OnCreatedAsync(caller, _creation!.Resource, cancellationToken);
    }

    /// <summary>An update, delete or restore; or, as <see cref="Operation.Read"/>, a check that changes nothing.</summary>
    private sealed class ChangeEntry(ResourceService<TResource, TKey, TInput, TPatch> service, TKey key, Operation operation,
        Func<TResource, ValidationErrors, TResource>? change, long? ifVersion, Filter<TResource>? onlyIf) : TransactionEntry<TResource>
    {
        private ItemRead<TResource>? _read;
        private TResource? _before;
        private TResource? _after;

        internal override ItemRead? Ask(Caller caller, int position) =>
            _read = key.IsValid ? new(ToItemKey(key, caller), withNotes: true) : null;

        internal override void Look() => Before = _read is not null && _read.Result.TryGet(out var found, out _) ? service.Live(found) : null;

        internal override ItemRead? Trace() => _read = _after is null ? null : new(_read!.Key, withNotes: true);

        internal override bool Bears(string token) =>
            operation != Operation.Read && string.Equals(_read?.Existing?.WriteToken, token, StringComparison.Ordinal);

        internal override async ValueTask<ServiceError?> PrepareAsync(Caller caller, int position, CancellationToken cancellationToken)
        {
            _after = null;
            After = null;
            if (_read is null) return ServiceError.NotFound;
            if (!_read.Result.TryGet(out _before, out var error)) return error;
            Value = _before;
            After = Before;
            if (await service.StandingAsync(caller, operation, _before, ifVersion, cancellationToken).ConfigureAwait(false) is { } standing)
            {
                return standing.Refusal;
            }

            if (operation == Operation.Read) return null;
            var made = await service.NextAsync(caller, operation, change, _before, cancellationToken).ConfigureAwait(false);
            if (!made.TryGet(out _after, out error)) return error;
            Value = _after;
            After = service.Live(_after);
            return null;
        }

        internal override void Write(TransactionActions actions)
        {
            // What is not changed is held still: all that the transaction looked at is so when it commits.
            if (_after is null)
            {
                actions.Transaction.CheckVersion(_before!, _read!.Key);
                actions.Own(this);
                return;
            }

            actions.Transaction.Update(_before!, _after, onlyIf);
            actions.Add<TResource>(this, service.CompanionsOf(operation, _before, _after));
        }

        // The item is as it was read, so it was the caller's own condition that did not hold.
        internal override ServiceError? Refused(ReadOnlyMemory<byte> reason) =>
            onlyIf is not null && _after is not null && ExistingItem<TResource>.Find(reason.Span, _before!.System.TenantId)?.Version == _before.System.Version
                ? NotAsDemanded
                : null;

        internal override async ValueTask<ServiceError?> RecogniseAsync(Caller caller, CancellationToken cancellationToken)
        {
            if (_read is null) return ServiceError.NotFound;
            if (!_read.Result.TryGet(out var resource, out var error)) return error;
            Value = resource;

            // A deleted resource is what a delete leaves; for anything else the caller must still be allowed to see it.
            return operation == Operation.Delete ? null : await service.RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false);
        }

        internal override ValueTask AfterAsync(Caller caller, CancellationToken cancellationToken) =>
            _after is null ? ValueTask.CompletedTask : service.AfterAsync(caller, operation, _after, _before!, cancellationToken);
    }

    /// <summary>What is deleted or has expired is none.</summary>
    private TResource? Live(TResource resource) =>
        resource.System.DeletedAt is null && !TResource.IsExpired(resource, Environment.Clock.GetUtcNow()) ? resource : null;

    private sealed class KeyedRead(ResourceService<TResource, TKey, TInput, TPatch> service, ItemKey key) : ReadEntry<TResource>
    {
        private readonly ItemRead<TResource> _item = new(key);

        internal override ItemRead Item => _item;

        internal override async ValueTask SettleAsync(Caller caller, CancellationToken cancellationToken)
        {
            var found = _item.Result;
            if (found.TryGet(out var resource, out _) &&
                await service.RefusalAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false) is { } refusal) found = refusal;
            Settle(found);
        }
    }
}
