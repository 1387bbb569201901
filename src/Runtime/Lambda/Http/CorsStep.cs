using System.Globalization;

namespace GeekCafe.Lambda;

/// <summary>Answers preflights, before anything looks at who asks, and adds the headers to every other answer, errors included.</summary>
internal sealed class CorsStep(CorsOptions options)
{
    private readonly bool _anyOrigin = options.Origins[0] == "*";

    public ValueTask InvokeAsync(ApiContext context, ApiHandler next)
    {
        var origin = context.Request.Header("origin");
        if (context.Request.Method != "OPTIONS" || origin is null || context.Request.Header("access-control-request-method") is null)
        {
            return GoOnAsync(context, next, origin);
        }

        context.Response.StatusCode = 204;
        if (!AddHeaders(context.Response, origin)) return ValueTask.CompletedTask;
        context.Response.SetHeader("access-control-allow-methods", options.AllowedMethods);
        context.Response.SetHeader("access-control-allow-headers", options.AllowedHeaders);
        context.Response.SetHeader("access-control-max-age", options.MaxAgeSeconds.ToString(CultureInfo.InvariantCulture));
        return ValueTask.CompletedTask;
    }

    private async ValueTask GoOnAsync(ApiContext context, ApiHandler next, string? origin)
    {
        await next(context).ConfigureAwait(false);
        if (AddHeaders(context.Response, origin)) context.Response.SetHeader("access-control-expose-headers", options.ExposedHeaders);
    }

    private bool AddHeaders(ApiResponse response, string? origin)
    {
        if (_anyOrigin)
        {
            if (origin is null) return false;
            response.SetHeader("access-control-allow-origin", "*");
            return true;
        }

        // Also when the origin is refused: a cache must not give one origin's answer to another.
        response.SetHeader("vary", "Origin");
        if (origin is null || !options.Origins.Contains(origin, StringComparer.Ordinal)) return false;
        response.SetHeader("access-control-allow-origin", origin);
        if (options.AllowCredentials) response.SetHeader("access-control-allow-credentials", "true");
        return true;
    }
}
