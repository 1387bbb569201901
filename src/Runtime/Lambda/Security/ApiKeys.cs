using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GeekCafe.Lambda;

/// <summary>Finds the records of API keys.</summary>
public interface IApiKeyStore
{
    /// <summary>The record with the key id, or null.</summary>
    /// <param name="keyId">An id from a request: well-formed, not verified.</param>
    /// <param name="cancellationToken">Ends shortly before the invocation does.</param>
    ValueTask<ApiKeyRecord?> FindAsync(string keyId, CancellationToken cancellationToken);
}

/// <summary>What is stored of an API key: whom it stands for and a hash, never the key.</summary>
/// <param name="KeyId">The public part: <c>A-Z a-z 0-9 -</c>, 1 to 64 characters.</param>
/// <param name="TenantId">The tenant.</param>
/// <param name="UserId">Who is recorded as having acted.</param>
/// <param name="Hash">
/// SHA-256 of the whole key text, 32 bytes. Sound without salt or stretching because the secret is 256 random bits.
/// </param>
public sealed record ApiKeyRecord(string KeyId, string TenantId, string UserId, ReadOnlyMemory<byte> Hash)
{
    /// <summary>Roles of the key, compared whole and case-sensitively. Default none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>When the key stops working. UTC. Null, the default: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the key has been withdrawn.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Leaves out the hash.</summary>
    public override string ToString() => $"{KeyId} of {TenantId}/{UserId}";
}

/// <summary>API keys: <c>gk_&lt;key id&gt;_&lt;secret&gt;</c>.</summary>
public static class ApiKey
{
    private const string Prefix = "gk_";

    /// <summary>The longest key text we look at: prefix, id, underscore, and a secret of at most 128 characters.</summary>
    private const int MaxLength = 3 + 64 + 1 + 128;

    /// <summary>Makes a key with 256 random bits.</summary>
    /// <param name="keyId">Its id: <c>A-Z a-z 0-9 -</c>, 1 to 64 characters.</param>
    /// <param name="tenantId">The tenant it stands for.</param>
    /// <param name="userId">Who is recorded as having acted. Default: the key id.</param>
    /// <returns>The text to hand out once, and the record to store.</returns>
    /// <exception cref="ArgumentException">The key id is not one.</exception>
    public static (string Text, ApiKeyRecord Record) Create(string keyId, string tenantId, string? userId = null)
    {
        if (!IsKeyId(keyId)) throw new ArgumentException("Not a key id: 1 to 64 of A-Z a-z 0-9 -.", nameof(keyId));
        var text = $"{Prefix}{keyId}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        return (text, new(keyId, tenantId, userId ?? keyId, Hash(text)));
    }

    /// <summary>SHA-256 of a key's text, as stored.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>The key id within a key's text, or null when the text is not a key.</summary>
    internal static string? KeyIdOf(string text)
    {
        if (text.Length > MaxLength || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var rest = text.AsSpan(Prefix.Length);
        var underscore = rest.IndexOf('_');
        return underscore > 0 && underscore < rest.Length - 1 && IsKeyId(rest[..underscore]) ? rest[..underscore].ToString() : null;
    }

    private static bool IsKeyId(ReadOnlySpan<char> text) => Identifier.IsValid(text) && !text.Contains('_');
}
