using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Finds out whether a projection can be read from the keys of an item alone.</summary>
internal static class KeyReadingParser
{
    /// <summary>The members that keys do not tell.</summary>
    public static List<string> Missing(RecordModel record, ResourceModel resource)
    {
        var missing = new List<string>();
        var isReadable = resource.Partition.IsReversible && resource.Sort.IsReversible;
        foreach (var member in record.Members)
        {
            if (!isReadable || !(Holds(resource.Partition, member.Name) || Holds(resource.Sort, member.Name))) missing.Add(member.Name);
        }

        return missing;
    }

    /// <summary>How it is read; null if no index needs that, or keys do not tell enough.</summary>
    public static KeyReading? Parse(ProjectionModel projection, ResourceModel resource)
    {
        var isWanted = false;
        foreach (var index in resource.Indexes) isWanted |= index.Projection == Projection.KeysOnly;
        if (!isWanted || projection.RuleAttributes.Count > 0 || Missing(projection.Record, resource).Count > 0) return null;
        var partition = Names(resource.Partition, projection.Record, isTenantRead: true);
        return new(resource.Keys, partition, Names(resource.Sort, projection.Record, isTenantRead: false, partition));
    }

    private static bool Holds(KeyModel key, string name)
    {
        foreach (var part in key.Members)
        {
            if (part.Path.Length == 0 && part.Text == name) return true;
        }

        return false;
    }

    private static EquatableArray<string> Names(KeyModel key, RecordModel record, bool isTenantRead, EquatableArray<string> known = default)
    {
        var names = new List<string>();
        foreach (var part in key.Members)
        {
            var isRead = isTenantRead && part.Text == "TenantId";
            foreach (var member in record.Members) isRead |= member.Name == part.Text;
            foreach (var name in known) isRead &= name != part.Text;
            names.Add(isRead ? part.Text : "");
        }

        // Of a shard nothing is said.
        if (key.Shards > 0) names.Add("");
        return names.ToEquatable();
    }
}
