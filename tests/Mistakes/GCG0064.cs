// A hook that would be passed by.
namespace Mistakes.GCG0064;

[Resource("stocks")]
[PrimaryKey("TENANT#{TenantId}", "STOCK#{Id}")]
[Changes(Direct = true)]
public partial record Stock
{
    public int Pieces { get; init; }
}

public partial class StockService
{
    protected override Stock OnUpdating(Caller caller, Stock next, Stock current) => next;
}
