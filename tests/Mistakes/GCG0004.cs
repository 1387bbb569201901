// A misspelt member in a key.
namespace Mistakes.GCG0004;

[Resource("figs")]
[PrimaryKey("TENANT#{TenantId}", "FIG#{Harvst}")]
public partial record Fig
{
    public required int Harvest { get; init; }
}
