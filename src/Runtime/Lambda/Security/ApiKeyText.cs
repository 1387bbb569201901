using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GeekCafe.Lambda;

/// <summary>
/// The text of an API key: <c>gk_&lt;tenant&gt;.&lt;key id&gt;.&lt;secret&gt;</c>. No part can hold a point, so it reads in one way only. Tenant and id say where
/// to look for its record; only when the hash of the whole text is that record's are they believed.
/// </summary>
public static class ApiKeyText
{
    private const string Prefix = "gk_";

    /// <summary>256 bits.</summary>
    private const int SecretBytes = 32;

    /// <summary>The longest text that is looked at: two ids and the secret in base64url.</summary>
    private const int MaxLength = 3 + (2 * (Identifier.MaxLength + 1)) + 43;

    /// <summary>Makes the text of a new key with 256 random bits. Hand it out once, and store its <see cref="Hash"/>.</summary>
    /// <param name="tenantId">The tenant it is for.</param>
    /// <param name="keyId">The id of its record.</param>
    /// <exception cref="ArgumentException">One of them is not an <see cref="Identifier"/>.</exception>
    public static string New(string tenantId, string keyId)
    {
        if (!Identifier.IsValid(tenantId)) throw new ArgumentException("Not a tenant id: 1 to 64 of A-Z a-z 0-9 _ -.", nameof(tenantId));
        if (!Identifier.IsValid(keyId)) throw new ArgumentException("Not a key id: 1 to 64 of A-Z a-z 0-9 _ -.", nameof(keyId));
        return $"{Prefix}{tenantId}.{keyId}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}";
    }

    /// <summary>SHA-256 of a key's text, 32 bytes. Sound without salt or stretching, because the secret in it is 256 random bits.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Where to look for a key's record. False when the text is not a key.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out string? tenantId, [NotNullWhen(true)] out string? keyId)
    {
        (tenantId, keyId) = (null, null);
        if (text.Length > MaxLength || !text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var parts = text[Prefix.Length..].Split('.');
        if (parts.Length != 3 || !Identifier.IsValid(parts[0]) || !Identifier.IsValid(parts[1]) || !Identifier.IsValid(parts[2])) return false;
        (tenantId, keyId) = (parts[0], parts[1]);
        return true;
    }
}
