using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>
/// Makes cursors that only we can read and make: AES-256-GCM with everything the cursor is bound to as associated data. Keys rotate: the first
/// seals, all open. Immutable and safe for any number of threads.
/// </summary>
/// <remarks>Layout: version (1), key id (4), nonce (12), sealed expiry and position, tag (16); as base64url without padding.</remarks>
internal sealed class CursorSealer
{
    /// <summary>
    /// The longest cursor, in characters. Keys in it may take 4 KB together, which makes 5.6 KB of base64url; API Gateway takes 10 KB of
    /// request line and headers. What is longer is refused before it is decoded.
    /// </summary>
    public const int MaxLength = 6 * 1024;

    private const byte Version = 1;
    private const int KeyIdBytes = 4;
    private const int HeaderBytes = 1 + KeyIdBytes;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static readonly ServiceError Invalid = new(ErrorCode.InvalidCursor, "The cursor does not belong to this list. Start again without a cursor.");

    private static readonly ServiceError Expired = new(ErrorCode.CursorExpired, "The cursor has expired. Start again without a cursor.");

    private readonly (uint Id, byte[] Key)[] _keys;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _lifetime;

    /// <summary>A sealer.</summary>
    /// <param name="keys">Keys of 32 bytes.</param>
    /// <param name="clock">For expiry.</param>
    /// <param name="lifetime">How long a cursor is good for.</param>
    /// <exception cref="ConfigurationException">A key has another length.</exception>
    public CursorSealer(IReadOnlyList<ReadOnlyMemory<byte>> keys, TimeProvider clock, TimeSpan lifetime)
    {
        ArgumentNullException.ThrowIfNull(keys);
        (_clock, _lifetime) = (clock, lifetime);
        _keys = new (uint, byte[])[keys.Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (keys[i].Length != 32) throw new ConfigurationException("A cursor key must have 32 bytes.");
            var key = keys[i].ToArray();
            _keys[i] = (BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(key)), key);
        }
    }

    /// <summary>Seals a position.</summary>
    /// <returns>The cursor, or a configuration error when there is no key.</returns>
    public ServiceResult<string> Seal(in CursorScope scope, in QueryPosition position)
    {
        if (_keys.Length == 0) return DynamoFailures.Misconfigured;
        var (id, key) = _keys[0];
        using var content = new PooledBuffer(512);
        var expiry = (_clock.GetUtcNow() + _lifetime).ToUnixTimeMilliseconds();
        CursorContent.Write(content, expiry, position);

        var length = HeaderBytes + NonceBytes + content.Length + TagBytes;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var cursor = rented.AsSpan(0, length);
            cursor[0] = Version;
            BinaryPrimitives.WriteUInt32BigEndian(cursor[1..], id);
            var nonce = cursor.Slice(HeaderBytes, NonceBytes);
            RandomNumberGenerator.Fill(nonce);
            Span<byte> bound = stackalloc byte[SHA256.HashSizeInBytes];
            scope.Hash(cursor[..HeaderBytes], bound);
            using var aes = new AesGcm(key, TagBytes);
            aes.Encrypt(nonce, content.WrittenSpan, cursor.Slice(HeaderBytes + NonceBytes, content.Length), cursor[^TagBytes..], bound);
            return Base64Url.EncodeToString(cursor);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Opens a cursor.</summary>
    /// <returns>The position, <see cref="ErrorCode.InvalidCursor"/> or <see cref="ErrorCode.CursorExpired"/>.</returns>
    public ServiceResult<QueryPosition> Open(in CursorScope scope, string cursor)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        if (cursor.Length is 0 or > MaxLength) return Invalid;
        var rented = ArrayPool<byte>.Shared.Rent(2 * cursor.Length);
        try
        {
            if (!TryDecode(cursor, rented, out var length) || length < HeaderBytes + NonceBytes + TagBytes) return Invalid;
            var bytes = rented.AsSpan(0, length);
            if (bytes[0] != Version || Find(BinaryPrimitives.ReadUInt32BigEndian(bytes[1..])) is not { } key) return Invalid;

            Span<byte> bound = stackalloc byte[SHA256.HashSizeInBytes];
            scope.Hash(bytes[..HeaderBytes], bound);
            var sealedPart = bytes[(HeaderBytes + NonceBytes)..^TagBytes];
            var content = rented.AsSpan(length, sealedPart.Length);
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(bytes.Slice(HeaderBytes, NonceBytes), sealedPart, bytes[^TagBytes..], content, bound);

            if (!CursorContent.TryRead(content, out var expiry, out var position) || !BelongsTo(scope, position)) return Invalid;
            return _clock.GetUtcNow().ToUnixTimeMilliseconds() > expiry ? Expired : position;
        }
        catch (AuthenticationTagMismatchException)
        {
            return Invalid;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>
    /// Decodes the one spelling of the bytes: the decoder refuses spare bits that are not zero, the length refuses padding and white space.
    /// </summary>
    private static bool TryDecode(string cursor, Span<byte> bytes, out int length) =>
        Base64Url.DecodeFromChars(cursor, bytes, out _, out length) == OperationStatus.Done && Base64Url.GetEncodedLength(length) == cursor.Length;

    private byte[]? Find(uint id)
    {
        foreach (var (each, key) in _keys)
        {
            if (each == id) return key;
        }

        return null;
    }

    /// <summary>
    /// A second look after the seal: DynamoDB takes any start key whose index partition fits and goes on there, even one with another tenant's
    /// table key (seen on DynamoDB Local), so the keys must be of this list and this tenant.
    /// </summary>
    private static bool BelongsTo(in CursorScope scope, in QueryPosition position) =>
        position.Sort.StartsWith(scope.Query.SortPrefix, StringComparison.Ordinal) &&
        (scope.Query.Index is null
            ? position.TablePartition is null && position.TableSort is null
            : position.TableSort is { Length: > 0 } && (IsTenantInRows(scope.Query) || position.TablePartition?.Contains(scope.TenantId, StringComparison.Ordinal) is true));

    /// <summary>Keys of the Python SDK hold no tenant; the database is asked for rows of this one.</summary>
    private static bool IsTenantInRows(in KeyQuery query) => query.Where is RowCondition;
}
