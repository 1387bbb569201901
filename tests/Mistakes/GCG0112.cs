// A caller that is kept.
namespace Mistakes.GCG0112;

[Resource("roots")]
[PrimaryKey("TENANT#{TenantId}", "ROOT#{Id}")]
public partial record Root;

public partial class RootService
{
    private Caller? _caller;

    public void Remember(Caller caller) => _caller ??= caller;
}
