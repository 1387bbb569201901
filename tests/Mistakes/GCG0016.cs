// One index twice.
namespace Mistakes.GCG0016;

[Resource("chairs")]
[PrimaryKey("TENANT#{TenantId}", "CHAIR#{Id}")]
[SecondaryIndex("ByRoom", "TENANT#{TenantId}#ROOM#{Room}", "CHAIR#{Id}", Index = "gsi1")]
[SecondaryIndex("ByMaker", "TENANT#{TenantId}#MAKER#{Maker}", "CHAIR#{Id}", Index = "gsi1")]
public partial record Chair
{
    public string Room { get; init; } = "";
    public string Maker { get; init; } = "";
}
