using System.ComponentModel.DataAnnotations;

namespace GeekCafe.Cli.Tests.Domain;

/// <summary>Written by one request; listed by the table, by an index of texts and by a local one.</summary>
[Resource("notes")]
[PrimaryKey("TENANT#{TenantId}", "NOTE#{Id}")]
[SecondaryIndex("ByTopic", "TENANT#{TenantId}#TOPIC#{Topic}", "NOTE#{Id}", Index = "gsi1", Route = "/topics/{topic}/notes")]
[LocalSecondaryIndex("ByTitle", "NOTETITLE#{Title}#{Id}", Route = "/note-titles")]
[SecondaryIndex("Ids", "TENANT#{TenantId}#NOTEIDS", "NOTE#{Id}", Index = "gsi2", Projection = IndexProjection.KeysOnly)]
public partial record Note
{
    [StringLength(100, MinimumLength = 1)] public required string Title { get; init; }
    public string? Topic { get; init; }
}

/// <summary>Written with markers of a unique value and an entry of the audit trail; expires.</summary>
[Resource("products", PurgeAfterDays = 30)]
[PrimaryKey("TENANT#{TenantId}", "PRODUCT#{Id}")]
[Audited]
public partial record Product
{
    [Unique] public string? Sku { get; init; }
    public required string Name { get; init; }
}

/// <summary>Written with markers, but without a trail.</summary>
[Resource("members")]
[PrimaryKey("TENANT#{TenantId}", "MEMBER#{Id}")]
public partial record Member
{
    [Unique] public string? Email { get; init; }
}

/// <summary>Audited without anything unique.</summary>
[Resource("ledgers")]
[PrimaryKey("TENANT#{TenantId}", "LEDGER#{Id}")]
[Audited]
public partial record Ledger
{
    public required string Title { get; init; }
}

/// <summary>Clients choose its key, so many are created one by one.</summary>
[Resource("shelves")]
[PrimaryKey("TENANT#{TenantId}", "SHELF#{Code}")]
public partial record Shelf
{
    public required string Code { get; init; }
    public string? Label { get; init; }
}

/// <summary>In an index of several attributes. Local databases cannot query those.</summary>
[Resource("racks")]
[PrimaryKey("TENANT#{TenantId}", "RACK#{Id}")]
[CompositeIndex("ByZone", ["TenantId", nameof(Zone)], [nameof(Row)], Index = "zones")]
public partial record Rack
{
    public required string Zone { get; init; }
    public int Row { get; init; }
}
