using System.Text;

namespace GeekCafe.DynamoDb;

/// <summary>The primary key of an item.</summary>
/// <param name="Partition">The partition key's text.</param>
/// <param name="Sort">The sort key's text.</param>
public readonly record struct ItemKey(string Partition, string Sort)
{
    /// <summary>The longest partition key, in bytes of UTF-8 (DynamoDB developer guide, Quotas: partition key length 1 to 2,048 bytes).</summary>
    public const int MaxPartitionBytes = 2048;

    /// <summary>The longest sort key, in bytes of UTF-8 (DynamoDB developer guide, Quotas: sort key length 1 to 1,024 bytes).</summary>
    public const int MaxSortBytes = 1024;

    /// <summary>Whether DynamoDB takes the key: neither part empty nor too long, both well-formed.</summary>
    public bool IsStorable => Fits(Partition, MaxPartitionBytes) && Fits(Sort, MaxSortBytes);

    /// <summary>Says that it is a key and nothing of it: keys hold tenants and values.</summary>
    public override string ToString() => nameof(ItemKey);

    private static bool Fits(string? part, int limit) =>
        part is { Length: > 0 } && part.Length <= limit && Text.IsWellFormed(part) && Encoding.UTF8.GetByteCount(part) <= limit;
}
