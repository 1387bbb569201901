// A key of all tenants.
namespace Mistakes.GCG0101;

[Resource("flags")]
[PrimaryKey("FLAGS", "FLAG#{Id}", CrossTenant = true)]
public partial record Flag;
