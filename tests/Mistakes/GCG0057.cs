// An end that is no time.
namespace Mistakes.GCG0057;

[Resource("tokens")]
[PrimaryKey("TENANT#{TenantId}", "TOKEN#{Id}")]
public partial record Token
{
    [TimeToLive] public int Minutes { get; init; }
}
