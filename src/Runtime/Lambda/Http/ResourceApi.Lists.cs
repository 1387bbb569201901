namespace GeekCafe.Lambda;

/// <summary>Asks a service for a page of a list.</summary>
public delegate Task<ServiceResult<Page<TResource>>> PageSource<TResource>(PageRequest page);

/// <summary>The HTTP contract of lists (docs/http.md): strict parameters, items and a cursor.</summary>
public static class ResourceApi
{
    internal static readonly ServiceError NoKey =
        new(ErrorCode.InvalidParameter, "The path does not name a resource: an id is 1 to 64 characters of A-Z a-z 0-9 _ -.");

    /// <summary><c>GET</c> of a list with <c>limit</c>, <c>cursor</c> and <c>order=asc|desc</c>, each at most once: <c>{"items":[...],"cursor":...}</c>.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="list">Asks the service.</param>
    public static async ValueTask ListAsync<TResource>(ApiContext context, PageSource<TResource> list)
        where TResource : class, IResource<TResource>
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(list);
        if (context.Request.RefuseUnknownQuery("limit", "cursor", "order") is { } unknown) context.WriteError(unknown);
        else if (!PageOf(context.Request).TryGet(out var page, out var error)) context.WriteError(error);
        else OperationAnswer.Page(context, await list(page).ConfigureAwait(false));
    }

    /// <summary>Answers a request whose path does not name a resource.</summary>
    public static ValueTask InvalidKeyAsync(ApiContext context)
    {
        RefuseKey(context);
        return ValueTask.CompletedTask;
    }

    internal static void RefuseKey(ApiContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.WriteError(NoKey);
    }

    /// <summary>The page that the query parameters of lists ask for; others are not looked at.</summary>
    internal static ServiceResult<PageRequest> PageOf(ApiRequest request, bool descending = false)
    {
        if (!request.QueryInt32("limit", 1, PageRequest.MaxLimit).TryGet(out var limit, out var error)) return error;
        if (!request.QueryValue("cursor").TryGet(out var cursor, out error)) return error;
        if (!request.QueryValue("order").TryGet(out var order, out error)) return error;
        if (order is not (null or "asc" or "desc"))
        {
            return new ServiceError(ErrorCode.InvalidParameter, "A query parameter is not usable.")
            {
                Details = new Dictionary<string, string> { ["order"] = "Must be asc or desc." },
            };
        }

        return new PageRequest { Limit = limit ?? PageRequest.DefaultLimit, Cursor = cursor, Descending = order is null ? descending : order == "desc" };
    }
}
