using System.Text;
using System.Text.Json;

namespace GeekCafe.Lambda;

/// <summary>
/// Makes a caller from the claims in an event: only from the place where that kind of event keeps what its authorizer verified. Headers,
/// bodies and tokens are never looked at. Whatever is missing, doubled, of the wrong type or contradictory means: nobody.
/// </summary>
internal sealed class ClaimsReader
{
    /// <summary>More members than any authorizer writes; also bounds the search for doubled ones.</summary>
    private const int MaxClaims = 128;

    private readonly ClaimsOptions _options;
    private readonly ClaimNames _tokenNames;
    private readonly ClaimNames _contextNames;

    public ClaimsReader(ClaimsOptions options)
    {
        _options = options;
        _tokenNames = new(options.TenantClaims, options.UserClaims, options.RoleClaims, options.RequiredClaims);
        _contextNames = new(["tenantId", .. options.TenantClaims], ["userId", .. options.UserClaims, "principalId"],
            ["roles", .. options.RoleClaims], options.RequiredClaims);
    }

    /// <summary>The caller, or null when there is none to be had.</summary>
    public Caller? Read(ApiRequest request, string? idempotencyKey)
    {
        var json = request.Event.Json.Span;
        try
        {
            if (!TryLocate(json, request.Event, out var claims, out var isContext) || !claims.IsObject(json)) return null;
            return TryReadClaims(claims.In(json), isContext ? _contextNames : _tokenNames, out var tenant, out var user, out var roles)
                ? Caller.FromVerified(tenant, user, roles, request.RequestId, request.Deadline, idempotencyKey)
                : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in a claim's name: two different ones would compare equal.
            return null;
        }
    }

    private static bool TryLocate(ReadOnlySpan<byte> json, LambdaEvent source, out JsonSlice claims, out bool isContext)
    {
        claims = default;
        isContext = false;
        var authorizer = source.Members.Authorizer;
        if (!authorizer.IsObject(json)) return false;
        switch (source.Kind)
        {
            case EventKind.RestV1:
                // A user pool or JWT authorizer has "claims"; a Lambda authorizer's context lies flat, and cannot hold objects.
                if (!TryMember(json, authorizer, "claims"u8, out claims)) return false;
                if (claims.IsPresent) return true;
                (claims, isContext) = (authorizer, true);
                return true;
            case EventKind.HttpV2:
                if (!TryMember(json, authorizer, "jwt"u8, out var jwt) || !TryMember(json, authorizer, "lambda"u8, out var context)) return false;
                if (jwt.IsObject(json) && !TryMember(json, jwt, "claims"u8, out claims)) return false;

                // A route has one authorizer. Both at once is not something a gateway sends.
                if (claims.IsObject(json) == context.IsObject(json)) return false;
                if (!claims.IsObject(json)) (claims, isContext) = (context, true);
                return true;
            default:
                // Function URLs verify IAM only; load balancers pass tokens on without verifying them for us.
                return false;
        }
    }

