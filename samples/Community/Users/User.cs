using System.ComponentModel.DataAnnotations;
using GeekCafe;

namespace Community.Users;

/// <summary>A person of a tenant.</summary>
[Resource("users")]
[PrimaryKey("TENANT#{TenantId}", "USER#{Id}")]
public partial record User
{
    /// <summary>The address the person is reached at.</summary>
    [EmailAddress]
    [StringLength(254)]
    public required string Email { get; init; }

    /// <summary>The given name.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string FirstName { get; init; }

    /// <summary>The family name.</summary>
    [StringLength(100, MinimumLength = 1)]
    public required string LastName { get; init; }

    /// <summary>What the person may do. Whoever reads them must not trust them: rights come from verified claims.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Roles { get; init; } = ["user"];
}
