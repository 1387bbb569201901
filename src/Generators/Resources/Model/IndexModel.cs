using GeekCafe.Generators.Core;

namespace GeekCafe.Generators.Resources.Model;

/// <summary>How an index is made.</summary>
public enum IndexKind
{
    /// <summary>A global secondary index of two texts.</summary>
    Global,
    /// <summary>A local secondary index: the table's partitions, sorted by another text.</summary>
    Local,
    /// <summary>A global secondary index whose key attributes are members as they are stored.</summary>
    Composite,
}

/// <summary>Which attributes an index holds; the values are those of GeekCafe.IndexProjection.</summary>
public enum Projection
{
    All,
    KeysOnly,
    Include,
}

/// <summary>An access pattern through a secondary index.</summary>
public sealed record IndexModel(string Name, string Physical, KeyModel Partition, KeyModel Sort, string? Route, bool CrossTenant)
{
    public IndexKind Kind { get; init; }

    public Projection Projection { get; init; }

    /// <summary>The attributes it holds beside the keys, in order; empty unless its projection is Include.</summary>
    public EquatableArray<string> Include { get; init; } = [];

    public string PartitionAttribute => Kind == IndexKind.Local ? "pk" : Physical + "_pk";

    public string SortAttribute => Physical + "_sk";

    /// <summary>Whether a list of whole resources can be read from it.</summary>
    public bool IsListed => Projection == Projection.All;

    /// <summary>The class of its ranges; the primary key has no name of its own.</summary>
    public string OrderName => Name.Length > 0 ? Name : "PrimaryKey";

    /// <summary>The index in the table.</summary>
    public PhysicalIndex ToPhysical() => Kind == IndexKind.Composite
        ? new(Physical, Stored(Partition), Stored(Sort)) { Projection = Projection, Include = Include }
        : new(Physical, [new StoredKey(PartitionAttribute)], [new StoredKey(SortAttribute)]) { IsLocal = Kind == IndexKind.Local, Projection = Projection, Include = Include };

    private static EquatableArray<StoredKey> Stored(KeyModel key)
    {
        var attributes = new List<StoredKey>();
        foreach (var member in key.Members) attributes.Add(member.Stored!);
        return attributes.ToEquatable();
    }
}

/// <summary>A key attribute.</summary>
/// <param name="Attribute">Its name.</param>
/// <param name="Type">A value of GeekCafe.DynamoDb.KeyAttributeType.</param>
public sealed record StoredKey(string Attribute, string Type = "Text");

/// <summary>An index as the table has it: several resources may have their access patterns in one.</summary>
public sealed record PhysicalIndex(string Name, EquatableArray<StoredKey> Partition, EquatableArray<StoredKey> Sort)
{
    public bool IsLocal { get; init; }

    public Projection Projection { get; init; }

    public EquatableArray<string> Include { get; init; } = [];

    /// <summary>An index that holds what either needs.</summary>
    public PhysicalIndex With(PhysicalIndex other)
    {
        if (Projection == Projection.All || other.Projection == Projection.All) return this with { Projection = Projection.All, Include = [] };
        var include = new SortedSet<string>(Include, StringComparer.Ordinal);
        include.UnionWith(other.Include);
        return this with { Projection = include.Count == 0 ? Projection.KeysOnly : Projection.Include, Include = [.. include] };
    }

    /// <summary>Indexes by name, those of one name made into one.</summary>
    public static EquatableArray<PhysicalIndex> Merge(IEnumerable<PhysicalIndex> all)
    {
        var merged = new SortedDictionary<string, PhysicalIndex>(StringComparer.Ordinal);
        foreach (var index in all) merged[index.Name] = merged.TryGetValue(index.Name, out var known) ? known.With(index) : index;
        return [.. merged.Values];
    }
}
