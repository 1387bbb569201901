// A key without the tenant.
namespace Mistakes.GCG0002;

[Resource("pears")]
[PrimaryKey("PEARS", "PEAR#{Id}")]
public partial record Pear;
