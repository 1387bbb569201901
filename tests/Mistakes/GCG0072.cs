// A sharded index without an order.
namespace Mistakes.GCG0072;

[Resource("readings")]
[PrimaryKey("TENANT#{TenantId}", "READING#{Id}", Shards = 8)]
[SecondaryIndex("ByValue", "TENANT#{TenantId}#VALUES", "READING#{Value}", Index = "byValue", Shards = 8)]
public partial record Reading
{
    public required int Value { get; init; }
}
