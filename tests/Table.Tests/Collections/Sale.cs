using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Collections;

/// <summary>What a partition has one of.</summary>
[Resource("collections-sales")]
[PrimaryKey("TENANT#{TenantId}#COLLECTIONS-SALE#{Number}", "SALE#HEAD")]
[SecondaryIndex("ByCustomer", "TENANT#{TenantId}#COLLECTIONS-CUSTOMER#{Customer}", "SALE#{Number}", Index = "gsi3")]
public partial record Sale
{
    public required string Number { get; init; }
    public string? Customer { get; init; }
}

/// <summary>Of two versions, and with a hook that hides some.</summary>
[Resource("collections-lines")]
[PrimaryKey("TENANT#{TenantId}#COLLECTIONS-SALE#{SaleNumber}", "SALE#LINE#{Position}")]
[SchemaVersion(2)]
public partial record SaleLine
{
    public required string SaleNumber { get; init; }
    public required int Position { get; init; }
    public string Text { get; init; } = "";

    [Upcast(1)]
    private static void FromV1(ItemDocument item) => item.Rename("label", "text");
}

public partial class SaleLineService
{
    protected override ValueTask<bool> AuthorizeAsync(Caller caller, Operation operation, SaleLine resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(resource);
        return ValueTask.FromResult(operation != Operation.Read || resource.Text != "hidden" || caller.HasRole("auditor"));
    }
}

/// <summary>For the warehouse alone.</summary>
[Resource("collections-shipments")]
[PrimaryKey("TENANT#{TenantId}#COLLECTIONS-SALE#{SaleNumber}", "SALE#SHIPMENT#{Id}")]
[Allow(Operation.Create, Anyone = true)]
[Allow(Operation.Read, Roles = "warehouse")]
[Allow(Operation.Delete, Anyone = true)]
public partial record Shipment
{
    public required string SaleNumber { get; init; }
}

/// <summary>Expires, and stands beside sales in an index.</summary>
[Resource("collections-notes")]
[PrimaryKey("TENANT#{TenantId}#COLLECTIONS-SALE#{SaleNumber}", "SALE#NOTE#{Id}")]
[SecondaryIndex("ByCustomer", "TENANT#{TenantId}#COLLECTIONS-CUSTOMER#{Customer}", "NOTE#{Id}", Index = "gsi3")]
public partial record SaleNote
{
    public required string SaleNumber { get; init; }
    public string? Customer { get; init; }
    [TimeToLive] public DateTimeOffset? Until { get; init; }
}

/// <summary>All of a sale.</summary>
[ItemCollection]
public partial record SaleDetails
{
    public Sale? Sale { get; init; }
    public IReadOnlyList<SaleLine> Lines { get; init; } = [];
    public IReadOnlyList<Shipment> Shipments { get; init; } = [];
    public IReadOnlyList<SaleNote> Notes { get; init; } = [];
    public int Count => Lines.Count + Shipments.Count + Notes.Count + (Sale is null ? 0 : 1);
}

/// <summary>Some of it: what else is there is of unknown types.</summary>
[ItemCollection]
public partial record SaleSummary
{
    public Sale? Sale { get; init; }
    public IReadOnlyList<SaleLine> Lines { get; init; } = [];
}

public partial class SaleSummaryReader
{
    public List<SkippedItems> Skips { get; } = [];

    protected override void OnSkipped(Caller caller, SkippedItems skipped) => Skips.Add(skipped);
}

/// <summary>What a customer has, of an index.</summary>
[ItemCollection(Index = "gsi3")]
public partial record CustomerFile
{
    public IReadOnlyList<Sale> Sales { get; init; } = [];
    public IReadOnlyList<SaleNote> Notes { get; init; } = [];
}
