using GeekCafe.DynamoDb;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>
/// The operations every resource has, over one table: create, get, update, patch, replace, delete, restore, lists and batches. A generated service
/// derives from it; override the hooks in the other half of the partial class.
/// </summary>
/// <remarks>
/// <para>Holds nothing about a caller, so one instance serves any number of callers at once.</para>
/// <para>
/// What is missing, deleted, expired, another tenant's or not readable by the caller is one NotFound. What he may read but not change is
/// AccessDenied. A write ends applied, not applied (any error), or as <see cref="ErrorCode.OutcomeUnknown"/>.
/// </para>
/// </remarks>
/// <param name="environment">What all services share.</param>
/// <typeparam name="TResource">The record.</typeparam>
/// <typeparam name="TKey">The members that identify it within its tenant.</typeparam>
/// <typeparam name="TInput">The body of a create or replace.</typeparam>
/// <typeparam name="TPatch">The body of a merge patch.</typeparam>
#pragma warning disable RS0022 // The rules are a class of their own for what is internal; only services are derived from.
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>(ServiceEnvironment environment) : ResourceRules<TResource>
#pragma warning restore RS0022
    where TResource : class, IResource<TResource, TKey, TInput, TPatch>
    where TKey : struct, IResourceKey
    where TInput : class, IApiInput<TInput>
    where TPatch : class, IApiInput<TPatch>
{
    /// <summary>What all services share.</summary>
    protected ServiceEnvironment Environment { get; } = environment;

    /// <summary>The table, for operations of your own. It knows tenants but neither access rules nor hooks.</summary>
    protected DynamoTable Table { get; } = new(environment.Client, environment.TableName, environment.Capacity);

    /// <summary>
    /// The time as it is stored: UTC, whole milliseconds, because that is what clients in other languages can hold and send back unchanged.
    /// </summary>
    private DateTimeOffset Now()
    {
        var now = Environment.Clock.GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    private static ItemKey ToItemKey(TKey key, Caller caller) => new(key.ToPartitionKey(caller.TenantId), key.ToSortKey(caller.TenantId));

    /// <summary>Why the caller may not do this to the resource; null if he may. The one place that tells 404 from 403.</summary>
    private async ValueTask<ServiceError?> RefusalAsync(Caller caller, Operation operation, TResource resource, CancellationToken cancellationToken)
    {
        if (IsGone(caller, resource)) return ServiceError.NotFound;
        var visible = resource.System.DeletedAt is null;
        if (operation == Operation.Read && !visible) return ServiceError.NotFound;
        try
        {
            if (!await MayAsync(caller, Operation.Read, resource, cancellationToken).ConfigureAwait(false)) return ServiceError.NotFound;
            if (operation == Operation.Read || await MayAsync(caller, operation, resource, cancellationToken).ConfigureAwait(false)) return null;
        }
        catch (ServiceException unknown)
        {
            return unknown.Error;
        }

        // Nobody can read what is deleted; "you may not" would tell that it was there.
        return visible ? ServiceError.AccessDenied : ServiceError.NotFound;
    }

    /// <summary>Why the caller may not read each of many; null where he may. The service's own rule is asked about all of them together.</summary>
    private async Task<ServiceError?[]> RefusalsAsync(Caller caller, TResource[] resources, CancellationToken cancellationToken)
    {
        var refusals = new ServiceError?[resources.Length];
        var (asked, positions) = (new List<TResource>(resources.Length), new List<int>(resources.Length));
        for (var i = 0; i < refusals.Length; i++)
        {
            var resource = resources[i];
            var isShown = !IsGone(caller, resource) && resource.System.DeletedAt is null && (caller.IsSystem || TResource.IsAllowed(caller, Operation.Read, resource));
            if (!isShown) refusals[i] = ServiceError.NotFound;
            if (!isShown || caller.IsSystem) continue;
            asked.Add(resource);
            positions.Add(i);
        }

        if (asked.Count == 0) return refusals;
        try
        {
            var allowed = await AuthorizeReadsAsync(caller, asked, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < positions.Count; i++) refusals[positions[i]] = allowed[i] ? null : ServiceError.NotFound;
        }
        catch (ServiceException unknown)
        {
            foreach (var position in positions) refusals[position] = unknown.Error;
        }

        return refusals;
    }

    /// <summary>Whether the resource is not there for the caller, whatever the rules say.</summary>
    private bool IsGone(Caller caller, TResource resource) =>
        !string.Equals(resource.System.TenantId, caller.TenantId, StringComparison.Ordinal) || TResource.IsExpired(resource, Environment.Clock.GetUtcNow());

    private async ValueTask<bool> MayAsync(Caller caller, Operation operation, TResource resource, CancellationToken cancellationToken) =>
        caller.IsSystem ||
        (TResource.IsAllowed(caller, operation, resource) && await AuthorizeAsync(caller, operation, resource, cancellationToken).ConfigureAwait(false));

    /// <summary>Runs the declared rules and the hook; null when all hold.</summary>
    private async ValueTask<ServiceError?> InvalidityAsync(Caller caller, TResource next, TResource? current, CancellationToken cancellationToken)
    {
        var errors = new ValidationErrors();
        next.Validate(errors);
        try
        {
            await ValidateAsync(caller, next, current, errors, cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException unknown)
        {
            return unknown.Error;
        }

        return errors.IsEmpty ? null : errors.ToError();
    }
}
