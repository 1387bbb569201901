using GeekCafe.Validation;

namespace GeekCafe;

/// <content>
/// What a service may say differently. Hooks run on many threads at once: keep nothing about a caller. A <see cref="ServiceException"/> of what runs
/// before a write refuses it: its error is the result.
/// </content>
public abstract partial class ResourceService<TResource, TKey, TInput, TPatch>
{
    /// <summary>The last word on a new resource before it is checked and stored. System members other than the id are set again afterwards.</summary>
    /// <param name="caller">Who creates.</param>
    /// <param name="resource">What is to be created.</param>
    /// <returns>What to create.</returns>
    protected virtual TResource OnCreating(Caller caller, TResource resource) => resource;

    /// <summary>The last word on a change before it is checked and stored; not asked for deletes and restores. May run again after a conflict.</summary>
    /// <param name="caller">Who changes.</param>
    /// <param name="next">The resource as it is to be.</param>
    /// <param name="current">The resource as it is.</param>
    /// <returns>What to store. System members are set again afterwards.</returns>
    protected virtual TResource OnUpdating(Caller caller, TResource next, TResource current) => next;

    /// <summary>Rules beyond the declared ones, checked before every create and change.</summary>
    /// <param name="caller">Who writes.</param>
    /// <param name="next">The resource as it is to be.</param>
    /// <param name="current">The resource as it is; null for a create.</param>
    /// <param name="errors">Where to add what is wrong, by member as the API names it.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    protected virtual ValueTask ValidateAsync(Caller caller, TResource next, TResource? current, ValidationErrors errors,
        CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>
    /// <see cref="ResourceRules{TResource}.AuthorizeAsync"/> for reading a part of a resource. Where that is overridden and this is not, it is asked about
    /// the whole resource, which is read for it: one more request for each part.
    /// </summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="projection">What was read.</param>
    /// <param name="cancellationToken">The caller's cancellation.</param>
    /// <returns>Whether he may. What this method itself returns may be returned on, and awaited it is no.</returns>
    protected virtual ValueTask<bool> AuthorizeProjectionAsync<TProjection>(Caller caller, TProjection projection, CancellationToken cancellationToken)
        where TProjection : class, IProjection<TProjection, TResource> => HasRule ? new(Undecided) : ValueTask.FromResult(true);

    /// <summary>After a create is stored. An exception does not undo it.</summary>
    protected virtual ValueTask OnCreatedAsync(Caller caller, TResource resource, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>After a change is stored. An exception does not undo it.</summary>
    protected virtual ValueTask OnUpdatedAsync(Caller caller, TResource resource, TResource previous, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>After a delete is stored; not for a repeated one. An exception does not undo it.</summary>
    protected virtual ValueTask OnDeletedAsync(Caller caller, TResource resource, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>After a restore is stored; not for a repeated one. An exception does not undo it.</summary>
    protected virtual ValueTask OnRestoredAsync(Caller caller, TResource resource, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>
    /// A list met items that are another tenant's or another type's and were withheld. Never in a sound table: something else writes to it.
    /// </summary>
    /// <param name="caller">Who listed.</param>
    /// <param name="count">How many.</param>
    protected virtual void OnWithheld(Caller caller, int count)
    {
    }
}
