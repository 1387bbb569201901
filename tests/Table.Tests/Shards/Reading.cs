namespace GeekCafe.Table.Tests.Shards;

/// <summary>A measurement of a tenant that has more of them than one partition can take.</summary>
[Resource("shards-readings")]
[PrimaryKey("TENANT#{TenantId}", "SHARDS-READING#{Id}", Shards = 8)]
[SecondaryIndex("ByLevel", "TENANT#{TenantId}#SHARDS-LEVEL", "{Level}#{Id}", Index = "gsi3", Shards = 4)]
[Conditions]
[LocalSecondaryIndex("ByDevice", "SHARDS-DEVICE#{Device}#{Id}")]
public partial record Reading
{
    public int Level { get; init; }

    public string Device { get; init; } = "d";
}

/// <summary>A part of it.</summary>
[ProjectionOf<Reading>]
public partial record ReadingCard
{
    public required string Id { get; init; }

    public int Level { get; init; }
}

/// <summary>The same with two shards, in the same partitions.</summary>
[Resource("shards-pairs")]
[PrimaryKey("TENANT#{TenantId}", "SHARDS-PAIR#{Id}", Shards = 2)]
public partial record Pair
{
    public int Value { get; init; }
}

/// <summary>The same with as many shards as there can be.</summary>
[Resource("shards-hundreds")]
[PrimaryKey("TENANT#{TenantId}", "SHARDS-HUNDRED#{Id}", Shards = 100)]
public partial record Hundred
{
    public int Value { get; init; }
}

/// <summary>The same without shards, to compare with.</summary>
[Resource("shards-plains")]
[PrimaryKey("TENANT#{TenantId}", "SHARDS-PLAIN#{Id}")]
public partial record Plain
{
    public int Value { get; init; }
}

/// <summary>Sorted by a text of the client's choice.</summary>
[Resource("shards-words")]
[PrimaryKey("TENANT#{TenantId}", "SHARDS-WORD#{Text}", Shards = 3)]
public partial record Word
{
    public required string Text { get; init; }
}
