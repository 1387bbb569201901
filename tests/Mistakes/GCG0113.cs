// A call that nobody waits for.
namespace Mistakes.GCG0113;

[Resource("seeds")]
[PrimaryKey("TENANT#{TenantId}", "SEED#{Id}")]
public partial record Seed;

public partial class SeedService
{
    public void Sow(Caller caller, SeedKey key)
    {
        _ = GetAsync(caller, key);
    }
}
