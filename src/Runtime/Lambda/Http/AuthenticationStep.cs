namespace GeekCafe.Lambda;

/// <summary>Establishes the caller as the operation asks for it. One 401 for every way to fail.</summary>
internal sealed class AuthenticationStep(ClaimsReader claims, ApiKeyReader apiKeys, string? apiId)
{
    private static readonly ServiceError Nobody = new(ErrorCode.AuthenticationRequired, "Valid credentials are required.");
    private static readonly ServiceError BadKey =
        new(ErrorCode.InvalidParameter, "The Idempotency-Key header must be 1 to 255 visible ASCII characters.");

    public ValueTask InvokeAsync(ApiContext context, ApiHandler next)
    {
        var authentication = context.Operation!.Authentication;
        if (authentication == Authentication.Public) return next(context);
        if (!TryReadIdempotencyKey(context.Request, out var idempotencyKey))
        {
            context.WriteError(BadKey);
            return ValueTask.CompletedTask;
        }

        return authentication == Authentication.ApiKey
            ? ReadApiKeyAsync(context, next, idempotencyKey)
            : GoOnAsync(context, next, IsFromOwnApi(context.Request.Event) ? claims.Read(context.Request, idempotencyKey) : null, "Bearer");
    }

    private async ValueTask ReadApiKeyAsync(ApiContext context, ApiHandler next, string? idempotencyKey)
    {
        var read = await apiKeys.ReadAsync(context.Request, idempotencyKey, context.CancellationToken).ConfigureAwait(false);
        if (read.TryGet(out var caller, out var error) || error.Code == ErrorCode.NotFound) await GoOnAsync(context, next, caller, "ApiKey").ConfigureAwait(false);
        else context.WriteError(error);
    }

    private static ValueTask GoOnAsync(ApiContext context, ApiHandler next, Caller? caller, string scheme)
    {
        // With tenant isolation mode the platform names a tenant too. It is compared, never used: the gateway's mapping decides who sets it.
        var isolated = context.Request.Invocation.TenantId;
        if (caller is null || (!string.IsNullOrEmpty(isolated) && isolated != caller.TenantId))
        {
            context.WriteError(Nobody);
            context.Response.SetHeader("www-authenticate", scheme);
            return ValueTask.CompletedTask;
        }

        context.Caller = caller;
        return next(context);
    }

    private bool IsFromOwnApi(LambdaEvent source) =>
        apiId is null || (source.Kind is EventKind.RestV1 or EventKind.HttpV2 && source.Members.ApiId.GetString(source.Json.Span) == apiId);

    /// <summary>False when the header is there and not one usable key; a comma would be the mark of two joined by a gateway.</summary>
    private static bool TryReadIdempotencyKey(ApiRequest request, out string? key)
    {
        key = null;
        if (request.Method != "POST") return true;
        key = request.Event.Header("idempotency-key", out var count);
        return count == 0 ||
            (count == 1 && key!.Length is >= 1 and <= 255 && !key.AsSpan().ContainsAnyExceptInRange('!', '~') && !key.Contains(','));
    }
}
