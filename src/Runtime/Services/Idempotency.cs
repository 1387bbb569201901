using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Json;

namespace GeekCafe;

/// <summary>
/// Creates that a client may repeat: the id follows from the client's key, so the second create meets the first one's item; a hash of what was
/// to be stored tells a repetition from another use of the key.
/// </summary>
internal static class Idempotency
{
    /// <summary>The header, as named in details of errors.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>What is wrong with the client's key; null when nothing is, or there is none.</summary>
    public static ServiceError? Problem(string? key) =>
        key is null || (key.Length is >= 1 and <= MaxLength && !key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            ? null
            : ServiceError.Invalid(Header, "must have 1 to 255 visible ASCII characters");

    /// <summary>
    /// The id for a key: the same for the same tenant, user, operation and key, and for nothing else. A UUID of version 8 (RFC 9562, 5.8), whose
    /// bits are the application's to choose.
    /// </summary>
    /// <param name="caller">Who asks, with the key.</param>
    /// <param name="operation">The operation, such as <c>events.create</c>.</param>
    /// <param name="entry">The position in a batch; 0 outside of one.</param>
    public static string Id(Caller caller, string operation, int entry)
    {
        // No part can hold a line break, so the parts cannot run into each other.
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{caller.TenantId}\n{caller.UserId}\n{operation}\n{caller.IdempotencyKey}\n{entry}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }

    /// <summary>
    /// The token of a transaction for a key: the same for the same table, tenant, user and key, and for nothing else. Stored with every item it
    /// writes, and DynamoDB's ClientRequestToken (at most 36 characters), which all tables of an account share.
    /// </summary>
    public static string Token(Caller caller, string tableName, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{tableName}\n{caller.TenantId}\n{caller.UserId}\ntransaction\n{key}"), hash);
        return Base64Url.EncodeToString(hash[..16]);
    }

    /// <summary>A hash of what a create stores, as far as it follows from the body and the caller: the record as if made at the beginning of time.</summary>
    /// <remarks>
    /// Where neither gives the key, since service code or a hook does, that record is no item. Then it is hashed as the API shows it, so that hidden
    /// members do not count.
    /// </remarks>
    /// <exception cref="ItemFormatException">A value cannot be stored.</exception>
    public static string Hash<T>(T record) where T : class, IResource<T>
    {
        try
        {
            return Hash(json =>
            {
                json.WriteStartObject();
                record.WriteItem(new ItemWriter(json));
                json.WriteEndObject();
            });
        }
        catch (ArgumentException)
        {
            return Hash(json => record.WriteJson(new ApiWriter(json)));
        }
    }

    private static string Hash(Action<Utf8JsonWriter> write)
    {
        using var scratch = DynamoRequest.Rent();
        write(scratch.Json);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(scratch.Since(0), hash);
        return Base64Url.EncodeToString(hash);
    }
}
