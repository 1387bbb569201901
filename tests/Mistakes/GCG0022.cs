// One route for two operations.
namespace Mistakes.GCG0022;

[Resource("rooms", Route = "/places")]
[PrimaryKey("TENANT#{TenantId}", "ROOM#{Id}")]
public partial record Room;

[Resource("halls", Route = "/places")]
[PrimaryKey("TENANT#{TenantId}", "HALL#{Id}")]
public partial record Hall;
