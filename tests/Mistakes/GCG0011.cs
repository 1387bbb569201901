// A class instead of a record.
namespace Mistakes.GCG0011;

[Resource("nuts")]
[PrimaryKey("TENANT#{TenantId}", "NUT#{Id}")]
public partial class Nut;
