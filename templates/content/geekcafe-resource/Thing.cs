using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace GeekCafeNamespace;

/// <summary>What a Thing is for.</summary>
[Resource("things")]
[PrimaryKey("TENANT#{TenantId}", "THING#{Id}")]
public partial record Thing
{
    /// <summary>What it is called.</summary>
    [StringLength(200, MinimumLength = 1)]
    public required string Name { get; init; }
}
