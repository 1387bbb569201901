using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace GeekCafe.Local;

/// <summary><c>POST /_local/tokens {"tenantId","userId","roles"}</c>: a token for whoever the developer wants to be.</summary>
internal static class TokenEndpoint
{
    public const string Route = "/_local/tokens";

    private const string Shape = """The body is {"tenantId":"...","userId":"...","roles":["..."]}; roles may be left out.""";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
    };

    // Whatever the Content-Type: curl -d says it is a form.
    public static async Task HandleAsync(HttpContext context, TokenAuthority tokens)
    {
        var request = await ReadAsync(context);
        var problem = request is null ? Shape : request.Problem();
        if (problem is not null)
        {
            var error = new { error = problem, errorCode = ErrorCode.ValidationError.WireName(), details = new { } };
            await Results.Json(error, statusCode: 400).ExecuteAsync(context);
            return;
        }

        var token = tokens.Issue(request!.TenantId!, request.UserId!, request.Roles ?? []);
        await Results.Json(new { token }).ExecuteAsync(context);
    }

    private static async Task<TokenRequest?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<TokenRequest>(context.Request.Body, Strict, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record TokenRequest(string? TenantId, string? UserId, string[]? Roles)
    {
        public string? Problem()
        {
            if (!Identifier.IsValid(TenantId)) return "tenantId is 1 to 64 of A-Z a-z 0-9 _ -.";
            if (!Identifier.IsValid(UserId)) return "userId is 1 to 64 of A-Z a-z 0-9 _ -.";

            // The gateway joins groups with spaces, so a role with one would arrive as two.
            return Roles?.All(static role => Identifier.IsValid(role)) is false ? "Each of roles is 1 to 64 of A-Z a-z 0-9 _ -." : null;
        }
    }
}
