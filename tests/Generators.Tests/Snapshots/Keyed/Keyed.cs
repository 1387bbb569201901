namespace Shop;

[Resource("blocks")]
[PrimaryKey("TENANT#{TenantId}#HASH#{Hash}", "ROW#{Row}#{Hash}#{Row}#{Row}#{Row}#{Id}")]
[SecondaryIndex("ByHash", "TENANT#{TenantId}#HASH#{Hash}", "ROW#{Row}#{Kind}")]
[SecondaryIndex("Fixed", "TENANT#{TenantId}", "BLOCK#{Row}#{Hash}#{Id}#{At:yyyy-MM}", Shards = 2)]
[CompositeIndex("BySerial", ["TenantId", nameof(Block.Serial)], [nameof(Block.Weight)])]
[CompositeIndex("ByKind", ["TenantId", nameof(Block.Kind)], [nameof(Block.Row)])]
[Conditions]
public partial record Block
{
    public required string Hash { get; init; }
    public required int Row { get; init; }
    public required DateTimeOffset At { get; init; }
    public required BlockKind Kind { get; init; }
    public Serial Serial { get; init; }
    public Weight? Weight { get; init; }
}

public readonly record struct Serial(Guid Value);

public sealed record Weight(decimal Grams);

public enum BlockKind { Open, Closed }

[Resource("tags")]
[PrimaryKey("TENANT#{TenantId}", "TAG#{Id}", Shards = 3)]
public partial record Tag { public string? Name { get; init; } }

[Resource("visits")]
[PythonItems]
[PrimaryKey("visit#{Id}", "visit#{Id}", CrossTenant = true)]
[SecondaryIndex("ByVisitor", "visitor#{Visitor}#{Visitor}", "visit#{Id}", Index = "gsi1", CrossTenant = true)]
public partial record Visit { public required string Visitor { get; init; } }
