// A name that is generated.
namespace Mistakes.GCG0019;

[Resource("doors")]
[PrimaryKey("TENANT#{TenantId}", "DOOR#{Id}")]
public partial record Door;

public class DoorService;
