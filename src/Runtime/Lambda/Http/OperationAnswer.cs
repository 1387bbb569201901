using GeekCafe.Json;

namespace GeekCafe.Lambda;

/// <summary>Answers with what an operation returned: its data in the form that docs/operations.md says, or its error.</summary>
public static class OperationAnswer
{
    /// <summary>200 with <c>ETag</c> and the resource.</summary>
    public static void Resource<T>(ApiContext context, ServiceResult<T> result) where T : class, IResource<T>
    {
        if (Fails(context, result, out var resource)) return;
        Write(context, resource, 200);
    }

    /// <summary>The resource with <c>ETag</c>: 201, with <c>Location</c> where it has a path, if the write made it; 200 if not.</summary>
    /// <param name="context">The exchange.</param>
    /// <param name="result">What the operation returned.</param>
    /// <param name="path">The path of a resource; null where it has none.</param>
    public static void Updated<T>(ApiContext context, ServiceResult<UpdateResult<T>> result, Func<T, string>? path = null) where T : class, IResource<T>
    {
        if (Fails(context, result, out var update)) return;
        if (update.IsCreated && path is not null) context.Response.SetHeader("location", path(update.After));
        Write(context, update.After, update.IsCreated ? 201 : 200);
    }

    /// <summary>200 with a page of resources: <c>{"items":[...],"cursor":...}</c>.</summary>
    public static void Page<T>(ApiContext context, ServiceResult<Page<T>> result) where T : class, IResource<T>
    {
        if (Fails(context, result, out var page)) return;
        Write(context, page, static (json, item) => item.WriteJson(json));
    }

    /// <summary>200 with a page of records: <c>{"items":[...],"cursor":...}</c>.</summary>
    public static void DocumentPage<T>(ApiContext context, ServiceResult<Page<T>> result) where T : IDocument<T>
    {
        if (Fails(context, result, out var page)) return;
        Write(context, page, static (json, item) => json.Document(item));
    }

    /// <summary>200 with a record.</summary>
    public static void Document<T>(ApiContext context, ServiceResult<T> result) where T : IDocument<T>
    {
        if (Fails(context, result, out var document)) return;
        new ApiWriter(context.Response.BeginJson()).Document(document);
    }

    /// <summary>204.</summary>
    public static void Nothing(ApiContext context, ServiceResult<NoContent> result)
    {
        if (Fails(context, result, out _)) return;
        context.Response.StatusCode = 204;
    }

    private static bool Fails<T>(ApiContext context, ServiceResult<T> result, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(true)] out T data)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (result.TryGet(out data, out var error)) return false;
        context.WriteError(error);
        return true;
    }

    private static void Write<T>(ApiContext context, T resource, int status) where T : class, IResource<T>
    {
        context.Response.SetHeader("etag", EntityTags.Of(resource.System.Version));
        resource.WriteJson(new ApiWriter(context.Response.BeginJson(status)));
    }

    private static void Write<T>(ApiContext context, Page<T> page, ApiValueWriter<T> writeItem)
    {
        var json = new ApiWriter(context.Response.BeginJson());
        json.StartObject();
        json.Name("items"u8).List(page.Items, writeItem);
        json.Json.WriteString("cursor"u8, page.Cursor);
        json.EndObject();
    }
}
