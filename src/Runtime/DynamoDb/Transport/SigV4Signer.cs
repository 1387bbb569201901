using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace GeekCafe.DynamoDb;

/// <summary>
/// AWS Signature Version 4 in the <c>Authorization</c> header. Safe for any number of threads: the day's key is the only state, and it is
/// immutable.
/// </summary>
internal sealed class SigV4Signer(string region, string service)
{
    private volatile SigningKey? _key;

    /// <summary>The value of <c>X-Amz-Date</c>.</summary>
    public static string Timestamp(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The value of <c>Authorization</c>.</summary>
    /// <param name="credentials">Whose signature. A session token is signed only if it is among the headers.</param>
    /// <param name="timestamp">The value of <c>X-Amz-Date</c>, which must be among the headers too.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, encoded and normalised.</param>
    /// <param name="headers">The headers to sign, in ordinal order of their names, each name once.</param>
    /// <param name="payload">The body.</param>
    public string Authorize(
        ImmutableCredentials credentials, string timestamp, string method, string path, ReadOnlySpan<SignedHeader> headers, ReadOnlySpan<byte> payload)
    {
        var key = KeyFor(credentials.SecretKey, timestamp.AsSpan(0, 8));
        using var text = new PooledBuffer(2048);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];

        CanonicalRequest.Write(text, method, path, headers, payload);
        SHA256.HashData(text.WrittenSpan, hash);

        text.Clear();
        text.Write("AWS4-HMAC-SHA256\n"u8);
        CanonicalRequest.WriteText(text, timestamp);
        text.Write("\n"u8);
        CanonicalRequest.WriteText(text, key.Scope);
        text.Write("\n"u8);
        CanonicalRequest.WriteHex(text, hash);
        key.Sign(text.WrittenSpan, hash);

        text.Clear();
        text.Write("AWS4-HMAC-SHA256 Credential="u8);
        CanonicalRequest.WriteText(text, credentials.AccessKey);
        text.Write("/"u8);
        CanonicalRequest.WriteText(text, key.Scope);
        text.Write(", SignedHeaders="u8);
        CanonicalRequest.WriteNames(text, headers);
        text.Write(", Signature="u8);
        CanonicalRequest.WriteHex(text, hash);
        return Encoding.ASCII.GetString(text.WrittenSpan);
    }

    private SigningKey KeyFor(string secret, ReadOnlySpan<char> date)
    {
        var key = _key;
        if (key is null || !key.IsFor(secret, date)) _key = key = new SigningKey(secret, date.ToString(), region, service);
        return key;
    }
}
