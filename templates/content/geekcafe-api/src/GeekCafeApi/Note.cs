using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace GeekCafeNamespace;

/// <summary>A few words worth keeping.</summary>
[Resource("notes")]
[PrimaryKey("TENANT#{TenantId}", "NOTE#{Id}")]
public partial record Note
{
    /// <summary>The words.</summary>
    [StringLength(1000, MinimumLength = 1)]
    public required string Text { get; init; }
}
