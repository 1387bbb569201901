// A pattern that cannot be read.
namespace Mistakes.GCG0010;

[Resource("dates")]
[PrimaryKey("TENANT#{TenantId}", "DATE#{Id")]
public partial record Date;
