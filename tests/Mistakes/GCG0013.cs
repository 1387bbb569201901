// A name that fits no path.
namespace Mistakes.GCG0013;

[Resource("My Orders")]
[PrimaryKey("TENANT#{TenantId}", "MYORDER#{Id}")]
public partial record MyOrder;
