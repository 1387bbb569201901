using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <content>Create.</content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    private static readonly ServiceError Exists = new(ErrorCode.AlreadyExists, "A resource with this identity exists.");

    private static readonly ServiceError KeyReused = new(ErrorCode.IdempotencyMismatch, "The Idempotency-Key was used for another body.");

    private static readonly ServiceError BadKey = new(ErrorCode.ValidationError, "The values that identify the resource are not usable.");

    /// <summary>Creates a resource.</summary>
    /// <remarks>
    /// With <see cref="Caller.IdempotencyKey"/> a repeated create answers what the first one stored, as it is now, and a create of something else
    /// with the same key is <see cref="ErrorCode.IdempotencyMismatch"/>. What members take from the clock does not count as something else.
    /// </remarks>
    /// <param name="caller">Who creates.</param>
    /// <param name="input">What a client may write of it.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <returns>The resource with version 1, or ValidationError, AccessDenied, AlreadyExists, ItemTooLarge or a failure of the database.</returns>
    public Task<ServiceResult<TResource>> CreateAsync(Caller caller, TInput input, CancellationToken cancellationToken = default) =>
        CreateAsync(caller, input, null, cancellationToken);

    /// <summary>Creates a resource, with what no client may write of it: <c>CreateAsync(caller, input, user => user with { Id = id })</c>.</summary>
    /// <param name="caller">Who creates.</param>
    /// <param name="input">What a client may write of it.</param>
    /// <param name="with">Adds the rest, before <see cref="OnCreating"/>. Of system members only the id counts. Not part of what an Idempotency-Key stands for.</param>
    /// <param name="cancellationToken">Gives up; once the write is sent, the result is <see cref="ErrorCode.OutcomeUnknown"/>.</param>
    /// <inheritdoc cref="CreateAsync(Caller, TInput, CancellationToken)"/>
    public async Task<ServiceResult<TResource>> CreateAsync(Caller caller, TInput input, Func<TResource, TResource>? with, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(input);
        var prepared = await PrepareAsync(caller, input, 0, Now(), with, cancellationToken).ConfigureAwait(false);
        return prepared.TryGet(out var creation, out var error)
            ? await StoreAsync(caller, creation, cancellationToken).ConfigureAwait(false)
            : error;
    }

    /// <summary>Makes the record of a create and checks all that can be checked without the database.</summary>
    private async ValueTask<ServiceResult<Creation>> PrepareAsync(Caller caller, TInput input, int entry, DateTimeOffset now, Func<TResource, TResource>? with,
        CancellationToken cancellationToken)
    {
        if (!Make(caller, input, entry, now, with).TryGet(out var creation, out var error)) return error;
        return await CheckAsync(caller, input, creation, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the record of a create.</summary>
    private ServiceResult<Creation> Make(Caller caller, TInput input, int entry, DateTimeOffset now, Func<TResource, TResource>? with)
    {
        if (Idempotency.Problem(caller.IdempotencyKey) is { } problem) return problem;
        var repeatable = caller.IdempotencyKey is not null;
        var id = repeatable ? Idempotency.Id(caller, TResource.Definition.Name + ".create", entry) : Environment.Ids.NewId(now);
        var system = New(caller, id, now);

        var resource = TResource.Create(input, caller, now).WithSystem(system);
        try
        {
            if (with is not null) resource = with(resource);
            resource = OnCreating(caller, resource);
        }
        catch (ServiceException refusal)
        {
            return refusal.Error;
        }

        resource = resource.WithSystem(system with { Id = resource.System.Id });
        if (!Identifier.IsValid(resource.System.Id) || !resource.Key.IsValid) return Unusable(resource);
        return new Creation(resource, null, id);
    }

    /// <summary>A key that cannot be one mostly comes from values that break rules, which say it better.</summary>
    private static ServiceError Unusable(TResource resource)
    {
        var errors = new ValidationErrors();
        resource.Validate(errors);
        return errors.IsEmpty ? BadKey : errors.ToError();
    }

    /// <summary>Checks what is to be created, and hashes it if the create may be repeated.</summary>
    private async ValueTask<ServiceResult<Creation>> CheckAsync(Caller caller, TInput input, Creation creation, CancellationToken cancellationToken)
    {
        if (await UnfitnessAsync(caller, creation.Resource, cancellationToken).ConfigureAwait(false) is { } unfit) return unfit;
        if (caller.IdempotencyKey is null) return creation;
        try
        {
            return creation with { BodyHash = HashOf(caller, input, creation.FreshId!), FreshId = null };
        }
        catch (ItemFormatException exception)
        {
            return DynamoFailures.Explain(exception);
        }
    }

    /// <summary>Why the caller may not create this, or what is wrong with it; null when nothing is.</summary>
    private async ValueTask<ServiceError?> UnfitnessAsync(Caller caller, TResource resource, CancellationToken cancellationToken)
    {
        try
        {
            if (!await MayAsync(caller, Operation.Create, resource, cancellationToken).ConfigureAwait(false)) return ServiceError.AccessDenied;
        }
        catch (ServiceException unknown)
        {
            return unknown.Error;
        }

        return await InvalidityAsync(caller, resource, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ServiceResult<TResource>> StoreAsync(Caller caller, Creation creation, CancellationToken cancellationToken)
    {
        var outcome = await Table.PutNewItemAsync(
            creation.Resource, CompanionsOf(Operation.Create, null, creation.Resource), TableCall.For(caller, cancellationToken), creation.BodyHash).ConfigureAwait(false);
        if (outcome.IsApplied)
        {
            await OnCreatedAsync(caller, creation.Resource, cancellationToken).ConfigureAwait(false);
            return creation.Resource;
        }

        if (outcome.State != WriteState.ConditionFailed) return outcome.Error;
        if (creation.BodyHash is null || outcome.Existing is not { BodyHash: { } stored } existing) return Exists;

        // Where clients choose keys, it may have been created with another Idempotency-Key. The id tells, for it follows from that.
        var isRead = existing.Item.TryGet(out var resource, out _);
        if (isRead && resource!.System.Id != creation.Resource.System.Id) return Exists;
        if (!string.Equals(stored, creation.BodyHash, StringComparison.Ordinal)) return KeyReused;

        // The first create's item. It may be gone since, or no longer his to see: then it exists, and that is all there is to say.
        return isRead &&
            await RefusalAsync(caller, Operation.Read, resource!, cancellationToken).ConfigureAwait(false) is null ? resource! : Exists;
    }

    /// <summary>Hashes the record as it would have been made at the beginning of time, so that a repetition a minute later has the same hash.</summary>
    private static string HashOf(Caller caller, TInput input, string id) =>
        Idempotency.Hash(TResource.Create(input, caller, DateTimeOffset.UnixEpoch).WithSystem(New(caller, id, DateTimeOffset.UnixEpoch)));

    private static SystemMembers New(Caller caller, string id, DateTimeOffset now) =>
        new(id, caller.TenantId, Version: 1, now, caller.UserId, now, caller.UserId);

    /// <param name="Resource">What to store.</param>
    /// <param name="BodyHash">The hash to store with it, of a create that may be repeated.</param>
    /// <param name="FreshId">The id made for it; once checked, null for a create that may be repeated, whose id is not random.</param>
    private sealed record Creation(TResource Resource, string? BodyHash, string? FreshId);
}
