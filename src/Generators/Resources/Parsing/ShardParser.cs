using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads how many shards a partition has.</summary>
public sealed class ShardParser(INamedTypeSymbol type, Report report)
{
    private const int MaxShards = 100;

    /// <summary>The table's partition with its shards.</summary>
    public KeyModel? Parse(AttributeData attribute, KeyModel? partition, KeyModel? sort)
    {
        partition = Parse(attribute, partition);
        if (partition is { Shards: > 0 } && sort is not null && !HasMember(sort))
        {
            report(Rules.NothingToShard, attribute.NamedLocation("Shards"), type.Name, "the sort key has no member to choose the shard by; leave Shards out");
        }

        return partition;
    }

    /// <summary>An index's partition with its shards.</summary>
    public KeyModel? Parse(AttributeData attribute, KeyModel? partition)
    {
        var shards = attribute.Named<int>("Shards");
        if (shards == 0 || partition is null) return partition;
        if (shards is < 2 or > MaxShards) report(Rules.InvalidShardCount, attribute.NamedLocation("Shards"), type.Name, shards);
        foreach (var member in partition.Members)
        {
            if (member.Local == "shard") report(Rules.NothingToShard, attribute.NamedLocation("Shards"), type.Name, $"'{member.Text}' would be confused with the number of the shard; rename it");
        }

        return partition with { Shards = shards };
    }

    /// <summary>
    /// A list of several shards goes on after one sort key in all of them. So sort keys must differ, in an index too: it must hold all that
    /// identifies a resource, the tenant included.
    /// </summary>
    public void CheckOrder(KeyModel? partition, KeyModel? sort, IEnumerable<IndexModel> indexes)
    {
        if (partition is null || sort is null) return;
        foreach (var index in indexes)
        {
            if (index.Partition.Shards == 0 || (Missing(partition, index) ?? Missing(sort, index)) is not { } member) continue;
            foreach (var attribute in type.GetAttributes())
            {
                if (IndexParser.KindOf(attribute) is not null && attribute.Text(0) == index.Name) report(Rules.UnorderedShards, attribute.Location(), type.Name, index.Name, member);
            }
        }
    }

    /// <summary>A member of the key that the index does not hold as it is, as a placeholder.</summary>
    private static string? Missing(KeyModel key, IndexModel index)
    {
        foreach (var part in key.Parts)
        {
            if (part.IsLiteral || Holds(index.Partition, part) || Holds(index.Sort, part)) continue;
            return part.Format.Length > 0 ? $"{{{part.Text}:{part.Format}}}" : $"{{{part.Text}}}";
        }

        return null;
    }

    private static bool Holds(KeyModel key, KeyPart wanted)
    {
        foreach (var part in key.Parts)
        {
            if (!part.IsLiteral && part.Text == wanted.Text && (part.Format.Length == 0 || part.Format == wanted.Format)) return true;
        }

        return false;
    }

    private static bool HasMember(KeyModel key)
    {
        foreach (var member in key.Members)
        {
            if (member.Text != "TenantId") return true;
        }

        return false;
    }
}
