// A time that is a number.
namespace Mistakes.GCG0018;

[Resource("clocks")]
[PrimaryKey("TENANT#{TenantId}", "CLOCK#{Id}")]
public partial record Clock
{
    [SetByServer(ServerValue.Now)] public long WoundAt { get; init; }
}
