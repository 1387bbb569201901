using System.Security.Cryptography;
using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>The key derived from a secret for one day, region and service, and the scope it is good for.</summary>
internal sealed class SigningKey
{
    private readonly string _secret;
    private readonly byte[] _key = new byte[HMACSHA256.HashSizeInBytes];

    /// <summary>Derives the key: four HMACs, which is why it is kept for the day.</summary>
    public SigningKey(string secret, string date, string region, string service)
    {
        (_secret, Date, Scope) = (secret, date, $"{date}/{region}/{service}/aws4_request");
        var start = Encoding.UTF8.GetBytes("AWS4" + secret);
        HMACSHA256.HashData(start, Encoding.UTF8.GetBytes(date), _key);
        CryptographicOperations.ZeroMemory(start);
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(region), _key);
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(service), _key);
        HMACSHA256.HashData(_key, "aws4_request"u8, _key);
    }

    /// <summary>The UTC day, as yyyyMMdd.</summary>
    public string Date { get; }

    /// <summary>The credential scope: day, region, service and terminator, separated by slashes.</summary>
    public string Scope { get; }

    /// <summary>Whether the key is the one for this secret and day.</summary>
    public bool IsFor(string secret, ReadOnlySpan<char> date) => date.SequenceEqual(Date) && string.Equals(_secret, secret, StringComparison.Ordinal);

    /// <summary>Signs text.</summary>
    public void Sign(ReadOnlySpan<byte> text, Span<byte> signature) => HMACSHA256.HashData(_key, text, signature);
}
