// A clock that tests cannot set.
namespace Mistakes.GCG0117;

[Resource("crops")]
[PrimaryKey("TENANT#{TenantId}", "CROP#{Id}")]
public partial record Crop
{
    public DateTimeOffset RipeAt { get; init; }
}

public partial class CropService
{
    public bool IsRipe(Crop crop) => crop.RipeAt < DateTimeOffset.UtcNow;
}
