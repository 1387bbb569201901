using GeekCafe.Description;
using GeekCafe.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;

namespace GeekCafe.Local;

/// <summary>The web server: explorer page, description, tokens, jobs, and the gateway for everything else.</summary>
internal static class LocalServer
{
    private const string Description = "/openapi.json";

    // Not "/" itself: the page takes every path of one segment below its own for the name of a description.
    private const string Explorer = "/_local/explorer";

    /// <summary>The server, not yet started.</summary>
    public static WebApplication Build(
        Uri url, string manifest, IEnumerable<ApiOperation> operations, IFunction function, TokenAuthority tokens)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "GeekCafe.Local" });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ApiGateway.MaxBodyBytes;
        });
        var app = builder.Build();
        app.Urls.Add(url.GetLeftPart(UriPartial.Authority));

        var description = OpenApi.Write(manifest);
        app.MapGet(Description, () => Results.Text(description, "application/json"));
        app.MapPost(TokenEndpoint.Route, context => TokenEndpoint.HandleAsync(context, tokens));
        app.MapPost(JobEndpoint.Route, context => JobEndpoint.HandleAsync(context, function));
        MapExplorer(app, ApplicationManifest.Parse(manifest).Application, tokens);
        var gateway = new ApiGateway(new RouteTable(operations), tokens, function, TimeProvider.System, Console.Out);
        app.MapFallback("/{**path}", gateway.HandleAsync);
        return app;
    }

    private static void MapExplorer(WebApplication app, string title, TokenAuthority tokens)
    {
        app.MapGet("/", () => Results.Redirect(Explorer + "/"));
        app.MapScalarApiReference(Explorer, (options, _) => options
            .WithTitle(title)
            .WithOpenApiRoutePattern(Description)
            .AddPreferredSecuritySchemes("bearer")
            .AddHttpAuthentication("bearer", bearer => bearer.Token = tokens.Issue("demo", "ana", ["admin"]))
            // Nothing from other hosts: the page works without a network and tells nobody.
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp());
    }
}
