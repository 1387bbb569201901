// A resource that is a kind of another.
namespace Mistakes.GCG0036;

[Resource("cars")]
[PrimaryKey("TENANT#{TenantId}", "CAR#{Id}")]
public partial record Car;

[Resource("taxis")]
[PrimaryKey("TENANT#{TenantId}", "TAXI#{Id}")]
public partial record Taxi : Car;
