// An upcaster that cannot be called.
using GeekCafe.DynamoDb;

namespace Mistakes.GCG0044;

[Resource("rockets")]
[PrimaryKey("TENANT#{TenantId}", "ROCKET#{Id}")]
[SchemaVersion(2)]
public partial record Rocket
{
    [Upcast(1)] private void FromV1(ItemDocument item) => item.Remove("stage");
}
