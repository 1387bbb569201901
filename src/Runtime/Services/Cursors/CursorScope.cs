using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GeekCafe;

/// <summary>What a cursor is good for: one caller going through one list in one direction. Any other use does not open it.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="UserId">The principal.</param>
/// <param name="Query">The list: operation, index, partition, prefix and condition.</param>
/// <param name="Descending">The direction.</param>
internal readonly record struct CursorScope(string TenantId, string UserId, KeyQuery Query, bool Descending)
{
    /// <summary>A hash that differs whenever any part does: each part is preceded by its length.</summary>
    public void Hash(ReadOnlySpan<byte> header, Span<byte> hash)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(header);
        Append(sha, TenantId);
        Append(sha, UserId);
        Append(sha, Query.Operation);
        Append(sha, Query.Index ?? "");
        Append(sha, Query.PartitionAttribute);
        Append(sha, Query.SortAttribute);
        Append(sha, Query.Partition);
        Append(sha, Query.SortPrefix);
        if (Query.CompositeSort is { } names) Append(sha, string.Join(',', names));
        Append(sha, Descending ? "descending" : "ascending");
        if (Query.Where is { } condition)
        {
            using var identity = new PooledBuffer();
            condition.WriteIdentity(identity);
            sha.AppendData(identity.WrittenSpan);
        }

        sha.GetHashAndReset(hash);
    }

    private static void Append(IncrementalHash sha, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }
}
