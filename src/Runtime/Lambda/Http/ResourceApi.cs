using GeekCafe.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// The HTTP contract of a resource (docs/http.md): statuses, entity tags, bodies, strict parameters. Its methods are <see cref="ApiHandler"/>s
/// for a route table. Immutable and safe for any number of threads.
/// </summary>
/// <param name="service">Does the work.</param>
/// <param name="routeKey">The key in a route; null when a value there is not of its member's type.</param>
/// <param name="idKey">The key for an entry of <c>ids</c> in a batch; null when one text does not make a key: then there is no batch-get.</param>
/// <param name="path">The path of the resource with a key, for <c>Location</c>; null when none can be read by its path: a create then says none.</param>
/// <typeparam name="TResource">The record.</typeparam>
/// <typeparam name="TKey">The members that identify it within its tenant.</typeparam>
/// <typeparam name="TInput">The body of a create or replace.</typeparam>
/// <typeparam name="TPatch">The body of a merge patch.</typeparam>
public sealed partial class ResourceApi<TResource, TKey, TInput, TPatch>(
    ResourceService<TResource, TKey, TInput, TPatch> service, Func<ApiRequest, TKey?> routeKey, Func<string, TKey>? idKey = null,
    Func<TKey, string>? path = null)
    where TResource : class, IResource<TResource, TKey, TInput, TPatch>
    where TKey : struct, IResourceKey
    where TInput : class, IApiInput<TInput>
    where TPatch : class, IApiInput<TPatch>
{
    /// <summary><c>POST /{resources}</c>: 201 with <c>Location</c>, <c>ETag</c> and the resource.</summary>
    public async ValueTask CreateAsync(ApiContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Body<TInput>(context).TryGet(out var input, out var error))
        {
            context.WriteError(error);
            return;
        }

        var created = await service.CreateAsync(context.Caller, input, context.CancellationToken).ConfigureAwait(false);
        if (path is not null && created.TryGet(out var resource, out _)) context.Response.SetHeader("location", path(resource.Key));
        Answer(context, 201, created);
    }

    /// <summary><c>GET /{resources}/{id}</c>: 200 with <c>ETag</c>; 304 when <c>If-None-Match</c> has the current one.</summary>
    public async ValueTask GetAsync(ApiContext context)
    {
        if (!TryKey(context, out var key)) return;
        EntityTags? known = null;
        if (context.Request.Header("if-none-match") is { } header && (known = EntityTags.Parse(header)) is null)
        {
            context.WriteError(BadHeader("If-None-Match"));
            return;
        }

        var found = await service.GetAsync(context.Caller, key, cancellationToken: context.CancellationToken).ConfigureAwait(false);
        if (known is not null && found.TryGet(out var resource, out _) && known.Contain(resource.System.Version, weak: true))
        {
            context.Response.StatusCode = 304;
            context.Response.SetHeader("etag", EntityTags.Of(resource.System.Version));
            return;
        }

        Answer(context, 200, found);
    }

    /// <summary><c>PATCH /{resources}/{id}</c> with a merge patch (RFC 7396): 200 with <c>ETag</c>; 412 when <c>If-Match</c> does not hold.</summary>
    public async ValueTask PatchAsync(ApiContext context)
    {
        if (!TryKey(context, out var key)) return;
        if (!Body<TPatch>(context).TryGet(out var patch, out var error) ||
            !(await IfMatchAsync(context, key).ConfigureAwait(false)).TryGet(out var ifVersion, out error))
        {
            context.WriteError(error);
            return;
        }

        Answer(context, 200, await service.PatchAsync(context.Caller, key, patch, ifVersion, context.CancellationToken).ConfigureAwait(false));
    }

    /// <summary><c>PUT /{resources}/{id}</c> with all client-writable members: 200 with <c>ETag</c>; 412 when <c>If-Match</c> does not hold.</summary>
    public async ValueTask ReplaceAsync(ApiContext context)
    {
        if (!TryKey(context, out var key)) return;
        if (!Body<TInput>(context).TryGet(out var input, out var error) ||
            !(await IfMatchAsync(context, key).ConfigureAwait(false)).TryGet(out var ifVersion, out error))
        {
            context.WriteError(error);
            return;
        }

        Answer(context, 200, await service.ReplaceAsync(context.Caller, key, input, ifVersion, context.CancellationToken).ConfigureAwait(false));
    }

    /// <summary><c>DELETE /{resources}/{id}</c>: 204, also when it was deleted before; 412 when <c>If-Match</c> does not hold.</summary>
    public async ValueTask DeleteAsync(ApiContext context)
    {
        if (!TryKey(context, out var key)) return;
        var condition = await IfMatchAsync(context, key).ConfigureAwait(false);
        if (!condition.TryGet(out var ifVersion, out var error) ||
            !(await service.DeleteAsync(context.Caller, key, ifVersion, null, context.CancellationToken).ConfigureAwait(false)).TryGet(out _, out error))
        {
            context.WriteError(error);
            return;
        }

        context.Response.StatusCode = 204;
    }

    /// <summary><c>POST /{resources}/{id}/restore</c>: 200 with <c>ETag</c>; 412 when <c>If-Match</c> does not hold.</summary>
    public async ValueTask RestoreAsync(ApiContext context)
    {
        if (!TryKey(context, out var key)) return;
        if (!(await IfMatchAsync(context, key).ConfigureAwait(false)).TryGet(out var ifVersion, out var error))
        {
            context.WriteError(error);
            return;
        }

        Answer(context, 200, await service.RestoreAsync(context.Caller, key, ifVersion, context.CancellationToken).ConfigureAwait(false));
    }

    /// <summary>The key in the path, or the answer that there is none. What is no id is refused before it can be looked for.</summary>
    private bool TryKey(ApiContext context, out TKey key)
    {
        ArgumentNullException.ThrowIfNull(context);
        var found = routeKey(context.Request);
        key = found.GetValueOrDefault();
        if (found is not null && key.IsValid) return true;
        ResourceApi.RefuseKey(context);
        return false;
    }

    /// <summary>The version <c>If-Match</c> demands; null when it demands none.</summary>
    private async ValueTask<ServiceResult<long?>> IfMatchAsync(ApiContext context, TKey key)
    {
        if (context.Request.Header("if-match") is not { } header) return (long?)null;
        if (EntityTags.Parse(header) is not { } tags) return BadHeader("If-Match");
        if (tags.Any) return (long?)null;
        if (tags.Count == 1) return tags.Single;

        // Several versions will do: demand the current one, if it is among them.
        var current = await service.GetAsync(context.Caller, key, consistent: true, context.CancellationToken).ConfigureAwait(false);
        return current.TryGet(out var resource, out _) && tags.Contain(resource.System.Version, weak: false) ? resource.System.Version : -1L;
    }

    /// <summary>Answers with a resource that may be new: 201 with <c>Location</c> or 200.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="result">What an operation returned.</param>
    public void Updated(ApiContext context, ServiceResult<UpdateResult<TResource>> result) =>
        OperationAnswer.Updated(context, result, path is null ? null : resource => path(resource.Key));

    private static ServiceResult<T> Body<T>(ApiContext context) where T : class, IApiInput<T> => OperationBinding.ReadInput<T>(context.Request.Body.Span);

    private static void Answer(ApiContext context, int status, ServiceResult<TResource> result)
    {
        if (!result.TryGet(out var resource, out var error))
        {
            context.WriteError(error);
            return;
        }

        context.Response.SetHeader("etag", EntityTags.Of(resource.System.Version));
        resource.WriteJson(new ApiWriter(context.Response.BeginJson(status)));
    }

    private static ServiceError BadHeader(string name) =>
        new(ErrorCode.InvalidParameter, $"{name} must be * or entity tags such as \"3\", separated by commas.");
}
