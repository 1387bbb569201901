using System.Buffers.Text;
using System.Security.Cryptography;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The token of one logical write: made once, sent with every attempt, stored with the item. 128 random bits, so that no two writes share one.
/// </summary>
internal static class WriteToken
{
    /// <summary>A token of 22 characters.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        return Base64Url.EncodeToString(random);
    }
}
