using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GeekCafe.Lambda;

namespace GeekCafe.Local;

/// <summary>Stands in for Cognito and the gateway's authorizer: issues tokens and verifies exactly those. JWT with HMAC-SHA256.</summary>
/// <param name="key">Signs.</param>
/// <param name="clock">Dates.</param>
/// <param name="claims">Where the application looks for tenant, user and roles.</param>
internal sealed class TokenAuthority(ReadOnlyMemory<byte> key, TimeProvider clock, ClaimsOptions claims)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Issuer = "geekcafe-local";
    private const string Scheme = "Bearer ";

    // There is one key and one algorithm, so there is one header: another one is another token, "alg":"none" included.
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    /// <summary>A token with the claims a Cognito ID token has.</summary>
    public string Issue(string tenantId, string userId, IEnumerable<string> roles)
    {
        var now = clock.GetUtcNow();
        var payload = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["sub"] = userId,
            ["token_use"] = "id",
            ["cognito:username"] = userId,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        };
        foreach (var name in claims.TenantClaims) payload[name] = tenantId;
        foreach (var name in claims.UserClaims) payload[name] = userId;
        object groups = claims.RoleSeparator is { } separator ? string.Join(separator, roles) : roles.ToArray();
        foreach (var name in claims.RoleClaims.Take(1)) payload[name] = groups;
        foreach (var (name, allowed) in claims.RequiredClaims) payload[name] = allowed[0];
        var signed = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        return $"{signed}.{Sign(signed)}";
    }

    /// <summary>The claims of the token in an <c>Authorization</c> header. Null when there is none, or it is not ours, or no longer good.</summary>
    public VerifiedToken? Verify(string authorization)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = authorization[Scheme.Length..].Trim();
        var dot = token.LastIndexOf('.');
        if (dot < 0 || !token.StartsWith(Header + ".", StringComparison.Ordinal)) return null;
        var (signed, signature) = (token[..dot], token[(dot + 1)..]);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(signed)), Encoding.UTF8.GetBytes(signature))) return null;

        // From here on the bytes are our own.
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(signed.AsSpan(Header.Length + 1)));
        var expires = payload.RootElement.GetProperty("exp").GetInt64();
        return expires > clock.GetUtcNow().ToUnixTimeSeconds() ? VerifiedToken.From(payload.RootElement) : null;
    }

    private string Sign(string text) => Base64Url.EncodeToString(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(text)));
}
