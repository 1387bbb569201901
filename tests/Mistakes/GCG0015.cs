// A member that fits no key.
namespace Mistakes.GCG0015;

[Resource("lamps")]
[PrimaryKey("TENANT#{TenantId}", "LAMP#{Serial}")]
public partial record Lamp
{
    public string? Serial { get; init; }
}
