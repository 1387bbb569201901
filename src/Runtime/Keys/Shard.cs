using System.IO.Hashing;
using System.Text;

namespace GeekCafe.Keys;

/// <summary>
/// The shards of a partition that outgrows one partition of DynamoDB, which serves 1,000 write units and 3,000 read units a second (developer
/// guide, "Designing partition keys to distribute your workload"). See docs/shards.md.
/// </summary>
public static class Shard
{
    /// <summary>The most shards a partition can have: a list asks all of them.</summary>
    public const int MaxCount = 100;

    /// <summary>Stands between what all shards have in common and the number.</summary>
    internal const string Segment = "#SHARD#";

    /// <summary>
    /// The shard of an item, from 0: XXH64 with seed 0 of the text in UTF-8, as an unsigned number, modulo the count. Where items are found depends
    /// on it, so it must never change.
    /// </summary>
    /// <param name="identity">What tells the item from all others of its partition, as it is written in its key.</param>
    /// <param name="count">How many shards there are.</param>
    public static int Of(string identity, int count)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        const int OnStack = 512;
        var length = Encoding.UTF8.GetMaxByteCount(identity.Length);
        var bytes = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        return (int)(XxHash64.HashToUInt64(bytes[..Encoding.UTF8.GetBytes(identity, bytes)]) % (uint)count);
    }

    /// <summary>The partition key of a shard.</summary>
    internal static string PartitionKey(string logicalPartition, int shard) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{logicalPartition}{Segment}{shard}");
}