    private bool TryReadClaims(ReadOnlySpan<byte> claims, ClaimNames names, out string? tenant, out string? user, out List<string> roles)
    {
        (tenant, user, roles) = (null, null, []);
        var userRank = int.MaxValue;
        var required = names.Required.Length;
        var rolesAreClear = true;
        Span<JsonSlice> seen = stackalloc JsonSlice[MaxClaims];
        var count = 0;
        string? watchedTenant = null;

        var reader = new Utf8JsonReader(claims);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = new JsonSlice((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            if (count == MaxClaims || IsDoubled(claims, seen[..count], name)) return false;
            seen[count++] = name;
            var isTenant = IndexOf(ref reader, names.Tenant) >= 0;
            var isWatched = isTenant || IndexOf(ref reader, ClaimNames.KnownTenantNames) >= 0;
            var rank = IndexOf(ref reader, names.User);
            var isRole = IndexOf(ref reader, names.Roles) >= 0;
            var requirement = names.IndexOfRequired(ref reader);

            reader.Read();
            var value = new JsonSlice((int)reader.TokenStartIndex, 0);
            reader.Skip();
            value = value with { Length = (int)reader.BytesConsumed - value.Start };

            if (isWatched)
            {
                if (!value.TryGetString(claims, out var text) || (watchedTenant ??= text) != text) return false;
                if (isTenant) tenant = text;
            }

            if (rank >= 0 && rank < userRank && !value.IsNull(claims))
            {
                if (!value.TryGetString(claims, out user)) return false;
                userRank = rank;
            }

            if (isRole) rolesAreClear &= TryReadRoles(claims, value, roles);
            if (requirement >= 0)
            {
                if (!value.TryGetString(claims, out var text) || !names.Required[requirement].Allowed.Contains(text)) return false;
                required--;
            }
        }

        if (!rolesAreClear) roles = [];

        // What careless authorizers write for "nothing".
        return required == 0 && tenant is not (null or "null" or "undefined");
    }

    private bool TryReadRoles(ReadOnlySpan<byte> claims, JsonSlice value, List<string> roles)
    {
        if (value.IsNull(claims)) return true;
        if (value.TryGetString(claims, out var text)) return RoleText.TryRead(text, _options.RoleSeparator, roles);
        if (!value.IsArray(claims)) return false;
        var reader = new Utf8JsonReader(value.In(claims));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            var start = (int)reader.TokenStartIndex;
            var element = new JsonSlice(start, (int)reader.BytesConsumed - start);
            if (!element.TryGetString(value.In(claims), out var role) || !RoleText.TryAdd(role, roles)) return false;
        }

        return reader.TokenType == JsonTokenType.EndArray;
    }

    /// <summary>A member of an object by name. False when it occurs twice.</summary>
    private static bool TryMember(ReadOnlySpan<byte> json, JsonSlice within, ReadOnlySpan<byte> name, out JsonSlice value)
    {
        value = default;
        var reader = new Utf8JsonReader(within.In(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (!isIt) continue;
            if (value.IsPresent) return false;
            value = new(within.Start + start, (int)reader.BytesConsumed - start);
        }

        return true;
    }

    /// <summary>Whether a name has been seen, however it was escaped. An ill-formed one counts as doubled.</summary>
    private static bool IsDoubled(ReadOnlySpan<byte> json, ReadOnlySpan<JsonSlice> seen, JsonSlice name)
    {
        var bytes = name.In(json);
        var escaped = bytes.Contains((byte)'\\');
        if (escaped && name.GetString(json) is null) return true;
        foreach (var other in seen)
        {
            var otherBytes = other.In(json);
            if (otherBytes.SequenceEqual(bytes)) return true;
            if ((escaped || otherBytes.Contains((byte)'\\')) && name.GetString(json) == other.GetString(json)) return true;
        }

        return false;
    }

    private static int IndexOf(ref Utf8JsonReader reader, byte[][] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (reader.ValueTextEquals(names[i])) return i;
        }

        return -1;
    }

    /// <summary>The names as bytes, made once.</summary>
    private sealed class ClaimNames(IEnumerable<string> tenant, IEnumerable<string> user, IEnumerable<string> roles,
        IReadOnlyDictionary<string, IReadOnlyList<string>> required)
    {
        /// <summary>Names a tenant is commonly given under. Whichever is used, the others may not contradict it.</summary>
        public static readonly byte[][] KnownTenantNames = Bytes(["custom:tenant_id", "tenant_id", "tenantId"]);

        public byte[][] Tenant { get; } = Bytes(tenant);

        public byte[][] User { get; } = Bytes(user);

        public byte[][] Roles { get; } = Bytes(roles);

        public (byte[] Name, IReadOnlyList<string> Allowed)[] Required { get; } =
            [.. required.Select(static pair => (Encoding.UTF8.GetBytes(pair.Key), pair.Value))];

        public int IndexOfRequired(ref Utf8JsonReader reader)
        {
            for (var i = 0; i < Required.Length; i++)
            {
                if (reader.ValueTextEquals(Required[i].Name)) return i;
            }

            return -1;
        }

        private static byte[][] Bytes(IEnumerable<string> names) => [.. names.Select(Encoding.UTF8.GetBytes)];
    }
}
