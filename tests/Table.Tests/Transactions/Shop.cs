using System.ComponentModel.DataAnnotations;
using GeekCafe.Validation;

namespace GeekCafe.Table.Tests.Transactions;

/// <summary>What is bought.</summary>
[Resource("transactions-orders")]
[PrimaryKey("TENANT#{TenantId}", "TRANSACTIONS-ORDER#{Id}")]
public partial record Order
{
    [StringLength(100, MinimumLength = 1)]
    public required string Sku { get; init; }

    public string? Note { get; init; }
}

/// <summary>How much there is to buy. Its id is the sku, as the service says.</summary>
[Resource("transactions-stocks")]
[PrimaryKey("TENANT#{TenantId}", "TRANSACTIONS-STOCK#{Sku}")]
[SecondaryIndex("ByPlace", "TENANT#{TenantId}#TRANSACTIONS-PLACE#{Place}", "{Sku}", Index = "gsi1")]
[Allow(Operation.Delete, Roles = "keeper")]
public partial record Stock
{
    [StringLength(20, MinimumLength = 1)]
    public required string Sku { get; init; }

    [Range(0, 1_000_000)]
    public int Count { get; init; }

    public string? Place { get; init; }

    public string? Text { get; init; }
}

/// <summary>A buyer, whose address is his alone.</summary>
[Resource("transactions-buyers")]
[PrimaryKey("TENANT#{TenantId}", "TRANSACTIONS-BUYER#{Id}")]
[Audited]
public partial record Buyer
{
    [Unique]
    public required string Email { get; init; }
}

public partial class OrderService
{
    /// <summary>What the hooks saw, in order.</summary>
    public List<string> Seen { get; } = [];

    protected override ValueTask OnCreatedAsync(Caller caller, Order resource, CancellationToken cancellationToken)
    {
        Seen.Add($"created {resource.Sku}");
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ValidateAsync(Caller caller, Order next, Order? current, ValidationErrors errors, CancellationToken cancellationToken)
    {
        if (next.Sku == "forbidden") errors.Add("sku", "is not sold");
        return ValueTask.CompletedTask;
    }
}

public partial class StockService
{
    /// <summary>What the hooks saw, in order.</summary>
    public List<string> Seen { get; } = [];

    protected override ValueTask OnUpdatedAsync(Caller caller, Stock resource, Stock previous, CancellationToken cancellationToken)
    {
        Seen.Add($"updated {resource.Sku} {previous.Count}->{resource.Count}");
        return ValueTask.CompletedTask;
    }
}
