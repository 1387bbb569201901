namespace GeekCafe.Lambda;

/// <summary>Decodes the body of methods that have one, after checking its size and type.</summary>
internal sealed class BodyStep(int limit)
{
    private static readonly ServiceError NotJson = new(ErrorCode.UnsupportedMediaType, "The body must be application/json in UTF-8.");

    public ValueTask InvokeAsync(ApiContext context, ApiHandler next)
    {
        var request = context.Request;
        if (request.Method is not ("POST" or "PUT" or "PATCH")) return next(context);
        var error = request.ReadBody(context.BodyBuffer!, limit);
        if (error is null && !request.Body.IsEmpty && !IsJson(request.Header("content-type"), request.Method)) error = NotJson;
        if (error is null) return next(context);
        context.WriteError(error);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// <c>application/json</c>, or <c>application/merge-patch+json</c> (RFC 7396) for a PATCH, in any case; the only parameter it may
    /// have is
    /// <c>charset=utf-8</c>.
    /// </summary>
    internal static bool IsJson(string? contentType, string method)
    {
        if (contentType is null) return false;
        var rest = contentType.AsSpan();
        var semicolon = rest.IndexOf(';');
        var type = (semicolon < 0 ? rest : rest[..semicolon]).Trim();
        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase) &&
            !(method == "PATCH" && type.Equals("application/merge-patch+json", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        if (semicolon < 0) return true;
        var parameter = rest[(semicolon + 1)..].Trim();
        return parameter.Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase) ||
            parameter.Equals("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase);
    }
}
