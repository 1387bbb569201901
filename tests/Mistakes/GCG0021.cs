// A private member that clients write.
namespace Mistakes.GCG0021;

[Resource("roofs")]
[PrimaryKey("TENANT#{TenantId}", "ROOF#{Id}")]
public partial record Roof
{
    public int Tiles { get; private set; }
}
