// Kinds without a list.
using System.Text.Json.Serialization;

namespace Mistakes.GCG0038;

[Resource("drawings")]
[PrimaryKey("TENANT#{TenantId}", "DRAWING#{Id}")]
public partial record Drawing
{
    public Shape? Shape { get; init; }
}

[JsonPolymorphic]
public abstract partial record Shape;
