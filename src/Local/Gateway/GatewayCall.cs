using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GeekCafe.Local;

/// <summary>One request at the gateway, with what the gateway adds to it.</summary>
internal sealed record GatewayCall
{
    public required HttpRequest Http { get; init; }

    /// <summary>The path as it came, encoded.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it came, encoded, without the question mark.</summary>
    public required string Query { get; init; }

    public required string RequestId { get; init; }

    public required DateTimeOffset Time { get; init; }

    public RouteMatch Route { get; init; } = RouteMatch.Default;

    /// <summary>The claims the authorizer verified. Null where it was not asked.</summary>
    public VerifiedToken? Token { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The call for a request, before routing.</summary>
    public static GatewayCall From(HttpContext context, DateTimeOffset time)
    {
        // ASP.NET Core decodes and normalises its Path; the gateway's rules need what was sent.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/')) target = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        var question = target.IndexOf('?', StringComparison.Ordinal);
        return new GatewayCall
        {
            Http = context.Request,
            Path = question < 0 ? target : target[..question],
            Query = question < 0 ? "" : target[(question + 1)..],
            RequestId = Convert.ToBase64String(Guid.NewGuid().ToByteArray().AsSpan(0, 11)),
            Time = time,
        };
    }
}
